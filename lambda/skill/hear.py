"""From an Alexa request to what was heard."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ask_sdk_model import IntentRequest, RequestEnvelope, Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from guide.heard import Heard

#: The endpoint that serves each locale's country. Another one means that the device stands elsewhere, so that the
#: country's numbers must not be said: numbers go by country, never by the language of the device.
HOME_ENDPOINT = {
    "en-US": "api.amazonalexa.com",
    "en-CA": "api.amazonalexa.com",
    "en-GB": "api.eu.amazonalexa.com",
    "en-IN": "api.eu.amazonalexa.com",
    "en-AU": "api.fe.amazonalexa.com",
}
FREE_WORDS = "words"
_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


def act_of(intent: str) -> str:
    """An intent's name as an act: ``AMAZON.NavigateHomeIntent`` is ``navigate_home``."""
    return _HUMP.sub("_", intent.removeprefix("AMAZON.").removesuffix("Intent")).lower()


def heard_in(envelope: RequestEnvelope, befores: Mapping[str, str]) -> Heard:
    """What the request says. `befores` gives free text back the words that each intent's carrier phrase took."""
    request = envelope.request
    at_home = _at_home(envelope)
    if not isinstance(request, IntentRequest):
        return Heard("launch", at_home=at_home)
    intent = request.intent
    slots = [slot for slot in (intent.slots or {}).values() if slot.value and slot.value != "?"]
    free = any(slot.name == FREE_WORDS for slot in slots)
    said = " ".join(slot.value for slot in slots)
    return Heard(
        act="tell" if free or intent.name in befores else act_of(intent.name),
        ids=tuple(id for slot in slots for id in resolved(slot)),
        words=f"{befores.get(intent.name, '')} {said}".strip() if said else "",
        at_home=at_home,
    )


def resolved(slot: Slot) -> list[str]:
    """The canonical ids of a slot, from the first authority that knows the value."""
    authorities = slot.resolutions.resolutions_per_authority if slot.resolutions else None
    for authority in authorities or []:
        if authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH and authority.values:
            return [match.value.id for match in authority.values[:1] if match.value and match.value.id]
    return []


def _at_home(envelope: RequestEnvelope) -> bool:
    system: Any = envelope.context.system if envelope.context else None
    endpoint = (system.api_endpoint or "") if system else ""
    home = HOME_ENDPOINT.get(getattr(envelope.request, "locale", None) or "", "")
    return not endpoint or not home or endpoint.removeprefix("https://").rstrip("/") == home
