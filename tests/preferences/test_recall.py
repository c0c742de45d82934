"""Withdrawing a page at once: nothing of it is heard on any way of asking, and no rule of the check can go."""

import json
import logging

import pytest

from guide.dialogue import turn
from guide.heard import Heard
from guide.pack import load
from guide.recall import withdrawable, without
from guide.state import State
from simulator import Speaker
from skill.recall import refuse_what_must_stay
from tests.guide.conftest import LOCALES

CHECKED = "being checked again"


@pytest.mark.parametrize("said", ["what about magnesium", "does magnesium help with cramps", "i take magnesium"])
def test_a_withdrawn_topic_is_not_told(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says that it is being checked and who to ask, with no source, and offers the check."""
    monkeypatch.setenv("WITHDRAWN", "magnesium")
    speaker = Speaker("en-GB")
    speaker.open()
    heard = speaker.say(said)
    assert CHECKED in heard.speech
    assert "pharmacist" in heard.speech
    assert "999" in heard.speech
    assert "older adults" not in f"{heard.speech} {heard.card}"
    assert heard.speech.endswith("Shall I check for warning signs?")
    assert "of these" not in speaker.say("tell me more").speech


def test_a_withdrawn_medicine_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does anybody stop it because of that."""
    monkeypatch.setenv("WITHDRAWN", "atorvastatin")
    heard = Speaker("en-US").say("ask cramp guide about lipitor")
    assert CHECKED in heard.speech
    assert "don't stop it on your own" in heard.speech
    assert CHECKED not in Speaker("en-US").say("ask cramp guide about simvastatin").speech


def test_a_withdrawn_stretch_does_not_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor go on, where it had begun before."""
    speaker = Speaker("en-US")
    speaker.open()
    speaker.say("guide me through a calf stretch")
    speaker.say("yes")
    monkeypatch.setenv("WITHDRAWN", "calf-stretch")
    assert CHECKED in speaker.say("next").speech
    assert CHECKED in speaker.say("guide me through a calf stretch").speech


def test_a_recall_holds_in_the_middle_of_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """More of a page that was withdrawn meanwhile is not told."""
    speaker = Speaker("en-US")
    speaker.open()
    speaker.say("what about magnesium")
    monkeypatch.setenv("WITHDRAWN", "magnesium")
    assert "magnesium" not in speaker.say("yes").speech.casefold().replace("on magnesium", "")


@pytest.mark.parametrize("locale", LOCALES)
def test_any_page_can_be_withdrawn_in_any_locale(locale: str) -> None:
    """All of them at once: each is answered, and by nothing of its own."""
    pack = load(locale)
    content = pack.content
    ids = [*content["topics"], *content["medicines"]["rows"], *content["routines"]]
    empty = without(pack, ids)
    for id in ids:
        act = "stretch" if id in content["routines"] else "ask"
        reply, _ = turn(Heard(act, (id,)), State(disclaimed=True), empty)
        assert CHECKED in reply.text, id
        assert not reply.card or CHECKED in reply.card.text, id


def test_no_question_of_the_check_can_be_withdrawn() -> None:
    """The pack without "chest-pain" asks it as before: the rules are the same object's."""
    pack = load("en-US")
    questions = [question.id for question in pack.table.questions]
    only_questions = [id for id in questions if not withdrawable(id, pack)]
    assert "chest-pain" in only_questions
    changed = without(pack, questions)
    assert changed.content["check"] == pack.content["check"]
    assert changed.content["questions"] == pack.content["questions"]
    assert changed.content["outcomes"] == pack.content["outcomes"]


def test_an_emergency_is_found_whatever_is_withdrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that can be named, questions and all."""
    pack = load("en-US")
    monkeypatch.setenv("WITHDRAWN", ",".join([*pack.topics, *pack.table.by_id, "calf-stretch", "foot-stretch"]))
    heard = Speaker("en-US").say("ask cramp guide i have crushing chest pain")
    assert heard.about.outcome == "call_emergency"
    assert "Call 911 now." in heard.speech


def test_what_cannot_be_withdrawn_is_refused_aloud(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """One line each at the start, of which an alarm is made; the skill starts all the same."""
    monkeypatch.setenv("WITHDRAWN", "magnesium, chest-pain nonsense")
    with caplog.at_level(logging.INFO, "cramp_guide"):
        refuse_what_must_stay()
    lines = [json.loads(record.getMessage()) for record in caplog.records]
    assert [line["event"] for line in lines] == ["recall_refused"] * 2
    assert "chest-pain is a question of the check" in lines[0]["reason"]
    assert "nonsense" in lines[1]["reason"]


def test_nothing_withdrawn_costs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """No line, and the pack that everybody shares."""
    with caplog.at_level(logging.INFO, "cramp_guide"):
        refuse_what_must_stay()
    assert not caplog.records
