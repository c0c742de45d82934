"""How words answer a yes or no question. What cannot be read is never a no."""

from collections.abc import Callable

import pytest

from guide.dialogue import turn
from guide.heard import Heard
from guide.listening import MISHEARD, MOST_WORDS, Understood, listen
from guide.pack import Pack
from guide.state import State
from guide.text import normalise

Hear = Callable[[str], Understood]

READINGS = {
    "yes": [
        "yes", "yeah", "Yes, please.", "uh-huh", "mm-hmm", "i do", "a little", "both of them", "since yesterday", "sometimes",
        "only when i walk", "i think so", "it does", "she does", "just the left one", "definitely", "probably", "every night",
    ],
    "no": [
        "no", "nope", "No.", "not at all", "never", "uh-uh", "huh-uh", "no thank you", "she doesn't", "it doesn't",
        "not that i know of", "i don't have that", "absolutely not", "no never",
    ],
    "none": ["none", "none of those", "none of these", "nothing like that", "neither", "no to all of them", "not any of them"],
    "hedged_no": ["not really", "i don't think so", "probably not", "hardly", "i don't believe so"],
    "unsure": [
        "i don't know", "maybe", "not sure", "hard to say", "no idea", "can't tell", "could be", "dunno", "i'm not sure",
        "perhaps", "i have no idea", "it might be",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in READINGS.items() for text in texts])
def test_an_answer_is_read(kind: str, text: str, hear: Hear) -> None:
    """Yes, no, none, a hedged no, or not sure, in the ways people say them."""
    assert hear(text).polarity == kind


@pytest.mark.parametrize("text", ["banana", "the weather is nice", "what did you say", "play some music", "la la la", ""])
def test_anything_else_is_no_answer(text: str, hear: Hear) -> None:
    """Neither yes nor, above all, no."""
    assert hear(text).polarity == ""


@pytest.mark.parametrize("text", ["no but", "no wait", "no idea", "no feeling in it", "no i mean yes", "not no"])
def test_a_no_that_turns_round_is_not_read_as_no(text: str, hear: Hear) -> None:
    """What only begins like a no is asked again."""
    assert hear(text).polarity not in ("no", "none")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("my eighty year old mother", 80), ("he's seven", 7), ("my son is 12", 12), ("sixty five", 65), ("twenty one", 21),
        ("me aged forty two", 42), ("he's six months old", 0), ("an eighteen month old", 1), ("she is one year old", 1),
        ("one of them", None), ("three weeks", None), ("ten days after", None), ("for two hours", None), ("me", None),
        ("three times a week", None), ("999", None), ("one hundred", 100), ("zero", 0),
    ],
)  # fmt: skip
def test_an_age_is_heard_in_words_and_digits(text: str, age: int | None, hear: Hear) -> None:
    """Years; under one is 0. Weeks, days and counts are no ages, and neither is what nobody reaches."""
    assert hear(text).age == age


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my mother is eighty", "mother"), ("it's for my mum", "mother"), ("my mom's leg", "mother"), ("my son", "son"),
        ("my wife has leg cramps", "wife"), ("my nan", "grandmother"), ("me", "me"), ("it's me", "me"), ("she has cramps", "she"),
        ("my husband he has cramps", "husband"), ("why do legs cramp", ""),
    ],
)  # fmt: skip
def test_the_person_is_heard(text: str, person: str, hear: Hear) -> None:
    """Who is named comes before a pronoun; nobody named is nobody."""
    assert hear(text).person == person


def test_i_had_a_baby_is_about_the_mother(hear: Hear) -> None:
    """Not about the baby: its age would change every question."""
    heard = hear("i just had a baby")
    assert "pregnant" in heard.signs
    assert heard.person in ("", "me")


def test_misheard_names_are_understood_and_never_said_back(pack: Pack) -> None:
    """What a recogniser makes of a name leads to the right page and is not repeated as a name."""
    rows = pack.content["medicines"]["rows"]
    misheard = {name: id[1:] for name, id in pack.vocabulary.names.items() if id.startswith(MISHEARD)}
    assert misheard
    for name, id in misheard.items():
        assert listen(name, pack.vocabulary).names == (id,)
        if id in rows and id not in pack.topics:
            reply, _ = turn(Heard("ask", (id,), words=name), State(), pack)
            assert f"about {name}," not in reply.text.casefold()


def test_only_the_first_words_of_a_flood_are_read(hear: Hear) -> None:
    """A device hears some seconds of speech; what is longer cannot keep the listener busy."""
    flood = "banana " * (MOST_WORDS + 1) + "chest pain"
    assert "chest-pain" not in hear(flood).signs
    assert "chest-pain" in hear("banana " * 20 + "my chest hurts").signs


def test_words_are_made_plain() -> None:
    """Case, turned apostrophes, punctuation and spaces make no difference."""
    assert normalise("  I CAN\u2019T   feel_my foot!! ") == "i can't feel my foot"
