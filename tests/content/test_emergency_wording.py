"""In an emergency the action and the number come first, and they come twice."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from guide.check import Case
from guide.dialogue import turn
from guide.heard import Heard
from guide.pack import Pack, load
from guide.state import State
from guide.table import EMERGENCY


def emergencies(pack: Pack) -> Iterator[tuple[str, dict[str, str]]]:
    """Every question whose yes is an emergency, with answers that reach it; raisers come after what they raise."""
    for question in pack.table.questions:
        if question.yes == EMERGENCY:
            before = {id: "y" for id in question.after if id in pack.table.by_id and not pack.table.by_id[id].group}
            yield question.id, {**before, question.id: "y"}


def told(pack: Pack, answers: dict[str, str], person: str = "me", at_home: bool = True) -> str:
    """What is said when the check ends with these answers."""
    last = list(answers)[-1]
    state = State(mode="check", asked=last, person=person, age=40, answers={"who": "y", **dict(list(answers.items())[:-1])})
    reply, _ = turn(Heard("yes", at_home=at_home), state, pack)
    assert reply.about.outcome == EMERGENCY, (answers, reply.text)
    return reply.text


def test_the_number_is_within_the_first_ten_words_and_said_twice(locale: str) -> None:
    """Whichever sign it is, for oneself and for somebody else."""
    pack = load(locale)
    number = pack.content["numbers"]["home"]["emergency"]
    for id, answers in emergencies(pack):
        for person in ("me", "mother"):
            text = told(pack, answers, person)
            first = " ".join(text.split()[:10])
            assert re.search(rf"\b[Cc]all\b.*\b{re.escape(number)}\b", first), (id, text)
            assert text.count(number) >= 2, (id, text)


def test_away_from_home_no_number_of_the_country_is_said(locale: str) -> None:
    """The wording stays, the number is the local one, whatever it is."""
    pack = load(locale)
    number = pack.content["numbers"]["home"]["emergency"]
    for id, answers in emergencies(pack):
        text = told(pack, answers, at_home=False)
        assert "your local emergency number" in " ".join(text.split()[:14]), (id, text)
        assert not re.search(rf"(?<!\d){number}(?!\d)", text), (id, text)


@pytest.mark.parametrize("locale", ["en-US", "en-GB"])
def test_the_action_is_over_in_forty_words(locale: str) -> None:
    """Action, what it could be, the action again, and the one line for the wait: short enough to act on."""
    pack = load(locale)
    for id, answers in emergencies(pack):
        sentences = re.split(r"(?<=[.?])\s+", told(pack, answers))
        until = [number for number, sentence in enumerate(sentences) if sentence.startswith(sentences[0])]
        words = " ".join(sentences[: until[1] + 1]).split()
        assert len(words) <= 25, (id, words)


def test_every_emergency_says_what_to_do_while_waiting(content: Any) -> None:
    """The table's `wait` leads to a line that exists."""
    rules = content["check"]
    for row in [*rules["question"], *rules["together"]]:
        if row.get("yes", row.get("level")) == EMERGENCY:
            assert f"waiting.{row['wait']}" in content["phrases"], row


def test_every_urgent_question_says_what_it_could_be(locale: str) -> None:
    """A person who is sent on hears why, and what to say at the desk."""
    pack = load(locale)
    for question in pack.table.questions:
        if question.yes in (EMERGENCY, "see_today"):
            page = pack.questions[question.id]
            assert page.get("could_be"), question.id
            assert page.get("tell_them"), question.id


def test_the_check_begins_with_the_number(locale: str) -> None:
    """Before the first question everybody hears when not to go on with questions."""
    pack = load(locale)
    reply, _ = turn(Heard("check"), State(), pack)
    assert f"call {pack.content['numbers']['home']['emergency']} now" in reply.text
    assert Case(pack.table).outcome == "self_care"
