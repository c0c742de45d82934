"""What each kind of request is answered with, whatever its slots hold."""

import json
from pathlib import Path

import pytest

from tests.skill.envelopes import TROUBLE, Json, answered, event, intent_event, is_open, said

MODELS = Path(__file__).parents[2] / "interaction_model"
INTENTS: list[tuple[str, Json]] = sorted(
    (intent["name"], {slot["name"]: {"name": slot["name"], "confirmationStatus": "NONE"} for slot in intent.get("slots", [])})
    for intent in json.loads((MODELS / "en-US.json").read_text())["interactionModel"]["languageModel"]["intents"]
)
CLOSING = {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "AMAZON.NoIntent", "DenyIntent", "NoneIntent"}
STATES: dict[str, Json] = {
    "start": {},
    "after an answer": {"state": {"welcomed": True, "topic": "night-cramps", "asked": "more"}},
    "in the check": {"state": {"mode": "check", "person": "me", "answers": {"who": "y"}, "asked": "conditions"}},
    "in a stretch": {"state": {"mode": "stretch", "routine": "calf-stretch", "step": 2, "asked": "step"}},
    "after an outcome": {"state": {"person": "me", "answers": {"who": "y"}, "outcome": "self_care", "asked": "again"}},
}


def test_opening_the_skill_welcomes_and_asks() -> None:
    """The first thing heard names the skill and leaves the microphone on."""
    response = answered(event("launch"))
    assert said(response).startswith("Welcome to Cramp Guide.")
    assert is_open(response)


def test_opening_it_again_within_a_session_is_shorter() -> None:
    """Somebody who has heard the welcome hears less of it."""
    response = answered(event("launch", state={"welcomed": True}))
    assert said(response).startswith("Cramp Guide again.")
    assert len(said(response)) < len(said(answered(event("launch")))) / 2


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.replace(" ", "-"))
@pytest.mark.parametrize(("name", "slots"), INTENTS, ids=[name for name, _ in INTENTS])
def test_every_intent_is_answered_with_empty_slots(name: str, slots: Json, state: str) -> None:
    """Alexa sends declared slots without a value; no state makes that a failure, and none is left without words."""
    response = answered(intent_event(name, slots, **STATES[state]))
    assert said(response)
    assert TROUBLE not in said(response)
    assert is_open(response) or name in CLOSING


@pytest.mark.parametrize(("name", "slots"), INTENTS, ids=[name for name, _ in INTENTS])
def test_every_intent_is_answered_without_slots(name: str, slots: Json) -> None:
    """Some requests carry no slots at all."""
    request = intent_event(name)
    del request["request"]["intent"]["slots"]
    assert said(answered(request))
    assert TROUBLE not in said(answered(request))


@pytest.mark.parametrize("name", ["ask-no-match", "ask-without-resolutions", "ask-unknown-id"])
def test_a_value_that_nobody_knows_is_answered_as_not_understood(name: str) -> None:
    """It is said what can be asked, and the unknown word is not said back."""
    response = answered(event(name))
    assert "I know about leg and foot cramps" in said(response)
    assert "wordmarker" not in json.dumps(response)
    assert is_open(response)


@pytest.mark.parametrize("name", ["ask-nothing", "ask-without-slots", "ask-question-mark"])
def test_a_missing_value_is_asked_for(name: str) -> None:
    """A question mark for a value is what the platform sends when it heard nothing that fits."""
    response = answered(event(name))
    assert said(response).endswith("?")
    assert is_open(response)


def test_the_first_authority_that_knows_a_value_decides() -> None:
    """A dynamic authority without a match does not hide the model's own, and only its best match counts."""
    response = answered(event("ask-several-authorities"))
    assert response["sessionAttributes"]["about"]["topics"] == ["magnesium"]


@pytest.mark.parametrize("name", ["session-ended", "session-ended-by-an-error", "unknown-request-without-session"])
def test_nothing_is_said_where_nothing_may_be_said(name: str) -> None:
    """Alexa refuses speech, cards and prompts in answer to these."""
    body = answered(event(name))["response"]
    assert not [part for part in ("outputSpeech", "card", "directives", "reprompt") if body.get(part)]


@pytest.mark.parametrize(
    ("name", "whole"),
    [("can-fulfil-yes", "YES"), ("can-fulfil-maybe", "MAYBE"), ("can-fulfil-no", "NO"), ("can-fulfil-unknown-intent", "NO")],
)
def test_whether_a_question_can_be_answered_is_told_and_nothing_else(name: str, whole: str) -> None:
    """Every slot of the request is answered for; nothing is said, kept or shown."""
    request = event(name)
    response = answered(request)
    body = {part: value for part, value in response["response"].items() if value is not None}
    assert set(body) == {"canFulfillIntent"}
    assert body["canFulfillIntent"]["canFulfill"] == whole
    assert set(body["canFulfillIntent"]["slots"]) == set(request["request"]["intent"]["slots"])
    assert not response.get("sessionAttributes")
