"""Reading free text: which topics and red-flag signs, about whom, and with what polarity.

Pure and quick: phrases of up to nine words are looked up in the vocabulary. Nothing heard is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide.signs import ASKED, signs_in
from guide.text import LONGEST, longest, normalise
from guide.vocabulary import Grammar, Vocabulary

#: Marks an id whose name is what a recogniser makes of it: never said back.
MISHEARD = "~"
#: A device hears some eight seconds of speech; what is longer is no longer an utterance.
MOST_WORDS = 120
#: Nobody is older than this, in years.
OLDEST = 115


@dataclass(frozen=True)
class Understood:
    """What was found in an utterance.

    `names` are content ids in the order heard; `signs` are check questions said to be a yes, `denied` those said to be a
    no, and `short` those named so briefly that it counts only while the check asks about them; `person` is a person's id;
    `age` is in years; `polarity` is how the utterance answers a yes or no question (``yes``, ``no``, ``hedged_no``,
    ``unsure``, ``none``) or empty; `asking` tells a general question from a statement.
    """

    names: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    person: str = ""
    age: int | None = None
    polarity: str = ""
    asking: bool = False


def listen(text: str, vocabulary: Vocabulary, context: str = "") -> Understood:
    """Everything that can be read from one utterance. `context` is what is understood to be spoken of when signs are told."""
    words = normalise(text).split()[:MOST_WORDS]
    if not words:
        return Understood()
    heard, denied = signs_in(words, vocabulary, context)
    grammar = vocabulary.grammar
    return Understood(
        names=tuple(dict.fromkeys(id.removeprefix(MISHEARD) for id in longest(words, vocabulary.names))),
        signs=tuple(id for id in heard if not id.endswith(ASKED)),
        denied=tuple(id for id in denied if not id.endswith(ASKED)),
        short=tuple(id.removesuffix(ASKED) for id in heard if id.endswith(ASKED)),
        person=person_in(words, vocabulary),
        age=age_in(words, grammar),
        polarity=polarity(words, vocabulary),
        asking=words[0] in grammar.questions and not grammar.own.intersection(words),
    )


def polarity(words: list[str], vocabulary: Vocabulary) -> str:
    """How the words answer a yes or no question: as a whole, or by how they begin, the longest beginning counting."""
    whole = " ".join(words)
    kinds = ("none", "unsure", "hedged_no", "no", "yes")
    for kind in kinds:
        if whole in vocabulary.answers[kind]:
            return kind
    for length in range(min(len(words), LONGEST), 0, -1):
        start = " ".join(words[:length])
        for kind in kinds:
            if start in vocabulary.answers[f"{kind}_starts"]:
                return kind
    return ""


def person_in(words: list[str], vocabulary: Vocabulary) -> str:
    """Who is spoken of: the first person named; a bare pronoun only where nobody is."""
    grammar = vocabulary.grammar
    found = list(longest([word.removesuffix(grammar.possessive) for word in words], vocabulary.people))
    named = [id for id in found if id not in grammar.pronouns]
    return (named or found or [""])[0]


def age_in(words: list[str], grammar: Grammar) -> int | None:
    """An age in years; less than a year is 0. A number with another unit ("three weeks") is no age."""
    for index, word in enumerate(words):
        number, after = _number(words, index, grammar)
        if number is None or number > OLDEST:
            continue
        follows = words[after] if after < len(words) else ""
        told = bool(grammar.ages.intersection(words[max(index - 2, 0) : after + 2]))
        if follows in grammar.months:
            if told and "old" in words[after:]:
                return number // 12
        elif follows not in grammar.shorter and (told or word != "one"):
            return number
    return None


def _number(words: list[str], at: int, grammar: Grammar) -> tuple[int | None, int]:
    """The number that starts at a word, spoken or in digits, and where it ends."""
    word = words[at]
    if word.isdecimal():
        return (int(word) if len(word) < 4 else None), at + 1
    number = grammar.numbers.get(word)
    ones = grammar.numbers.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if number and number >= 20 and number % 10 == 0 and 0 < ones < 10:
        return number + ones, at + 2
    return number, at + 1
