"""Real envelopes, broken: what is real is kept as JSON in ``tests/skill/events``, what breaks it is drawn by hypothesis."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from simulator import Speaker
from simulator.skill import load_handler
from tests.conversations.script import play, script_at
from tests.skill.envelopes import NAMES, Json, event, intent_event
from tests.skill.test_requests import INTENTS, STATES

#: Conversations whose sessions hold much: a check to its end, answers with more to tell, a stretch, somebody else.
LONG = ("check-emergency-mother", "check-talking-back", "check-today", "lipitor", "night-cramps-to-the-end", "stretch-to-the-end")
CONVERSATIONS = Path(__file__).parents[1] / "conversations"
MARKER = "WORDMARKER"
#: Words that mean something to the skill, to a parser or to SSML, and values of every kind.
WORDS = [
    "",
    "?",
    MARKER,
    "en-US",
    "en-GB",
    "xx-XX",
    "IntentRequest",
    "LaunchRequest",
    "CanFulfillIntentRequest",
    "SessionEndedRequest",
    "AlexaSkillEvent.SkillDisabled",
    "Alexa.Presentation.APL.UserEvent",
    "AMAZON.RepeatIntent",
    "AMAZON.YesIntent",
    "TellIntent",
    "ER_SUCCESS_MATCH",
    "ER_SUCCESS_NEW",
    "check",
    "stretch",
    "who",
    "more",
    "chest hurts and i can't breathe",
    "my calf is swollen </speak><audio src='https://example.org/a.mp3'/>",
    "{pronoun} & <break time='99s'/>",
    "../packs/en-US",
    "\x00",
    "\ud83d",
    "word " * 2_000,
    "y" * 9_000,
]
LEAVES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(WORDS),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
)
JUNK: st.SearchStrategy[Any] = st.one_of(
    LEAVES,
    st.lists(LEAVES, max_size=3),
    st.dictionaries(st.sampled_from(["type", "name", "value", "id", "x"]), LEAVES, max_size=3),
)


def said_in(name: str) -> list[Json]:
    """Every request of a conversation, each with another that asks to hear the last answer again."""
    requests: list[Json] = []

    def handler(request: Json, context: Any) -> Any:
        again = {"type": "IntentRequest", "intent": {"name": "AMAZON.RepeatIntent", "slots": {}}}
        requests.extend((request, {**request, "request": request["request"] | again}))
        return load_handler()(json.loads(json.dumps(request)), context)

    script = script_at(Path(CONVERSATIONS, f"{name}.txt"))
    for _ in play(script, Speaker(script.locale, handler=handler)):
        pass
    return requests


@cache
def real() -> list[str]:
    """Every stored event, every intent of the model in every state of a conversation, and whole conversations."""
    intents = [intent_event(name, slots, **state) for name, slots in INTENTS for state in STATES.values()]
    said = [request for name in LONG for request in said_in(name)]
    return [json.dumps(request) for request in (*map(event, NAMES), *intents, *said)]


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """An envelope with one to five things wrong with it."""
    request: Any = json.loads(draw(st.sampled_from(real())))
    for _ in range(draw(st.integers(1, 5))):
        places = list(_places(request))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        change = draw(st.sampled_from(["take away", "replace", "swap", "rename", "add"]))
        if change == "take away":
            del holder[key]
        elif change == "replace":
            holder[key] = draw(JUNK)
        elif change == "swap":
            other, place = draw(st.sampled_from(places))
            holder[key] = json.loads(json.dumps(other[place]))
        elif change == "rename" and isinstance(holder, dict):
            holder[draw(st.sampled_from(WORDS))] = holder.pop(key)
        elif isinstance(holder[key], dict):
            holder[key][draw(st.sampled_from(WORDS))] = draw(JUNK)
    return request


def _places(value: Any) -> Any:
    """Every holder in the value, with each key or index that it has."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        yield value, key
        yield from _places(inner)


def held_against(request: Any) -> Json:
    """What of a broken request can still be known, in the form that the lints of responses read."""
    inner = _dict(_dict(request).get("request"))
    intent = _dict(inner.get("intent"))
    kind, locale = inner.get("type"), inner.get("locale")
    name = intent.get("name") if kind == "IntentRequest" else None
    return {
        "request": {
            "type": kind if isinstance(kind, str) else "",
            "locale": locale if isinstance(locale, str) else "",
            "intent": {"name": name if isinstance(name, str) else None, "slots": _sendable(_dict(intent.get("slots")))},
        },
        "context": {},
    }


def _sendable(slots: Json) -> Json:
    """The slots whose names can be sent back: half a character cannot."""
    return {name: slot for name, slot in slots.items() if name == name.encode(errors="ignore").decode()}


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}
