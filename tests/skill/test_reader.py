"""What the reader makes of an envelope: the same as the SDK's own deserialiser, and something sound where that fails."""

import json
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from skill.reader import RequestReader
from tests.skill.envelopes import NAMES, Json, answered, event, intent_event, is_open, said

#: Events with a value that the SDK does not know.
NEWER = {
    "ask-unknown-dialog-state",
    "ask-unknown-resolution-code",
    "ask-unknown-viewport",
    "unknown-request",
    "unknown-request-without-session",
}
#: What no handler reads, so that the reader leaves it out.
UNREAD = {
    "access_token",
    "api_access_token",
    "confirmation_status",
    "device",
    "dialog_state",
    "error",
    "permissions",
    "reason",
    "slot_value",
    "task",
    "timestamp",
}


def written(value: Any) -> Any:
    """An SDK object as plain data, without what is unread or empty."""
    if isinstance(value, list):
        return [written(one) for one in value]
    if isinstance(value, dict):
        return {key: written(one) for key, one in value.items()}
    if hasattr(value, "deserialized_types"):
        pairs = {name: getattr(value, name) for name in value.deserialized_types if name not in UNREAD}
        return {type(value).__name__: {name: written(one) for name, one in pairs.items() if one is not None}}
    return value


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NEWER])
def test_an_envelope_is_read_as_the_sdk_reads_it(name: str) -> None:
    """Class by class and value by value; a user that stands in one place only stands in both here."""
    request = event(name)
    if session := request.get("session"):
        session["user"] = request["context"]["System"]["user"] = {"userId": "amzn1.ask.account.X"}
    by_sdk = DefaultSerializer().deserialize(json.dumps(request), RequestEnvelope)
    assert written(RequestReader().deserialize(request)) == written(by_sdk)


def without(request: Json, *path: str) -> Json:
    """The request without the field at the end of the path."""
    inner = request
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return request


ASKED = event("ask")
FIELDS = [
    *((key,) for key in ASKED if key != "request"),
    *(("session", key) for key in ASKED["session"]),
    *(("context", "System", key) for key in ASKED["context"]["System"]),
    *(("request", key) for key in ASKED["request"] if key != "intent"),
    *(("request", "intent", key) for key in ("confirmationStatus",)),
    *(("request", "intent", "slots", "subject", key) for key in ("name", "source", "confirmationStatus")),
]


@pytest.mark.parametrize("path", FIELDS, ids=".".join)
def test_whatever_is_missing_around_a_question_it_is_answered(path: tuple[str, ...]) -> None:
    """No single field but the question itself is needed for its answer."""
    response = answered(without(event("ask"), *path))
    assert "magnesium" in said(response)
    assert is_open(response)


#: Another type of request would be another question.
WRONG = [(path, value) for path in FIELDS for value in (None, 5, "?", [], {}, [[]], True) if (path[-1], value) != ("type", "?")]


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_whatever_is_of_the_wrong_kind_around_a_question_it_is_answered(path: tuple[str, ...], value: Any) -> None:
    """Nor does a value that makes no sense keep it away, wherever it stands."""
    request = event("ask")
    inner = request
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    assert "magnesium" in said(answered(request))


def test_a_question_without_its_intent_is_answered_as_not_understood() -> None:
    """Somebody said something, and nobody knows what."""
    response = answered(without(event("ask"), "request", "intent"))
    assert said(response).endswith("?")
    assert is_open(response)


def test_an_emergency_is_heard_in_an_intent_without_a_name() -> None:
    """The words count, whatever carried them."""
    request = intent_event("TellIntent", {"words": {"value": "chest hurts and i can't breathe"}})
    assert "999" in said(answered(without(request, "request", "intent", "name")))


def test_a_value_that_stands_only_in_its_newer_place_is_read() -> None:
    """Alexa sends a slot's value twice; the older place may go one day."""
    request = event("ask")
    slot = request["request"]["intent"]["slots"]["subject"]
    slot["slotValue"] = {"type": "Simple", "value": slot.pop("value"), "resolutions": slot.pop("resolutions")}
    assert answered(request)["sessionAttributes"]["about"]["topics"] == ["magnesium"]


def test_half_a_character_is_no_word() -> None:
    """It could not be sent back, nor in a session's state."""
    request = intent_event("TellIntent", {"words": {"name": "words", "value": "calf \ud83d is swollen"}})
    json.dumps(answered(request), ensure_ascii=False).encode()
