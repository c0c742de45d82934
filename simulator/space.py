"""Likeness of utterances: TF-IDF over words, word pairs and letter groups of the model's samples.

Slots stand in the texts as one word a type, "<Subject>", so that what is said in a slot does not count, only that
something was. Words that no sample has count against an utterance.
"""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from simulator.phrases import Phrases
from simulator.words import Tokens

# The features and how much each counts. Pairs mind the order; groups of letters forgive an ending or a slip.
_WORDS: dict[str, Any] = {"analyzer": "word", "token_pattern": r"\S+"}
_PAIRS = _WORDS | {"ngram_range": (2, 2)}
_LETTERS: dict[str, Any] = {"analyzer": "char_wb", "ngram_range": (3, 4)}
_FEATURES = ((_WORDS, 0.5), (_PAIRS, 0.2), (_LETTERS, 0.3))
# A function word that no sample has ("though") tells little about what is meant.
_FUNCTION_WORD = 0.3


class Space:
    """The texts of all samples as vectors; scikit-learn is imported and fitted at the first use."""

    def __init__(self, texts: Sequence[Tokens], phrases: Phrases) -> None:
        """Take the texts, and the phrases that know the language's function words."""
        self._phrases = phrases
        self._texts = [" ".join(words) for words in texts]

    def likeness(self, variants: Sequence[Tokens]) -> Any:
        """Give an array of scores from 0 to 1, a row for each variant and a column for each text."""
        said = [" ".join(words) for words in variants]
        scores = sum((features.transform(said) @ vectors.T) * weight for features, vectors, weight in self._fitted)
        rows = scores.toarray()
        for at, words in enumerate(variants):
            rows[at] *= self._coverage(words)
        return rows

    def content(self, words: Tokens) -> list[str]:
        """Keep the words that say what an utterance is about."""
        return [word for word in words if word not in self.function_words]

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that say nothing of what an utterance is about."""
        listed = frozenset(_text_features().ENGLISH_STOP_WORDS)
        return (listed - self._phrases.telling) | self._phrases.idle

    def _coverage(self, words: Tokens) -> float:
        """Give the factor on a cosine for the words that no sample has: they lengthen the utterance's vector."""
        known = sum(self._weights[word] ** 2 for word in set(words) if word in self._weights)
        unknown = sum(self._unknown(word) ** 2 for word in set(words) if word not in self._weights)
        return math.sqrt(known / (known + unknown)) if known else 0.0

    def _unknown(self, word: str) -> float:
        return self._rarest * _FUNCTION_WORD if word in self.function_words else self._rarest

    @cached_property
    def _weights(self) -> dict[str, float]:
        words = self._fitted[0][0]
        return {word: float(words.idf_[at]) for word, at in words.vocabulary_.items()}

    @cached_property
    def _rarest(self) -> float:
        return max(self._weights.values())

    @cached_property
    def _fitted(self) -> list[tuple[Any, Any, float]]:
        fitted = []
        for options, weight in _FEATURES:
            features = _text_features().TfidfVectorizer(lowercase=False, **options)
            fitted.append((features, features.fit_transform(self._texts), weight))
        return fitted


def _text_features() -> Any:
    """Import scikit-learn late: it takes longer than everything else here, and exact samples do without."""
    from sklearn.feature_extraction import text

    return text
