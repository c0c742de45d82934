"""What is read of a request, as a table: for each SDK class its fields, their JSON keys, and how each is read.

A field that is missing, of the wrong kind, or of a value that the SDK does not know is left out; nothing here raises.
Fields that no handler reads have no row: neither the viewport nor the timestamp can then spoil a turn, and the access
token is never taken in.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from math import inf
from typing import Any

from ask_sdk_model.application import Application
from ask_sdk_model.canfulfill.can_fulfill_intent_request import CanFulfillIntentRequest
from ask_sdk_model.context import Context
from ask_sdk_model.intent import Intent
from ask_sdk_model.intent_request import IntentRequest
from ask_sdk_model.interfaces.system.system_state import SystemState
from ask_sdk_model.launch_request import LaunchRequest
from ask_sdk_model.request import Request
from ask_sdk_model.session import Session
from ask_sdk_model.session_ended_request import SessionEndedRequest
from ask_sdk_model.slot import Slot
from ask_sdk_model.slu.entityresolution.resolution import Resolution
from ask_sdk_model.slu.entityresolution.resolutions import Resolutions
from ask_sdk_model.slu.entityresolution.status import Status
from ask_sdk_model.slu.entityresolution.status_code import StatusCode
from ask_sdk_model.slu.entityresolution.value import Value
from ask_sdk_model.slu.entityresolution.value_wrapper import ValueWrapper
from ask_sdk_model.user import User

#: Gives what a JSON value means, or None where it means nothing.
Read = Callable[[Any], Any]
#: Bytes of session attributes. A state is some 2,000; the whole response has to stay under 24,576 (platform rule R4).
MOST_KEPT = 12_000


def text(value: Any) -> str | None:
    """A string that can be sent back: with half of a surrogate pair it means nothing."""
    if not isinstance(value, str) or value.isascii():
        return value if isinstance(value, str) else None
    return value if value == value.encode(errors="ignore").decode() else None


def flag(value: Any) -> bool | None:
    """True or false."""
    return value if isinstance(value, bool) else None


def sendable(value: Any) -> dict[str, Any] | None:
    """Session attributes, without any that would fill the response or that cannot be sent back as they came."""
    if not isinstance(value, dict):
        return None
    if _bytes_of(value) <= MOST_KEPT:
        return value
    kept: dict[str, Any] = {}
    for name, one in value.items():
        if _bytes_of(kept | {name: one}) <= MOST_KEPT:
            kept[name] = one
    return kept


def _bytes_of(value: Any) -> float:
    """How much a value is as JSON, in UTF-8; without end where it cannot be sent."""
    try:
        return len(json.dumps(value, ensure_ascii=False).encode())
    except (ValueError, RecursionError):
        return inf


def one_of(values: type[Enum]) -> Read:
    """A value of the enumeration; one that is newer than the SDK means nothing."""
    known = {value.value: value for value in values}
    return lambda value: known.get(value) if isinstance(value, str) else None


def many(read: Read) -> Read:
    """A list of what can be read of it."""
    return lambda value: [item for one in value if (item := read(one)) is not None] if isinstance(value, list) else None


def model(make: Callable[..., Any], **fields: tuple[str, Read]) -> Read:
    """An object of an SDK class, from a JSON object; each field with its JSON key."""
    rows = tuple((name, key, read) for name, (key, read) in fields.items())

    def read_model(value: Any) -> Any:
        if not isinstance(value, dict):
            return None
        return make(**{name: read(value[key]) for name, key, read in rows if key in value})

    return read_model


STATUS = model(Status, code=("code", one_of(StatusCode)))
MATCH = model(ValueWrapper, value=("value", model(Value, name=("name", text), id=("id", text))))
RESOLUTION = model(Resolution, authority=("authority", text), status=("status", STATUS), values=("values", many(MATCH)))
RESOLUTIONS = model(Resolutions, resolutions_per_authority=("resolutionsPerAuthority", many(RESOLUTION)))
_SLOT = model(
    Slot,
    name=("name", text),
    value=("value", text),
    resolutions=("resolutions", RESOLUTIONS),
)


def slots(value: Any) -> dict[str, Slot] | None:
    """The slots by name. Each that was sent is there, for CanFulfillIntentRequest must be answered for all of them."""
    return {name: _slot(name, one) for name, one in value.items() if text(name) is not None} if isinstance(value, dict) else None


def _slot(name: str, value: Any) -> Slot:
    """A slot. Its name and value also stand elsewhere in the request, and are taken from there when they are missing."""
    slot = _SLOT(value) or Slot()
    slot.name = slot.name or name
    again = value.get("slotValue") if isinstance(value, dict) else None
    if isinstance(again, dict):
        slot.value = slot.value or text(again.get("value"))
        slot.resolutions = slot.resolutions or RESOLUTIONS(again.get("resolutions"))
    return slot


APPLICATION = model(Application, application_id=("applicationId", text))
USER = model(User, user_id=("userId", text))
SYSTEM = model(
    SystemState,
    application=("application", APPLICATION),
    user=("user", USER),
    api_endpoint=("apiEndpoint", text),
)
CONTEXT = model(Context, system=("System", SYSTEM))
SESSION = model(
    Session,
    new=("new", flag),
    session_id=("sessionId", text),
    application=("application", APPLICATION),
    user=("user", USER),
    attributes=("attributes", sendable),
)
INTENT = model(
    Intent,
    name=("name", text),
    slots=("slots", slots),
)

_SHARED: dict[str, tuple[str, Read]] = {"request_id": ("requestId", text), "locale": ("locale", text)}
_SAID: dict[str, tuple[str, Read]] = {"intent": ("intent", INTENT)}
#: The kinds of request that have a class of their own here, by their type. Any other is a plain Request with its type.
REQUESTS: dict[str, Read] = {
    "LaunchRequest": model(LaunchRequest, **_SHARED),
    "IntentRequest": model(IntentRequest, **_SHARED, **_SAID),
    "CanFulfillIntentRequest": model(CanFulfillIntentRequest, **_SHARED, **_SAID),
    "SessionEndedRequest": model(SessionEndedRequest, **_SHARED),
}
ANY_REQUEST = model(Request, object_type=("type", text), **_SHARED)
