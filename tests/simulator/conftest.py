"""A small skill and its model, for a speaker that is tested without the project's own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator import Speaker

Json = dict[str, Any]

BUILT_IN = (
    "Help",
    "Stop",
    "Cancel",
    "Fallback",
    "NavigateHome",
    "Yes",
    "No",
    "Repeat",
    "Next",
    "Previous",
    "StartOver",
)


def value(canonical: str, *names: str) -> Json:
    """One slot value with its synonyms."""
    return {"id": canonical, "name": {"value": names[0], "synonyms": list(names[1:])}}


SUBJECT = {
    "name": "Subject",
    "values": [
        value("night-cramps", "cramps at night", "at night", "in bed"),
        value("dehydration", "dehydration", "not drinking enough"),
        value("magnesium", "magnesium"),
        value("vitamin-b", "vitamin b", "vitamin b twelve"),
        value("dvt", "d. v. t.", "a blood clot"),
        value("parkinsons", "parkinson's"),
        value("heat", "the heat", "hot weather"),
    ],
}
MEDICINE = {
    "name": "Medicine",
    "values": [value("atorvastatin", "atorvastatin", "lipitor"), value("quinine", "quinine", "tonic water")],
}


def intent(name: str, samples: list[str], **slots: str) -> Json:
    """One intent with its slots by name and type."""
    return {"name": name, "slots": [{"name": slot, "type": kind} for slot, kind in slots.items()], "samples": samples}


INTENTS = [
    *({"name": f"AMAZON.{name}Intent", "samples": []} for name in BUILT_IN),
    intent(
        "SubjectIntent",
        [
            "{subject}",
            "about {subject}",
            "can {subject} cause leg cramps",
            "does {subject} help with cramps",
            "is {subject} good for cramps",
            "tell me about {subject}",
            "why do my legs cramp {subject}",
        ],
        subject="Subject",
    ),
    intent("MedicineIntent", ["i take {medicine}", "can {medicine} cause leg cramps"], medicine="Medicine"),
    intent("CheckIntent", ["check my symptoms", "is it serious", "check {who} leg", "my leg check"], who="Who"),
    intent("CauseIntent", ["what causes leg cramps", "why do i get cramps", "what is a cramp"]),
    intent("ReliefIntent", ["how do i stop a cramp", "get rid of a cramp"]),
    intent("TellIntent", ["my leg {words}", "my left leg {words}", "i have {words}"], words="AMAZON.SearchQuery"),
    intent("SkipIntent", ["skip it"]),
    intent("AgeIntent", ["i am {age}", "i'm {age} years old"], age="AMAZON.NUMBER"),
]
WHO = {"name": "Who", "values": [value("mother", "my mother's", "mum's")]}


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of the small model."""
    language = {"invocationName": "cramp guide", "intents": INTENTS, "types": [SUBJECT, MEDICINE, WHO]}
    path = tmp_path_factory.mktemp("interaction_model") / "en-US.json"
    path.write_text(json.dumps({"interactionModel": {"languageModel": language}}), encoding="utf-8")
    return path


class Skill:
    """A skill that answers every request with `returns` and keeps the envelopes it got."""

    def __init__(self) -> None:
        """Ask something until told otherwise."""
        self.heard: list[Json] = []
        self.returns: Any = asks("Yes?", reprompt="Are you there?")

    def __call__(self, event: Json, context: object) -> Any:
        """Answer as a Lambda handler does."""
        self.heard.append(event)
        return self.returns


def asks(text: str, *, reprompt: str | None = None, attributes: Json | None = None) -> Json:
    """A response that keeps the session open."""
    body: Json = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{text}</speak>"}, "shouldEndSession": False}
    if reprompt:
        body["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{reprompt}</speak>"}}
    return {"version": "1.0", "sessionAttributes": attributes or {}, "response": body}


def tells(text: str, *, attributes: Json | None = None) -> Json:
    """A response that ends the session."""
    returned = asks(text, attributes=attributes)
    returned["response"]["shouldEndSession"] = True
    return returned


@pytest.fixture(autouse=True)
def preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that preferences are kept in unless told otherwise: here nobody's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PREFERENCES_FILE", "")
    return tmp_path / "cramp-guide" / "preferences.json"


@pytest.fixture
def skill() -> Skill:
    """A skill that asks something every turn."""
    return Skill()


@pytest.fixture
def asking() -> Callable[..., Json]:
    """Make a response that keeps the session open."""
    return asks


@pytest.fixture
def telling() -> Callable[..., Json]:
    """Make a response that ends the session."""
    return tells


@pytest.fixture
def speaker(skill: Skill, model: Path) -> Speaker:
    """A speaker with the small skill on it, no session open."""
    return Speaker("en-US", handler=skill, model=model)
