"""Request envelopes as the Alexa service sends them."""

import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from simulator.match import Filled, Match
from simulator.model import Slot

Json = dict[str, Any]

_AMERICAS, _EUROPE, _FAR_EAST = "api", "api.eu", "api.fe"
# By the country of the locale; India is served from Europe, Australia from the Far East.
_ENDPOINTS = {"US": _AMERICAS, "CA": _AMERICAS, "GB": _EUROPE, "IN": _EUROPE, "AU": _FAR_EAST}
_SCREEN_INTERFACES = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}


@dataclass(frozen=True)
class Device:
    """The pretended device: where it is, and whether it has a screen."""

    locale: str
    screen: bool = False
    application_id: str = field(default_factory=lambda: os.environ.get("SKILL_ID") or "amzn1.ask.skill.desk")


@dataclass
class Session:
    """A session with the skill; `attributes` are those of its last response."""

    id: str = field(default_factory=lambda: f"amzn1.echo-api.session.{uuid.uuid4()}")
    new: bool = True
    attributes: Mapping[str, Any] = field(default_factory=dict)


def envelope(device: Device, session: Session, request: Json) -> Json:
    """Put a request into its envelope: session, context, and the request with its id, time and locale."""
    return {
        "version": "1.0",
        "session": {
            "new": session.new,
            "sessionId": session.id,
            "application": {"applicationId": device.application_id},
            "attributes": dict(session.attributes),
            "user": {"userId": "amzn1.ask.account.DESK"},
        },
        "context": _context(device),
        "request": {
            "type": request["type"],
            "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
            "locale": device.locale,
            "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            **request,
        },
    }


def launch() -> Json:
    """The person opened the skill and asked for nothing yet."""
    return {"type": "LaunchRequest", "shouldLinkResultBeReturned": False}


def session_ended(reason: str, error: str | None = None) -> Json:
    """The session is over; `error` is the message for the reason ERROR."""
    ended: Json = {"type": "SessionEndedRequest", "reason": reason}
    return ended | ({"error": {"type": "INVALID_RESPONSE", "message": error}} if error else {})


def intent(match: Match, declared: tuple[Slot, ...], device: Device) -> Json:
    """The person said something that was taken for `match`; every declared slot is sent, filled or not."""
    filled = {slot.slot.name: slot for slot in match.slots}
    return {
        "type": "IntentRequest",
        "intent": {
            "name": match.intent,
            "confirmationStatus": "NONE",
            "slots": {slot.name: _slot(slot, filled.get(slot.name), device) for slot in declared},
        },
    }


def _slot(slot: Slot, filled: Filled | None, device: Device) -> Json:
    empty: Json = {"name": slot.name, "confirmationStatus": "NONE"}
    if filled is None:
        return empty
    value: Json = {"value": filled.value}
    if filled.custom:
        value["resolutions"] = {"resolutionsPerAuthority": [_resolution(filled, device)]}
    return empty | value | {"source": "USER", "slotValue": {"type": "Simple", **value}}


def _resolution(filled: Filled, device: Device) -> Json:
    authority = f"amzn1.er-authority.echo-sdk.{device.application_id}.{filled.slot.type}"
    if not filled.values:
        return {"authority": authority, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    values = [{"value": {"name": value.name} | ({"id": value.id} if value.id else {})} for value in filled.values]
    return {"authority": authority, "status": {"code": "ER_SUCCESS_MATCH"}, "values": values}


def _context(device: Device) -> Json:
    country = device.locale.rpartition("-")[2]
    context: Json = {
        "System": {
            "application": {"applicationId": device.application_id},
            "user": {"userId": "amzn1.ask.account.DESK"},
            "device": {
                "deviceId": "amzn1.ask.device.DESK",
                "supportedInterfaces": _SCREEN_INTERFACES if device.screen else {},
            },
            "apiEndpoint": f"https://{_ENDPOINTS.get(country, _AMERICAS)}.amazonalexa.com",
            "apiAccessToken": "desk-has-no-access-token",
        }
    }
    return context | (_viewports() if device.screen else {})


def _viewports() -> Json:
    """An Echo Show 8: 1280 by 800 pixels, touch, video."""
    video = {"codecs": ["H_264_42", "H_264_41"]}
    size = {"type": "DISCRETE", "pixelWidth": 1280, "pixelHeight": 800}
    return {
        "Viewport": {
            "experiences": [{"arcMinuteWidth": 346, "arcMinuteHeight": 216, "canRotate": False, "canResize": False}],
            "mode": "HUB",
            "shape": "RECTANGLE",
            "pixelWidth": 1280,
            "pixelHeight": 800,
            "currentPixelWidth": 1280,
            "currentPixelHeight": 800,
            "dpi": 213,
            "touch": ["SINGLE"],
            "video": video,
        },
        "Viewports": [
            {
                "type": "APL",
                "id": "main",
                "shape": "RECTANGLE",
                "dpi": 213,
                "presentationType": "STANDARD",
                "canRotate": False,
                "configuration": {"current": {"mode": "HUB", "video": video, "size": size}},
            }
        ],
    }
