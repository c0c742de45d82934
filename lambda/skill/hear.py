"""From an Alexa request to what was heard."""

from __future__ import annotations

import re
from typing import Any

from ask_sdk_model import IntentRequest, LaunchRequest, RequestEnvelope, Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from guide.heard import Heard
from guide.pack import Pack

FREE_WORDS = "words"
_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


def act_of(intent: str) -> str:
    """An intent's name as an act: ``AMAZON.NavigateHomeIntent`` is ``navigate_home``."""
    return _HUMP.sub("_", intent.removeprefix("AMAZON.").removesuffix("Intent")).lower()


def heard_in(envelope: RequestEnvelope, pack: Pack) -> Heard:
    """What the request says. The pack gives free text back the words that each intent's carrier phrase took."""
    request = envelope.request
    befores = pack.content["befores"]
    home = at_home(envelope, pack)
    if not isinstance(request, IntentRequest):
        return Heard("launch" if isinstance(request, LaunchRequest) else "fallback", at_home=home)
    intent = request.intent
    slots = [slot for slot in (intent.slots or {}).values() if slot.value and slot.value != "?"]
    free = any(slot.name == FREE_WORDS for slot in slots)
    said = " ".join(slot.value for slot in slots)
    return Heard(
        act="tell" if free or intent.name in befores else act_of(intent.name),
        section=pack.content["sections"].get(intent.name, ""),
        ids=tuple(id for slot in slots for id in resolved(slot)),
        words=f"{befores.get(intent.name, '')} {said}".strip() if said else "",
        at_home=home,
    )


def resolved(slot: Slot) -> list[str]:
    """The canonical ids of a slot, from the first authority that knows the value."""
    authorities = slot.resolutions.resolutions_per_authority if slot.resolutions else None
    for authority in authorities or []:
        if authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH and authority.values:
            return [match.value.id for match in authority.values[:1] if match.value and match.value.id]
    return []


def stands_at_home(locale: Any, endpoint: Any, pack: Pack) -> bool:
    """Whether the device stands in the pack's country, as far as its service address tells.

    Numbers go by country, never by the language of the device: elsewhere none of the country's numbers may be said.
    """
    if locale != pack.locale:
        return False
    return not isinstance(endpoint, str) or endpoint.removeprefix("https://").rstrip("/") in ("", pack.content["endpoint"])


def at_home(envelope: RequestEnvelope, pack: Pack) -> bool:
    """The same for a request that the SDK has read."""
    system = envelope.context.system if envelope.context else None
    return stands_at_home(getattr(envelope.request, "locale", None), system.api_endpoint if system else None, pack)
