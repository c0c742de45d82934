"""An independent recogniser: a sentence classifier that picks the intent, and plain rules that fill its slots.

It shares the words and the values of the model with the simulator, and none of its guessing: what both understand is due
to the model and the skill. It is trained on nothing but the model's samples (``training.py``).
"""

from functools import cache
from typing import Any

from simulator.match import NOTHING, Filled, Match
from simulator.model import Model, Sample, Slot, read_model
from simulator.phrases import without_leading, without_trailing
from simulator.variant import values
from simulator.vocabulary import Vocabulary
from simulator.words import Tokens, joined
from tools.understanding.training import sentences

#: An utterance is refused that lies further than this on the wrong side of every intent's border, where samples lie at 1.
#: So low that what the conversations of the tests say gets through; what is refused beyond that is left to the skill.
THRESHOLD = -0.3
#: So is one of whose words no more than this share stands in any training sentence: it is about something else.
KNOWN = 0.5


class Classifier:
    """A linear support vector machine over words, word pairs and groups of letters."""

    def __init__(self, model: Model) -> None:
        """Train on the model: some seconds."""
        self.model = model
        self._vocabulary = Vocabulary(model)
        self._samples: dict[str, list[Sample]] = {}
        for sample in model.samples:
            self._samples.setdefault(sample.intent, []).append(sample)
        self._own = {sample.parts for sample in model.samples if not sample.standard}
        self._features, self._borders = _trained(model)
        self._words = {word for said, _ in sentences(model) for word in said.split()}

    def match(self, readings: tuple[Tokens, ...]) -> Match:
        """Take the likeliest reading for the likeliest intent; FallbackIntent where none is likely."""
        words = self._without_fillers(readings[0])
        if sum(word in self._words for word in words) <= KNOWN * len(words):
            return NOTHING
        margins = self._borders.decision_function(self._features.transform([joined(words)]))[0]
        best = int(margins.argmax())
        if margins[best] < THRESHOLD:
            return NOTHING
        intent = str(self._borders.classes_[best])
        return Match(intent, self._filled(intent, words), "nearest", score=float(margins[best]))

    def models(self, words: Tokens) -> bool:
        """Tell whether the words are a sample of the model."""
        return words in self._own

    def _without_fillers(self, words: Tokens) -> Tokens:
        fillers = self.model.phrases.fillers
        return without_trailing(without_leading(words, fillers), fillers) or words

    def _filled(self, intent: str, words: Tokens) -> tuple[Filled, ...]:
        """The slots of the intent: the longest values in the words, else what a carrier leaves over."""
        slots = self.model.intents.get(intent, ())
        free = next((slot for slot in slots if self._vocabulary.free(slot)), None)
        if free:
            return (Filled(free, self._carried(intent, words)),)
        filled: list[Filled] = []
        for kind in dict.fromkeys(slot.type for slot in slots):
            alike = [slot for slot in slots if slot.type == kind]
            found = sorted(values(words, alike[0], self._vocabulary), key=lambda one: one.start - one.end)[: len(alike)]
            said = sorted(found, key=lambda one: one.start)
            filled += [_as(slot, one.filled) for slot, one in zip(alike, said, strict=False)]
        return tuple(filled) or self._unknown(intent, words, slots)

    def _unknown(self, intent: str, words: Tokens, slots: tuple[Slot, ...]) -> tuple[Filled, ...]:
        """No value is known: the platform then hands on the words as they were heard, where the intent has words to spare."""
        whole = any(sample.parts == words for sample in self._samples[intent])
        listed = next((slot for slot in slots if self._vocabulary.lists(slot)), None)
        if whole or listed is None:
            return ()
        return (self._vocabulary.unknown(listed, tuple(self._carried(intent, words).split())),)

    def _carried(self, intent: str, words: Tokens) -> str:
        """The words after the intent's longest carrier that opens them, or all of them."""
        openings = (_opening(sample) for sample in self._samples[intent] if sample.slots)
        opening = max((words_ for words_ in openings if words[: len(words_)] == words_), key=len, default=())
        return joined(words[len(opening) :] or words)


@cache
def classifier(locale: str) -> Classifier:
    """The classifier of a locale, trained once a process."""
    return Classifier(read_model(locale))


def _opening(sample: Sample) -> Tokens:
    """The words of a sample before its first slot."""
    words: list[str] = []
    for part in sample.parts:
        if isinstance(part, Slot):
            break
        words.append(part)
    return tuple(words)


def _as(slot: Slot, filled: Filled) -> Filled:
    return Filled(slot, filled.value, filled.values, filled.custom)


def _trained(model: Model) -> tuple[Any, Any]:
    """The features and the borders between the intents; scikit-learn is imported here, for only this needs it."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_union
    from sklearn.svm import LinearSVC

    said, intents = zip(*sentences(model), strict=True)
    features = make_union(
        TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True),
    )
    borders = LinearSVC(random_state=0)
    borders.fit(features.fit_transform(said), intents)
    return features, borders
