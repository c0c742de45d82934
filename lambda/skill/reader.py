"""Reads a request envelope into the SDK's classes, in place of the SDK's own reflective deserialiser.

The SDK reads before its exception handlers are in charge, and fails on any type, viewport, dialog state or resolution
code that it does not know. This reader follows a table instead (``reader_table.py``) and fails on nothing that is JSON.
"""

from __future__ import annotations

from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.context import Context
from ask_sdk_model.intent import Intent
from ask_sdk_model.interfaces.system.system_state import SystemState
from ask_sdk_model.request import Request
from ask_sdk_model.request_envelope import RequestEnvelope

from skill.reader_table import ANY_REQUEST, CONTEXT, INTENT, REQUESTS, SESSION, text

#: What an intent without a name is taken for: Alexa heard something, and nobody knows what.
UNNAMED = "AMAZON.FallbackIntent"


class RequestReader(DefaultSerializer):
    """The skill's serialiser: responses are written as the SDK writes them."""

    def deserialize(self, payload: Any, obj_type: Any = RequestEnvelope) -> RequestEnvelope:
        """The envelope of an event that is JSON already parsed. TypeError where it is no JSON object."""
        if not isinstance(payload, dict):
            raise TypeError(obj_type.__name__)
        session, context = SESSION(payload.get("session")), _context(payload.get("context"))
        _share_application(session, context)
        return RequestEnvelope(
            version=text(payload.get("version")),
            session=session,
            context=context,
            request=_request(payload.get("request")),
        )


def _request(value: Any) -> Request:
    """The request. One without a type that holds an intent is taken for what a person said."""
    if not isinstance(value, dict):
        return Request()
    kind = text(value.get("type")) or ("IntentRequest" if INTENT(value.get("intent")) else "")
    request = REQUESTS.get(kind, ANY_REQUEST)(value)
    if hasattr(request, "intent"):
        request.intent = request.intent or Intent()
        request.intent.name = request.intent.name or UNNAMED
    return request


def _context(value: Any) -> Context:
    """The context, with a system in it whatever is missing."""
    context = CONTEXT(value) or Context()
    context.system = context.system or SystemState()
    return context


def _share_application(session: Any, context: Context) -> None:
    """The application's id and the user stand in both places: where one is missing, the other is taken for it.

    Without either the SDK's check of the skill's id fails, and the fence answers.
    """
    for field, known in (("application", "application_id"), ("user", "user_id")):
        sides = [side for side in (context.system, session) if side is not None]
        found = [value for side in sides if (value := getattr(side, field)) and getattr(value, known)]
        for side in sides:
            value = getattr(side, field)
            if found and not (value and getattr(value, known)):
                setattr(side, field, found[0])
