"""Requests and session attributes that nobody meant to send: a person may be waiting behind each of them."""

from typing import Any

import pytest

from tests.skill.envelopes import TROUBLE, Json, answered, event, intent_event, is_open, said

NEW_IN_PASSING = ["ask-unknown-viewport", "ask-unknown-dialog-state"]
NOT_UNDERSTOOD = ["unknown-request", "unknown-intent", "ask-unknown-resolution-code"]
STRANGE = [*NOT_UNDERSTOOD, *NEW_IN_PASSING]
DAMAGED: dict[str, Any] = {
    "no state": None,
    "a number": 5,
    "a word": "check",
    "a list": ["check"],
    "mode of the wrong kind": {"mode": 5},
    "unknown mode": {"mode": "dance", "asked": "who"},
    "check without a question": {"mode": "check"},
    "check at an unknown question": {"mode": "check", "asked": "no-such-question"},
    "check at an offer": {"mode": "check", "asked": "more"},
    "answers as a list": {"mode": "check", "asked": "leg", "answers": ["leg"]},
    "an unknown answer": {"mode": "check", "asked": "leg", "answers": {"who": "y", "conditions": "maybe"}},
    "an answer to an unknown question": {"mode": "check", "asked": "leg", "answers": {"no-such-question": "y"}},
    "only an answer to an unknown question": {"mode": "check", "answers": {"no-such-question": "y"}},
    "the second step of an unknown question": {"mode": "check", "asked": "leg", "answers": {"no-such-question+": "y"}},
    "the second step of no group": {"mode": "check", "asked": "leg", "answers": {"who+": "y"}},
    "an unknown person": {"mode": "check", "asked": "who", "person": "no-such-person"},
    "a person of the wrong kind": {"mode": "check", "asked": "who", "person": {"id": "mother"}},
    "an age below none": {"mode": "check", "asked": "who", "age": -1},
    "an age as a word": {"mode": "check", "asked": "who", "age": "nine"},
    "an age that is no age": {"mode": "check", "asked": "who", "age": True},
    "an unknown topic": {"topic": "no-such-topic", "asked": "more"},
    "a section too far": {"topic": "night-cramps", "section": 99, "asked": "more"},
    "an unknown medicine": {"topic": "statins", "medicine": "no-such-medicine", "asked": "more"},
    "a medicine without its topic": {"medicine": "atorvastatin", "asked": "more"},
    "an unknown offer": {"asked": "no-such-offer"},
    "an offer of an unknown topic": {"asked": "also:no-such-topic"},
    "an unknown nickname": {"asked": "which:no-such-nickname"},
    "an offer cut off": {"asked": "also:"},
    "an unknown routine": {"mode": "stretch", "routine": "no-such-routine", "asked": "step"},
    "a step too far": {"mode": "stretch", "routine": "calf-stretch", "step": 150, "asked": "step"},
    "what was said, cut off": {"said": ["one"]},
    "what was said, of the wrong kind": {"said": [1, 2, 3]},
    "an unknown outcome": {"outcome": "no-such-outcome", "asked": "again"},
    "an unknown field": {"no_such_field": 1},
    "far too many tries": {"tries": 10**9},
}
TURNS = ["Yes", "No", "Help", "Repeat", "Next", "Previous", "StartOver", "Fallback"]
OWN_TURNS = [
    "NotSure",
    "None",
    "More",
    "Back",
    "Source",
    "CheckedWhen",
    "Summary",
    "HowMany",
    "WhyAsk",
    "Meaning",
    "Skip",
    "Check",
]
EVERY_TURN = [*(f"AMAZON.{name}Intent" for name in TURNS), *(f"{name}Intent" for name in OWN_TURNS)]


@pytest.mark.parametrize("name", STRANGE)
def test_a_request_with_something_unknown_in_it_is_answered_kindly(name: str) -> None:
    """A value that is newer than the SDK gets a spoken sentence and a question, never silence or a stack trace."""
    response = answered(event(name))
    assert said(response).endswith("?")
    assert is_open(response)
    assert not [sign for sign in ("Traceback", "Error", "wordmarker") if sign in str(response)]


@pytest.mark.parametrize("name", NEW_IN_PASSING)
def test_something_unknown_beside_the_question_does_not_keep_it_from_being_answered(name: str) -> None:
    """The device and the state of a dialog have no say in what is known about magnesium."""
    response = answered(event(name))
    assert response["sessionAttributes"]["about"]["topics"] == ["magnesium"]
    assert TROUBLE not in said(response)


@pytest.mark.parametrize("name", NOT_UNDERSTOOD)
def test_the_session_goes_on_where_it_was(name: str) -> None:
    """What was talked about before the strange request is still there after it."""
    kept = answered(event(name))["sessionAttributes"]["state"]
    assert kept["topic"] == "night-cramps"
    assert kept["welcomed"] is True


@pytest.mark.parametrize("name", EVERY_TURN)
@pytest.mark.parametrize("damage", DAMAGED, ids=lambda damage: damage.replace(" ", "-"))
def test_damaged_session_attributes_are_answered(damage: str, name: str) -> None:
    """Whatever is unknown or of the wrong kind counts as never said; nobody is left without an answer."""
    response = answered(intent_event(name, state=DAMAGED[damage]))
    assert said(response)
    assert TROUBLE not in said(response)


@pytest.mark.parametrize("damage", DAMAGED, ids=lambda damage: damage.replace(" ", "-"))
def test_an_emergency_is_heard_in_spite_of_damaged_attributes(damage: str) -> None:
    """A damaged session must never cost the number."""
    slots = {"words": {"name": "words", "value": "chest hurts and i can't breathe"}}
    response = answered(intent_event("TellIntent", slots, state=DAMAGED[damage]))
    assert "999" in " ".join(said(response).split()[:10])


@pytest.mark.parametrize("attributes", [None, [], "state", 5])
def test_attributes_that_are_no_attributes_are_answered(attributes: Any) -> None:
    """The whole of the attributes damaged, too."""
    request = event("ask")
    request["session"]["attributes"] = attributes
    assert said(answered(request))


@pytest.mark.parametrize("broken", [{}, {"request": {}}, {"request": {"type": "IntentRequest"}}, {"request": "IntentRequest"}])
def test_what_is_no_request_at_all_raises_nothing(broken: Json) -> None:
    """An event that was never Alexa's ends in a well-formed response."""
    assert answered(broken)["version"] == "1.0"


@pytest.mark.parametrize("locale", ["en-US.words", "../packs/en-GB", "xx-XX", "", "\x00", 5, None, ["en-GB"]])
def test_a_locale_that_is_none_is_answered_without_any_country_s_number(locale: Any) -> None:
    """A locale is a name and never a path, and what nobody speaks here is answered in the default language."""
    request = intent_event("CallSomeoneIntent")
    request["request"]["locale"] = locale
    assert "your local emergency number" in said(answered(request))
