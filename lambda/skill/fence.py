"""The last fence: the SDK reads a request before its own exception handlers run, and fails on any value it does not know.

A person is then still answered, with the safe sentence, and the session goes on as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import ResponseEnvelope

from guide.pack import load
from skill.hear import stands_at_home
from skill.logs import log
from skill.reader_table import sendable
from skill.say import response_to
from skill.trouble import apology

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]
EMPTY: dict[str, Any] = {"version": "1.0", "response": {}}


class NotForThisSkill(Exception):
    """The request carries another skill's application id."""


def fenced(handler: Handler) -> Handler:
    """The handler, answering kindly where it would fail. A request for another skill is still refused."""

    def lambda_handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
        try:
            return handler(event, context)
        except Exception as error:  # noqa: BLE001 - the fence is the one place that must let nothing through
            if "Skill ID Verification failed" in str(error):
                raise NotForThisSkill from None
            log("fence", error=type(error).__name__)
            return _kept_open(event if isinstance(event, Mapping) else {})

    return lambda_handler


def _kept_open(event: Mapping[str, Any]) -> dict[str, Any]:
    """The apology for an event that could not be read, with the session's attributes as they came."""
    request, session = _mapping(event.get("request")), _mapping(event.get("session"))
    if request.get("type") == "SessionEndedRequest" or (request and not session):
        return EMPTY
    locale = request.get("locale")
    endpoint = _mapping(_mapping(event.get("context")).get("System")).get("apiEndpoint")
    pack = load(locale if isinstance(locale, str) else "")
    response = response_to(apology(pack, stands_at_home(locale, endpoint, pack)), pack.content["say_as"])
    envelope = ResponseEnvelope(version="1.0", session_attributes=sendable(session.get("attributes")) or {}, response=response)
    return DefaultSerializer().serialize(envelope)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
