"""What the listener knows: names of content, patterns of red-flag signs, people, and ways to say yes and no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Pattern:
    """A way to say that a check question's answer is yes: one phrase of each group, and none of `unless`."""

    question: str
    groups: tuple[int, ...]
    unless: tuple[int, ...]


@dataclass(frozen=True)
class Grammar:
    """The small words of a language; each field is explained in ``words/grammar.toml``."""

    negations: frozenset[str]
    turns: frozenset[str]
    restarts: frozenset[str]
    places: frozenset[str]
    questions: frozenset[str]
    own: frozenset[str]
    pronouns: frozenset[str]
    refers: frozenset[str]
    legs: frozenset[str]
    complaints: frozenset[str]
    ages: frozenset[str]
    months: frozenset[str]
    shorter: frozenset[str]
    being: frozenset[str]
    durations: frozenset[str]
    fillers: frozenset[str]
    same: Mapping[str, str]
    possessive: str
    numbers: Mapping[str, int]


@dataclass(frozen=True)
class Vocabulary:
    """Phrases are normalised (see ``guide.text.normalise``).

    `names` leads from a phrase to a content id, and `sounds` from its consonants (see ``guide.sounds``); `groups` from a
    phrase without its fillers to the numbers of the pattern groups it stands in, and `excuses` from a whole phrase to the
    groups of look-alikes that keep a pattern from matching; `limits` from a phrase to what the skill
    does not do, `people` from a phrase to a person's id; `answers` from a kind
    (``yes``, ``no``...) to its phrases.
    """

    names: Mapping[str, str]
    sounds: Mapping[str, str]
    groups: Mapping[str, int | list[int]]
    excuses: Mapping[str, int | list[int]]
    patterns: tuple[Pattern, ...]
    limits: Mapping[str, str]
    people: Mapping[str, str]
    answers: Mapping[str, frozenset[str]]
    grammar: Grammar


def vocabulary_from(built: dict[str, Any]) -> Vocabulary:
    """The vocabulary from its built JSON."""
    words: dict[str, Any] = {
        key: frozenset(words) if isinstance(words, list) else words for key, words in built["grammar"].items()
    }
    return Vocabulary(
        names=built["names"],
        sounds=built["sounds"],
        groups=built["groups"],
        excuses=built["excuses"],
        patterns=tuple(Pattern(q, tuple(groups), tuple(unless)) for q, groups, unless in built["patterns"]),
        limits=built["limits"],
        people=built["people"],
        answers={kind: frozenset(phrases) for kind, phrases in built["answers"].items()},
        grammar=Grammar(**words),
    )


def numbers_of(phrase: str, lists: Mapping[str, int | list[int]]) -> Sequence[int]:
    """The numbers of the lists that a phrase stands in; a phrase of one list has a bare number."""
    found = lists.get(phrase, [])
    return (found,) if isinstance(found, int) else found
