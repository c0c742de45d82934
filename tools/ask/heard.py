"""What an utterance was taken for and what was answered, in one form for the desk speaker and for the real service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator import Turn
from simulator.response import plain

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Heard:
    """`what` is the intent, or the type of a request without one; `slots` hold an id where the value has one, else the
    words; `speech` is plain text."""

    what: str
    slots: Mapping[str, str] = field(default_factory=dict)
    speech: str = ""


def on_the_desk(turn: Turn) -> Heard:
    """What the desk speaker made of it."""
    slots = {name: filled.id or filled.value for name, filled in turn.slots.items()}
    return Heard(turn.intent or turn.request or "nothing", slots, turn.speech)


def in_simulation(result: Json) -> Heard:
    """What Amazon's simulator made of it: the last request that it sent to the skill, and the skill's answer."""
    invocations = (result.get("skillExecutionInfo") or {}).get("invocations") or []
    if not invocations:
        captions = (result.get("alexaExecutionInfo") or {}).get("alexaResponses") or []
        return Heard("nothing", speech=" ".join((one.get("content") or {}).get("caption", "") for one in captions))
    last = invocations[-1]
    request = ((last.get("invocationRequest") or {}).get("body") or {}).get("request") or {}
    response = ((last.get("invocationResponse") or {}).get("body") or {}).get("response") or {}
    ssml = (response.get("outputSpeech") or {}).get("ssml", "")
    return _of(request.get("intent") or {}, request.get("type", "nothing"), plain(ssml) if ssml else "")


def in_profile(result: Json) -> Heard:
    """What the model alone made of it."""
    return _of(result.get("selectedIntent") or {}, "nothing", "")


def _of(intent: Json, otherwise: str, speech: str) -> Heard:
    slots = {name: said for name, slot in (intent.get("slots") or {}).items() if (said := _slot(slot))}
    return Heard(intent.get("name") or otherwise, slots, speech)


def _slot(slot: Json) -> str:
    """The first id that an authority resolved the value to, else the value."""
    listed = slot.get("resolutions") or {}
    authorities = listed.get("resolutionsPerAuthority", []) if isinstance(listed, Mapping) else listed
    for authority in authorities:
        status = authority.get("status") or {}
        if status.get("code") == "ER_SUCCESS_MATCH" and authority.get("values"):
            value = authority["values"][0].get("value") or authority["values"][0]
            return str(value.get("id") or value.get("name") or "")
    return str(slot.get("value") or "")


def differences(desk: Heard, real: Heard) -> Iterator[str]:
    """A line for each thing that differs: intent, slots, speech."""
    if desk.what != real.what:
        yield f"intent  desk {desk.what}, Alexa {real.what}"
    elif _words_of(desk.slots) != _words_of(real.slots):
        yield f"slots   desk {dict(desk.slots)}, Alexa {dict(real.slots)}"
    if _bare(desk.speech) != _bare(real.speech):
        yield f"speech  desk: {desk.speech}"
        yield f"        Alexa: {real.speech}"


def _words_of(slots: Mapping[str, str]) -> dict[str, str]:
    return {name: _bare(value) for name, value in slots.items() if value}


def _bare(text: str) -> str:
    """Letters and digits only: captions differ in marks and capitals."""
    return " ".join(re.findall(r"\w+", text.casefold()))
