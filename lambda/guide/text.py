"""Words as they are looked up: plain, lower case, single spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

#: The longest phrase, in words, that is looked up.
LONGEST = 9
_STRAY = re.compile(r"[^\w' ]+")


def normalise(text: str) -> str:
    """Lower case, plain apostrophes, words and single spaces only."""
    return " ".join(_STRAY.sub(" ", text.casefold().replace("\u2019", "'").replace("_", " ")).split())


def folded(words: list[str], same: Mapping[str, str]) -> list[str]:
    """The words with each of the phrases in `same` replaced by what it means: "unable to walk" is "can't walk"."""
    text = f" {' '.join(words)} "
    for phrase, meaning in same.items():
        text = text.replace(f" {phrase} ", f" {meaning} ")
    return text.split()


def phrases(words: list[str]) -> Iterator[tuple[int, int, str]]:
    """Every run of words as (start, end, phrase), the longest first at each start."""
    for start in range(len(words)):
        for end in range(min(len(words), start + LONGEST), start, -1):
            yield start, end, " ".join(words[start:end])


def longest(words: list[str], names: Mapping[str, str]) -> Iterator[str]:
    """The ids of the longest names found, left to right, none inside another."""
    free = 0
    for start, end, phrase in phrases(words):
        if start >= free and phrase in names:
            free = end
            yield names[phrase]
