"""The nearest sample to an utterance that no sample describes: a guess, with a score from 0 to 1."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from simulator.match import Filled, Match
from simulator.model import Model, Sample, Slot
from simulator.resolve import Fit, Samples
from simulator.space import Space
from simulator.spelling import STEM, Spelling
from simulator.variant import Variant, type_word, values, variants
from simulator.vocabulary import Vocabulary
from simulator.words import Tokens, joined

# Below this score a guess would be a lucky one: the person hears the skill's fallback.
THRESHOLD = 0.48
# An utterance of whose telling words the model knows no more than this share is about something else.
KNOWN = 0.5
# How many of the likest samples are tried until one has all its slots filled.
_TRIED = 8
# Nobody speaks longer than this to a speaker, in words.
_LONGEST = 40
# A carrier that comes late in an utterance is weaker evidence than a likeness of the whole, and a sample that is all
# slot is hardly any: it counts when the words are those of other samples.
_LATE = 0.65
_BARE = 0.6


class Nearest:
    """Guesses for what the samples do not describe."""

    def __init__(self, model: Model, samples: Samples, vocabulary: Vocabulary) -> None:
        """Take what is needed to guess; the work is done at the first guess."""
        self._model = model
        self._samples = samples
        self._vocabulary = vocabulary

    def find(self, readings: Sequence[Tokens]) -> Match | None:
        """Give the best guess over the readings of an utterance; None when none is good enough to act on."""
        guesses = [guess for words in readings for guess in self._guesses(words[:_LONGEST])]
        best = max(guesses, key=lambda guess: guess.score, default=None)
        return best if best and best.score >= THRESHOLD else None

    def _guesses(self, words: Tokens) -> Iterator[Match]:
        mended = tuple(map(self._spelling.mend, words))
        telling = self._space.content(mended) or list(mended)
        known = _share(telling, self._known)
        anchored = _share(telling, self._carriers | self._named(mended))
        if known <= KNOWN or not anchored:
            return
        yield from self._alike(words, mended)
        bare = _BARE * known if anchored > KNOWN and 2 * len(telling) > len(words) else 0.0
        for fit in self._samples.fits(words, unknown=True):
            yield self._guess(fit.sample, fit.slots, self._carried(fit) or bare)
        late = _LATE * (known + anchored) / 2
        for start in range(1, len(words)):
            for fit in self._samples.fits(words, start=start):
                if any(map(self._free, fit.slots)):
                    yield self._guess(fit.sample, self._around(words, start, fit), late)

    def _alike(self, words: Tokens, mended: Tokens) -> Iterator[Match]:
        """Guess by likeness of the whole utterance."""
        tried = variants(mended, self._listed, self._vocabulary)
        for variant, scores in zip(tried, self._space.likeness([one.words for one in tried]), strict=True):
            for column in scores.argsort()[::-1][:_TRIED]:
                sample = self._distinct[column]
                slots = self._filled(sample, variant, words)
                if slots is not None and (slots or self._touch(mended, sample)):
                    yield self._guess(sample, slots, float(scores[column]))
                    break

    def _touch(self, words: Tokens, sample: Sample) -> bool:
        """Tell whether an utterance has a telling word of a sample, give or take its ending."""
        stems = {word[:STEM] for word in self._space.content(sample.carrier)}
        telling = self._space.content(words)
        return not telling or any(word[:STEM] in stems for word in telling)

    def _guess(self, sample: Sample, slots: tuple[Filled, ...], score: float) -> Match:
        return Match(sample.intent, slots, "nearest", sample.text, score)

    def _filled(self, sample: Sample, variant: Variant, words: Tokens) -> tuple[Filled, ...] | None:
        """Fill a sample's slots from the values in the utterance, each once; None when one stays empty."""
        left = list(variant.found)
        slots = []
        free = next((slot for slot in self._model.intents.get(sample.intent, ()) if self._vocabulary.free(slot)), None)
        if free and left:
            # Values leave something out that was said as well: an intent that takes free words is told all of it.
            return (Filled(free, joined(words)),)
        for slot in sample.slots:
            if self._vocabulary.free(slot):
                slots.append(Filled(slot, joined(words)))
                continue
            found = next((filled for filled in left if filled.slot.type == slot.type), None)
            if found is None:
                return None
            left.remove(found)
            slots.append(Filled(slot, found.value, found.values, found.custom))
        return tuple(slots)

    def _carried(self, fit: Fit) -> float:
        """Score unknown slot values by how much of what is said stands outside them; 0 when it is not the most."""
        unknown = [filled for filled in fit.slots if filled.custom and not filled.values]
        inside = sum(len(self._space.content(tuple(filled.value.split()))) for filled in unknown)
        carried = len(self._space.content(fit.sample.carrier))
        return carried / (carried + inside) if carried > inside else 0.0

    def _named(self, words: Tokens) -> set[str]:
        """Give the words that belong to a whole value in the utterance."""
        found = [one for slot in self._listed for one in values(words, slot, self._vocabulary)]
        return {word for one in found for word in words[one.start : one.end]}

    def _around(self, words: Tokens, start: int, fit: Fit) -> tuple[Filled, ...]:
        """Give free words everything but the carrier, also what was said before it."""
        before = joined(words[:start])
        return tuple(Filled(filled.slot, f"{before} {filled.value}") if self._free(filled) else filled for filled in fit.slots)

    def _free(self, filled: Filled) -> bool:
        return self._vocabulary.free(filled.slot)

    @cached_property
    def _known(self) -> frozenset[str]:
        return self._carriers | self._vocabulary.words()

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling(self._known | self._space.function_words)

    @cached_property
    def _carriers(self) -> frozenset[str]:
        return frozenset(word for sample in self._guessable for word in sample.carrier)

    @cached_property
    def _guessable(self) -> list[Sample]:
        """Samples of the model's own intents: Alexa takes built-in intents only at their word."""
        return [sample for sample in self._model.samples if not sample.intent.startswith("AMAZON.")]

    @cached_property
    def _listed(self) -> list[Slot]:
        """One slot for each type whose values can be recognised."""
        used = {slot.type: slot for sample in self._model.samples for slot in sample.slots}
        return [slot for slot in used.values() if not self._vocabulary.free(slot)]

    @cached_property
    def _distinct(self) -> list[Sample]:
        """The samples whose texts differ once slots are replaced, in the model's order."""
        texts: dict[Tokens, Sample] = {}
        for sample in self._guessable:
            texts.setdefault(self._text(sample), sample)
        texts.pop((), None)
        return list(texts.values())

    @cached_property
    def _space(self) -> Space:
        return Space([self._text(sample) for sample in self._distinct], self._model.phrases)

    def _text(self, sample: Sample) -> Tokens:
        """Give the words of a sample for comparison; free words are not compared."""
        parts = [part for part in sample.parts if isinstance(part, str) or not self._vocabulary.free(part)]
        return tuple(part if isinstance(part, str) else type_word(part) for part in parts)


def _share(words: Sequence[str], known: Collection[str]) -> float:
    return sum(word in known for word in words) / len(words)
