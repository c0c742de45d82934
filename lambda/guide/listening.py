"""Reading free text: which topics and red-flag signs, about whom, and with what polarity.

Pure and quick: phrases of up to nine words are looked up in the vocabulary. Nothing heard is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guide.polarity import polarity
from guide.signs import ASKED, signs_in
from guide.sounds import sounds_like
from guide.text import longest, normalise
from guide.vocabulary import Grammar, Vocabulary

#: Marks an id whose name is what a recogniser makes of it: never said back.
MISHEARD = "~"
#: Marks an id whose name says little by itself ("on the bus"): it counts beside talk of legs and cramps.
BESIDE = "+"
#: What is said of other things than this skill's: no company for a name that needs some.
ELSEWHERE = "elsewhere"
#: The page on cramps as such.
BASICS = "cramp-basics"
#: Pages whose names are so general that a name beside them may have been misheard.
VAGUE = (BASICS, "causes", "medicines-general", "night-cramps", "when-to-get-help")
#: The person whose own body is spoken of, whoever else is named.
STRONG = "me!"
#: A device hears some eight seconds of speech; what is longer is no longer an utterance.
MOST_WORDS = 120
#: More words than this speak of something by itself.
FEW_WORDS = 9
#: Nobody is older than this, in years.
OLDEST = 115


@dataclass(frozen=True)
class Understood:
    """What was found in an utterance.

    `names` are content ids in the order heard, and `beside` those that count only once something is spoken of; `signs`
    are check questions said to be a yes, `denied` those said to be a no, and `short` those named so briefly that it counts
    only while the check asks about them; `limit` is asked for and not done here; `person` is a person's id; `age` is in
    years; `polarity` is how the utterance answers a yes or no question (``yes``, ``no``, ``hedged_no``, ``unsure``,
    ``none``) or empty; `asking` tells a general question from a statement, `own` whether it is about somebody in
    particular, `legs` whether it names a part of the leg, `refers` whether it is short and speaks of "it", and `complains`
    whether anything hurts.
    """

    names: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    limit: str = ""
    person: str = ""
    age: int | None = None
    polarity: str = ""
    asking: bool = False
    own: bool = False
    legs: bool = False
    refers: bool = False
    complains: bool = False


def listen(text: str, vocabulary: Vocabulary, context: Sequence[str] = ()) -> Understood:
    """Everything that can be read from one utterance. `context` is what is understood to be spoken of when signs are told."""
    words = normalise(text).split()[:MOST_WORDS]
    if not words:
        return Understood()
    heard, denied = signs_in(words, vocabulary, context)
    grammar = vocabulary.grammar
    names, beside = names_in(words, vocabulary)
    return Understood(
        names=names,
        beside=beside,
        signs=tuple(id for id in heard if not id.endswith(ASKED)),
        denied=tuple(id for id in denied if not id.endswith(ASKED)),
        short=tuple(id.removesuffix(ASKED) for id in heard if id.endswith(ASKED)),
        limit=next(longest(words, vocabulary.limits), ""),
        person=person_in(words, vocabulary),
        age=age_in(words, grammar),
        polarity=polarity(words, vocabulary),
        legs=not grammar.legs.isdisjoint(words),
        refers=len(words) <= FEW_WORDS and not grammar.refers.isdisjoint(words),
        complains=not grammar.complaints.isdisjoint(words),
        own=bool(grammar.own.intersection(words)) or "me" in words[:1],
        asking=words[0] in grammar.questions and not grammar.own.intersection(words),
    )


def names_in(words: list[str], vocabulary: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The content ids named, and those named beside nothing that would make them count.

    A leg and what is the matter with it are a name of the general page. Where nothing is named beside that, a name is
    sought by its sound.
    """
    grammar = vocabulary.grammar
    bare = [word.removesuffix(grammar.possessive) for word in words]
    said = [words] if bare == words else [words, bare]
    found = [id.removeprefix(MISHEARD) for one in said for id in longest(one, vocabulary.names)]
    on_legs = not grammar.legs.isdisjoint(words)
    unnamed = all(id == ELSEWHERE or id.startswith(BESIDE) for id in found)
    if unnamed and on_legs and not grammar.complaints.isdisjoint(words):
        found.append(BASICS)
    if ELSEWHERE in found and not on_legs:
        found = [id for id in found if not id.startswith(BESIDE)]
    elif (BASICS in found or on_legs) and all(id in VAGUE or id.startswith(BESIDE) for id in found):
        found = [id for id in (sounds_like(words, vocabulary.sounds), *found) if id]
    alone = all(id == ELSEWHERE or id.startswith(BESIDE) for id in found)
    kept = [id.removeprefix(BESIDE) for id in found if not (alone and id.startswith(BESIDE))]
    beside = [id.removeprefix(BESIDE) for id in found if alone and id.startswith(BESIDE)]
    return tuple(dict.fromkeys(kept)), tuple(dict.fromkeys(beside))


def person_in(words: list[str], vocabulary: Vocabulary) -> str:
    """Who is spoken of: the first person named; a bare pronoun only where nobody is."""
    grammar = vocabulary.grammar
    found = list(longest([word.removesuffix(grammar.possessive) for word in words], vocabulary.people))
    if STRONG in found:
        return STRONG.removesuffix("!")
    named = [id for id in found if id not in grammar.pronouns]
    return (named or found or [""])[0]


def age_in(words: list[str], grammar: Grammar) -> int | None:
    """An age in years, less than a year being 0: a number that is told as an age, or else one that ends the words.

    "For five years", "three times" and "twenty milligrams" are no ages.
    """
    bare: int | None = None
    start = 0
    while start < len(words):
        index, (number, after) = start, _number(words, start, grammar)
        start = after
        if number is None or number > OLDEST:
            continue
        before, follows = words[index - 1] if index else "", words[after] if after < len(words) else ""
        if before in grammar.durations or follows in grammar.shorter:
            continue
        if follows in grammar.months:
            if "old" in words[after:]:
                return number // 12
        elif grammar.ages.intersection(words[after : after + 2]) or (before in grammar.being and not follows):
            return number
        elif not follows and number != 1:
            bare = number
    return bare


def _number(words: list[str], at: int, grammar: Grammar) -> tuple[int | None, int]:
    """The number that starts at a word, spoken or in digits, and where it ends."""
    word = words[at]
    if word.isdecimal():
        return (int(word) if len(word) < 4 else None), at + 1
    number = grammar.numbers.get(word)
    following = grammar.numbers.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if number == 1 and following == 100:
        return following, at + 2
    if number and number >= 20 and number % 10 == 0 and 0 < following < 10:
        return number + following, at + 2
    return number, at + 1
