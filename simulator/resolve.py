"""Exact resolution: an utterance that a sample of the model describes word for word.

The samples form one tree of words and slots, so the cost depends on the utterance and hardly on the number of samples.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.match import Filled, Match
from simulator.model import Model, Sample, Slot
from simulator.vocabulary import Vocabulary
from simulator.words import POSSESSIVE, Tokens, joined

Rank = tuple[int, int, int]
_LONGEST_UNKNOWN = 6


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[Slot, "_Node"] = field(default_factory=dict)
    ends: list[tuple[int, Sample]] = field(default_factory=list)

    def next(self, part: str | Slot) -> "_Node":
        if isinstance(part, str):
            return self.words.setdefault(part, _Node())
        return self.slots.setdefault(part, _Node())


@dataclass(frozen=True)
class Fit:
    """A sample that describes an utterance, with what its slots hold, and its place in the model."""

    sample: Sample
    slots: tuple[Filled, ...]
    place: int


class Samples:
    """The samples of a model, ready to be matched."""

    def __init__(self, model: Model, vocabulary: Vocabulary) -> None:
        """Grow the tree of a model's samples."""
        self._vocabulary = vocabulary
        self._root = _Node()
        for place, sample in enumerate(model.samples):
            node = self._root
            for part in sample.parts:
                node = node.next(part)
            node.ends.append((place, sample))

    def exact(self, readings: tuple[Tokens, ...]) -> Match | None:
        """Give the best sample that describes one of the readings; None when none does."""
        fits = [fit for words in readings for fit in self.fits(words)]
        if not fits:
            return None
        best = min(fits, key=self._rank)
        return Match(best.sample.intent, best.slots, "sample", best.sample.text, 1.0)

    def fits(self, words: Tokens, *, start: int = 0, unknown: bool = False) -> Iterator[Fit]:
        """Give every sample that describes the words from `start` on.

        `unknown` lets custom slots hold words that their type does not list: to Alexa a type is not an enumeration.
        """
        return self._walk(self._root, words, start, (), unknown)

    def _walk(self, node: _Node, words: Tokens, at: int, slots: tuple[Filled, ...], unknown: bool) -> Iterator[Fit]:
        if at == len(words):
            yield from (Fit(sample, slots, place) for place, sample in node.ends)
            return
        if word := node.words.get(words[at]):
            yield from self._walk(word, words, at + 1, slots, unknown)
        for slot, after in node.slots.items():
            for end, filled in self._fillings(slot, after, words, at, unknown):
                yield from self._walk(after, words, end, (*slots, filled), unknown)

    def _fillings(self, slot: Slot, after: _Node, words: Tokens, at: int, unknown: bool) -> Iterator[tuple[int, Filled]]:
        if self._vocabulary.free(slot):
            if words[at] == POSSESSIVE:
                return  # "my leg's" does not begin with "my leg"
            ends_here = not after.words and not after.slots
            for end in [len(words)] if ends_here else range(at + 1, len(words) + 1):
                yield end, Filled(slot, joined(words[at:end]))
            return
        known = dict(self._vocabulary.beginning(slot, words, at))
        yield from known.items()
        if unknown and self._vocabulary.lists(slot):
            for end in range(at + 1, min(len(words), at + _LONGEST_UNKNOWN) + 1):
                if end not in known:
                    yield end, self._vocabulary.unknown(slot, words[at:end])

    def _rank(self, fit: Fit) -> Rank:
        """Order fits: no slots, listed values, numbers, free words; then the longest carrier; then as in the model."""
        return (max(map(self._looseness, fit.slots), default=0), -len(fit.sample.carrier), fit.place)

    def _looseness(self, filled: Filled) -> int:
        if filled.custom:
            return 1
        return 3 if self._vocabulary.free(filled.slot) else 2
