"""Finding red-flag signs in words, minding what a negation denies."""

from __future__ import annotations

from collections.abc import Sequence

from guide.text import folded, phrases
from guide.vocabulary import Grammar, Pattern, Vocabulary, numbers_of

#: Marks a sign that only counts while the check asks about it: "chest" after "which one?".
ASKED = "?"
#: Stands between what is understood and what is said, so that no phrase reaches across.
BREAK = "\n"
#: In place of a negation's index: no negation denies it.
OPEN = -1
#: How many words a negation reaches at most.
_REACH = 8


def signs_in(words: list[str], vocabulary: Vocabulary, context: Sequence[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The check questions heard as a yes, and those heard only under a negation.

    `context` is what is understood to be spoken of: it comes first, nothing denies it, and alone it tells nothing.
    """
    grammar = vocabulary.grammar
    words = folded(words, grammar.same)
    implied = [word for phrase in context for word in (*phrase.split(), BREAK)]
    negated = [-1] * len(implied) + [cue + len(implied) if cue >= 0 else -1 for cue in _negated(words, grammar)]
    words = [*implied, *words]
    kept = [index for index, word in enumerate(words) if word not in grammar.fillers]
    plain = [words[index].removesuffix(grammar.possessive) for index in kept]
    # By which negations each group is denied: OPEN where it is said outright. A phrase that begins with its own negation
    # ("can't feel", "no feeling") is meant as it stands.
    said: dict[int, set[int]] = {}
    own: dict[int, set[int]] = {}
    told: set[int] = set()
    for start, end, phrase in phrases(plain):
        at = kept[start]
        for group in numbers_of(phrase, vocabulary.groups):
            said.setdefault(group, set()).add(negated[at])
            if end - start > 1 and words[at] in grammar.negations:
                said[group].add(OPEN)
                own.setdefault(group, set()).add(at)
            told |= {group} if kept[end - 1] >= len(implied) else set()
    excused = {group for _, _, phrase in phrases(words) for group in numbers_of(phrase, vocabulary.excuses)}
    heard: list[str] = []
    denied: list[str] = []
    for pattern in vocabulary.patterns if told else ():
        if _matches(pattern, said, excused) and told.intersection(pattern.groups):
            (heard if _outright(pattern, said, own) else denied).append(pattern.question)
    return tuple(dict.fromkeys(heard)), tuple(question for question in dict.fromkeys(denied) if question not in heard)


def _negated(words: list[str], grammar: Grammar) -> list[int]:
    """For each word the index of the negation that denies it, or -1. A turn ("but") or a fresh start ("and it's") ends it."""
    mask, cue = [-1] * len(words), -1
    for index, word in enumerate(words):
        # A "no" that answers a question denies nothing after it: "no my leg is swollen".
        # Nor does "my" begin anew in "no pain in my chest".
        restarts = word in grammar.restarts and (index - cue > 1 or cue == 0) and words[index - 1] not in grammar.places
        if cue >= 0 and (word in grammar.turns or restarts or index - cue > _REACH):
            cue = -1
        if cue >= 0:
            mask[index] = cue
        if word in grammar.negations:
            cue = index
    return mask


def _matches(pattern: Pattern, said: dict[int, set[int]], excused: set[int]) -> bool:
    return all(map(said.__contains__, pattern.groups)) and not excused.intersection(pattern.unless)


def _outright(pattern: Pattern, said: dict[int, set[int]], own: dict[int, set[int]]) -> bool:
    """Whether nothing denies a pattern's groups but a negation that is one of its phrases' own: "no feeling in my leg"."""
    meant = {OPEN}.union(*(own.get(group, ()) for group in pattern.groups))
    return all(said[group] & meant for group in pattern.groups)
