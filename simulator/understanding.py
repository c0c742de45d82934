"""From words to an intent: a sample as said, else one under filler words, else the nearest, else nothing."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol

from simulator.match import NOTHING, Match
from simulator.model import Model, read_model
from simulator.nearest import Nearest
from simulator.phrases import without_leading, without_trailing
from simulator.resolve import Samples
from simulator.vocabulary import Vocabulary
from simulator.words import Tokens


class Recogniser(Protocol):
    """What takes the words of an utterance for an intent of a model."""

    def match(self, readings: tuple[Tokens, ...]) -> Match:
        """Take the readings of an utterance, likeliest first, for an intent; FallbackIntent when none fits."""

    def models(self, words: Tokens) -> bool:
        """Tell whether the model itself lists the words as a sample, beyond the standard phrases."""


class Understanding:
    """What the speaker can make of an utterance in one locale."""

    def __init__(self, model: Model) -> None:
        """Index the model; what guessing needs is made at the first guess."""
        self.model = model
        vocabulary = Vocabulary(model)
        self._samples = Samples(model, vocabulary)
        self._nearest = Nearest(model, self._samples, vocabulary)
        self._own = {sample.parts for sample in model.samples if not sample.standard}

    def match(self, readings: tuple[Tokens, ...]) -> Match:
        """Take the readings of an utterance, likeliest first, for an intent; FallbackIntent when none fits."""
        if exact := self._samples.exact(readings):
            return exact
        bare = tuple(filter(None, map(self._bare, readings)))
        if under_fillers := self._samples.exact(bare):
            return replace(under_fillers, kind="nearest")
        return self._nearest.find(bare) or NOTHING

    def models(self, words: Tokens) -> bool:
        """Tell whether the model itself lists the words as a sample, beyond the standard phrases."""
        return words in self._own

    def _bare(self, words: Tokens) -> Tokens:
        fillers = self.model.phrases.fillers
        while words != (fewer := without_trailing(without_leading(words, fillers), fillers)):
            words = fewer
        return words


@cache
def understanding(locale: str, model: Path | None) -> Understanding:
    """Read and index a model once a process: a test run makes many speakers."""
    return Understanding(read_model(locale, model))
