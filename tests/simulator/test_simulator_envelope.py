"""Requests are such as the Alexa service sends."""

import json
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.request_envelope import RequestEnvelope

from simulator import Speaker


def sdk(event: dict[str, Any]) -> Any:
    """Read an envelope as the ASK SDK does."""
    return DefaultSerializer().deserialize(json.dumps(event), RequestEnvelope)


@pytest.mark.parametrize("screen", [False, True])
def test_the_sdk_reads_every_request(skill: Any, model: Path, screen: bool) -> None:
    """Launch, intents with every kind of slot, and the end of a session all deserialise."""
    speaker = Speaker("en-US", screen=screen, handler=skill, model=model)
    for said in (
        "open cramp guide",
        "about magnesium",
        "can blurgle cause leg cramps",
        "i am 64",
        "my leg is red",
        "exit",
    ):
        speaker.say(said)
    envelopes = [sdk(event) for event in skill.heard]
    assert [envelope.request.object_type for envelope in envelopes] == [
        "LaunchRequest", *["IntentRequest"] * 4, "SessionEndedRequest",
    ]  # fmt: skip
    assert all((envelope.context.viewports is not None) == screen for envelope in envelopes)


def test_slots(speaker: Speaker, skill: Any) -> None:
    """Custom types carry their resolutions, known or not; built-in types carry none."""
    for said in ("about hot weather", "can blurgle cause leg cramps", "i am 64"):
        speaker.say(said)
    known, unknown, age = (next(iter(event["request"]["intent"]["slots"].values())) for event in skill.heard)
    match = known["resolutions"]["resolutionsPerAuthority"][0]
    assert (known["value"], match["status"]["code"]) == ("hot weather", "ER_SUCCESS_MATCH")
    assert match["values"] == [{"value": {"name": "the heat", "id": "heat"}}]
    assert match["authority"] == "amzn1.er-authority.echo-sdk.amzn1.ask.skill.desk.Subject"
    assert unknown["resolutions"]["resolutionsPerAuthority"][0]["status"]["code"] == "ER_SUCCESS_NO_MATCH"
    assert (age["value"], "resolutions" in age) == ("64", False)


def test_unfilled_slots_are_sent(speaker: Speaker, skill: Any) -> None:
    """Every slot of the intent is there, though nothing was said for it."""
    speaker.say("check my symptoms")
    assert skill.heard[-1]["request"]["intent"]["slots"] == {"who": {"name": "who", "confirmationStatus": "NONE"}}


@pytest.mark.parametrize(
    ("locale", "endpoint"),
    [("en-US", "api"), ("en-CA", "api"), ("en-GB", "api.eu"), ("en-IN", "api.eu"), ("en-AU", "api.fe")],
)
def test_endpoint(skill: Any, model: Path, locale: str, endpoint: str) -> None:
    """Each locale is served from its own region."""
    Speaker(locale, handler=skill, model=model).open()
    assert skill.heard[0]["context"]["System"]["apiEndpoint"] == f"https://{endpoint}.amazonalexa.com"
    assert skill.heard[0]["request"]["locale"] == locale


def test_skill_id(skill: Any, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The skill is called by the id that it checks."""
    monkeypatch.setenv("SKILL_ID", "amzn1.ask.skill.mine")
    Speaker("en-US", handler=skill, model=model).open()
    assert skill.heard[0]["context"]["System"]["application"]["applicationId"] == "amzn1.ask.skill.mine"
