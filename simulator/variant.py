"""An utterance with slot values in it replaced by one word for their type, so that it can be compared with samples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.match import Filled
from simulator.model import Slot
from simulator.vocabulary import Vocabulary
from simulator.words import Tokens


@dataclass(frozen=True)
class Found:
    """A slot value in an utterance, and where it stands."""

    start: int
    end: int
    filled: Filled


@dataclass(frozen=True)
class Variant:
    """The words after replacement, and the values that were replaced, in the order said."""

    words: Tokens
    found: tuple[Filled, ...] = ()


def type_word(slot: Slot) -> str:
    """Give the word that stands for any value of the slot's type; no recogniser writes such a word."""
    return f"<{slot.type}>"


def values(words: Tokens, slot: Slot, vocabulary: Vocabulary) -> Iterator[Found]:
    """Find the values of the slot's type in an utterance, from left to right, each as long as can be."""
    at = 0
    while at < len(words):
        end, filled = next(vocabulary.beginning(slot, words, at), (at + 1, None))
        if filled:
            yield Found(at, end, filled)
        at = end


def variants(words: Tokens, slots: Iterable[Slot], vocabulary: Vocabulary) -> list[Variant]:
    """Replace nothing, each value alone, all values of one type, and all values of any type."""
    by_type = [list(values(words, slot, vocabulary)) for slot in slots]
    alone = [[one] for found in by_type for one in found]
    together = [found for found in by_type if len(found) > 1]
    everything = _apart([one for found in by_type for one in found])
    return [Variant(words), *(_replaced(words, found) for found in [*alone, *together, everything] if found)]


def _apart(found: list[Found]) -> list[Found]:
    """Keep the longest values that do not overlap, in the order said."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _replaced(words: Tokens, found: list[Found]) -> Variant:
    pieces: list[str] = []
    at = 0
    for one in found:
        pieces += [*words[at : one.start], type_word(one.filled.slot)]
        at = one.end
    return Variant((*pieces, *words[at:]), tuple(one.filled for one in found))
