"""Reading free text: which topics and red-flag signs, about whom, and with what polarity.

Pure and quick: phrases of up to nine words are looked up in the vocabulary. Nothing heard is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.vocabulary import LONGEST, Pattern, Vocabulary

#: Marks an id whose name is what a recogniser makes of it: never said back.
MISHEARD = "~"
#: A device hears some eight seconds of speech; what is longer is no longer an utterance.
MOST_WORDS = 120

_STRAY = re.compile(r"[^\w' ]+")
_CUES = frozenset(
    [
        "no",
        "not",
        "without",
        "never",
        "nor",
        "neither",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "don't",
        "doesn't",
        "didn't",
        "haven't",
        "hasn't",
        "hadn't",
    ]
)
_TURNS = frozenset(["but", "though", "although", "however", "except", "yet", "only", "just", "because", "since", "so"])
_RESTARTS = frozenset(
    [
        "i",
        "it",
        "it's",
        "i'm",
        "i've",
        "my",
        "her",
        "his",
        "she",
        "he",
        "they",
        "she's",
        "he's",
        "their",
        "there",
        "there's",
        "the",
        "now",
        "also",
    ]
)
_REACH = 8
_ASKING = frozenset(
    [
        "can",
        "could",
        "does",
        "do",
        "is",
        "are",
        "what",
        "why",
        "how",
        "when",
        "should",
        "will",
        "would",
        "did",
        "which",
        "who",
        "tell",
    ]
)
_OWN = frozenset(
    [
        "my",
        "i",
        "i'm",
        "i've",
        "i'll",
        "me",
        "mine",
        "her",
        "his",
        "she",
        "he",
        "she's",
        "he's",
        "their",
        "they",
        "they're",
        "them",
        "we",
        "our",
    ]
)
_UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * (n + 2) for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}


@dataclass(frozen=True)
class Understood:
    """What was found in an utterance.

    `names` are content ids in the order heard; `signs` are check questions said to be a yes, `denied` those said to be a
    no; `person` is a person's id; `age` is in years; `polarity` is how the utterance answers a yes or no question
    (``yes``, ``no``, ``hedged_no``, ``unsure``, ``none``) or empty; `asking` tells a general question from a statement.
    """

    names: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    person: str = ""
    age: int | None = None
    polarity: str = ""
    asking: bool = False


def normalise(text: str) -> str:
    """Lower case, plain apostrophes, words and single spaces only."""
    return " ".join(_STRAY.sub(" ", text.casefold().replace("\u2019", "'").replace("_", " ")).split())


def listen(text: str, vocabulary: Vocabulary) -> Understood:
    """Everything that can be read from one utterance."""
    words = normalise(text).split()[:MOST_WORDS]
    if not words:
        return Understood()
    negated = _negated(words)
    heard, denied = _signs(words, negated, vocabulary)
    return Understood(
        names=tuple(dict.fromkeys(id.removeprefix(MISHEARD) for id in _longest(words, vocabulary.names))),
        signs=heard,
        denied=tuple(question for question in denied if question not in heard),
        person=_person(words, vocabulary),
        age=age_in(words),
        polarity=polarity(words, vocabulary),
        asking=words[0] in _ASKING and not _OWN.intersection(words),
    )


def polarity(words: list[str], vocabulary: Vocabulary) -> str:
    """How the words answer a yes or no question: as a whole, or by how they begin."""
    whole = " ".join(words)
    for kind in ("none", "unsure", "hedged_no", "no", "yes"):
        if whole in vocabulary.answers.get(kind, ()):
            return kind
    for length in range(min(len(words), LONGEST), 0, -1):
        start = " ".join(words[:length])
        for kind in ("unsure", "hedged_no", "none", "no", "yes"):
            if start in vocabulary.answers.get(f"{kind}_starts", ()):
                return kind
    return ""


def age_in(words: list[str]) -> int | None:
    """An age in years; under a year counts as 0. Numbers above 115 are no ages."""
    for index, word in enumerate(words):
        number = int(word) if word.isdecimal() and len(word) < 4 else _UNITS.get(word, _TENS.get(word))
        if number is None or (word == "one" and not _told_as_age(words, index + 1)):
            continue
        follows = words[index + 1 : index + 2]
        if word in _TENS and follows and 0 < _UNITS.get(follows[0], 0) < 10:
            number += _UNITS[follows[0]]
            follows = words[index + 2 : index + 3]
        if follows and follows[0] in ("months", "month", "weeks", "week", "days", "day"):
            return number // 12 if follows[0].startswith("month") and _told_as_age(words, index + 1) else None
        if number <= 115:
            return number
    return None


def _told_as_age(words: list[str], after: int) -> bool:
    return bool({"year", "years", "old", "month", "months"}.intersection(words[after : after + 3]))


def _person(words: list[str], vocabulary: Vocabulary) -> str:
    """Who is spoken of: the first person named; a bare pronoun only where nobody is."""
    found = list(_longest([word.removesuffix("'s") for word in words], vocabulary.people))
    named = [id for id in found if id not in ("she", "he", "me")]
    return (named or found or [""])[0]


def _phrases(words: list[str]) -> Iterator[tuple[int, int, str]]:
    """Every run of words as (start, end, phrase), the longest first at each start."""
    for start in range(len(words)):
        for end in range(min(len(words), start + LONGEST), start, -1):
            yield start, end, " ".join(words[start:end])


def _longest(words: list[str], names: Mapping[str, str]) -> Iterator[str]:
    """The ids of the longest names found, left to right, none inside another."""
    free = 0
    for start, end, phrase in _phrases(words):
        if start >= free and phrase in names:
            free = end
            yield names[phrase]


def _negated(words: list[str]) -> list[int]:
    """For each word the index of the cue that negates it, or -1. A turn ("but") or a fresh start ("and it's") ends the reach."""
    mask, cue = [-1] * len(words), -1
    for index, word in enumerate(words):
        if word in _CUES:
            cue = index
        elif word in _TURNS or (word in _RESTARTS and index - cue > 1) or index - cue > _REACH:
            cue = -1
        elif cue >= 0:
            mask[index] = cue
    return mask


def _signs(words: list[str], negated: list[int], vocabulary: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The check questions heard as yes, and those heard only under a negation."""
    said: dict[int, bool] = {}
    for start, end, phrase in _phrases(words):
        for group in vocabulary.groups.get(phrase, ()):
            plain = negated[start] < 0 or negated[start] >= start or (end - start > 1 and words[start] in _CUES)
            said[group] = said.get(group, False) or plain
    heard: list[str] = []
    denied: list[str] = []
    for pattern in vocabulary.patterns:
        if _matches(pattern, said):
            (heard if all(said[group] for group in pattern.groups) else denied).append(pattern.question)
    return tuple(dict.fromkeys(heard)), tuple(dict.fromkeys(denied))


def _matches(pattern: Pattern, said: dict[int, bool]) -> bool:
    return all(group in said for group in pattern.groups) and not any(group in said for group in pattern.unless)
