"""How texts are filled: for the person, the place, and lists as they are spoken."""

import pytest

from guide.pack import Pack
from guide.voice import Voice, voice_for


@pytest.fixture
def voice(pack: Pack) -> Voice:
    """The voice for the listener, at home."""
    return voice_for(pack, at_home=True, person="me")


@pytest.mark.parametrize(
    ("items", "word", "said"),
    [
        ([], "and", ""),
        (["one"], "and", "one"),
        (["one", "two"], "and", "one and two"),
        (["one", "two"], "or", "one or two"),
        (["one", "two", "three"], "and", "one, two, and three"),
        (["one", "two", "three"], "or", "one, two, or three"),
        (["a or b", "c"], "or", "a or b, or c"),
        (["a, b", "c"], "and", "a, b, and c"),
    ],
)
def test_lists_are_said_as_people_say_them(items: list[str], word: str, said: str, voice: Voice) -> None:
    """With a comma where an item holds one itself, or its own "or"."""
    assert voice.listed(items, word) == said


def test_a_capital_is_kept(voice: Voice) -> None:
    """A placeholder that starts a sentence fills with a capital."""
    assert voice.fill("{Name} and {name}", name="she") == "She and she"


def test_an_unfilled_placeholder_is_never_said(voice: Voice) -> None:
    """Braces are not for the ear."""
    assert "{" not in voice.fill("Call {nobody} now. {Source} says so.")


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("mother", "Has she lost her way?"),
        ("father", "Has he lost his way?"),
        ("friend", "Have they lost their way?"),
    ],
)
def test_somebody_else_is_spoken_of_in_the_third_person(person: str, text: str, pack: Pack) -> None:
    """She, he or they, and the verb that goes with it."""
    assert voice_for(pack, True, person).fill("{Have} {they} lost {their} way?") == text


def test_every_question_has_a_form_for_somebody_else(any_pack: Pack) -> None:
    """No "you" or "your" where a mother is meant, and no braces left."""
    for id, page in any_pack.questions.items():
        if not any_pack.table.by_id[id].person:
            text = voice_for(any_pack, True, "mother").question(id, "ask")
            assert "{" not in text, id
            assert not {"you", "your", "yours"} & set(text.casefold().replace("?", "").replace(",", "").split()), (id, text)
            assert text != page["ask"] or "you" not in page["ask"].casefold(), id


def test_away_from_home_the_numbers_are_neutral(any_pack: Pack) -> None:
    """No number of a country that the device does not stand in."""
    away = voice_for(any_pack, at_home=False, person="me")
    number = any_pack.content["numbers"]["home"]["emergency"]
    assert number in voice_for(any_pack, True, "me").fill("Call {emergency}.")
    assert away.fill("Call {emergency}.") == "Call your local emergency number."


def test_an_unknown_person_is_spoken_to(pack: Pack) -> None:
    """Rather "you" than a wrong pronoun."""
    assert not voice_for(pack, True, "gone").aside
