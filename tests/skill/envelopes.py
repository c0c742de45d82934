"""Whole requests as Alexa sends them, kept as JSON in ``events/``, and what the skill answers to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from simulator.response import plain
from simulator.skill import LambdaContext, load_handler

Json = dict[str, Any]
EVENTS = Path(__file__).parent / "events"
#: Every name of a stored event, for tests that hold for all of them.
NAMES = tuple(sorted(path.stem for path in EVENTS.glob("*.json")))
TROUBLE = "something went wrong"


def event(name: str, **attributes: Any) -> Json:
    """A stored event; with `attributes`, as a later turn of a session that holds them."""
    found: Json = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
    if attributes:
        found["session"] |= {"new": False, "attributes": attributes}
    return found


def intent_event(name: str, slots: Json | None = None, **attributes: Any) -> Json:
    """The stored question with another intent in its place."""
    found = event("ask", **attributes)
    found["request"]["intent"] = {"name": name, "confirmationStatus": "NONE", "slots": slots or {}}
    return found


def answered(request: Json) -> Json:
    """The skill's response, as JSON carries it."""
    response: Json = json.loads(json.dumps(load_handler()(json.loads(json.dumps(request)), LambdaContext())))
    return response


def said(response: Json) -> str:
    """The words that are heard; empty where nothing is said."""
    speech = response["response"].get("outputSpeech")
    return plain(speech["ssml"]) if speech else ""


def is_open(response: Json) -> bool:
    """Whether the session goes on and the microphone is on."""
    return response["response"].get("shouldEndSession") is False
