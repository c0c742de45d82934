"""MA: the manifest, skill.json: its shape, endpoints, privacy answers and icons. Store texts are in listing.py.

A fork must set its own privacyPolicyUrl and termsOfUseUrl in every locale: they name who runs the skill (H16).
"""

import json
import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tools.lint.finding import Finding
from tools.lint.locales import LOCALES

FILE = "skill.json"
REGIONS = frozenset({"NA", "EU", "FE"})
ALIAS_ARN = re.compile(r"arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+:(?!\$LATEST)[\w-]+")
PRIVACY_ANSWERS: dict[str, bool | None] = {
    "allowsPurchases": False,
    "usesPersonalInfo": None,
    "isChildDirected": False,
    "isExportCompliant": None,
    "containsAds": False,
}
"""The five answers, with the value this project must give where there is only one."""

ICONS = {"smallIconUri": 108, "largeIconUri": 512}
"""Side of each icon in pixels."""

EVIDENCE = {
    "CAN_FULFILL_INTENT_REQUEST": "CanFulfillIntent",
    "ALEXA_PRESENTATION_APL": "Alexa.Presentation.APL.RenderDocument",
    "SKILL_ENABLED": "AlexaSkillEvent.SkillEnabled",
    "SKILL_DISABLED": "AlexaSkillEvent.SkillDisabled",
    "SKILL_PERMISSION_ACCEPTED": "AlexaSkillEvent.SkillPermissionAccepted",
    "SKILL_PERMISSION_CHANGED": "AlexaSkillEvent.SkillPermissionChanged",
    "alexa::alerts:reminders:skill:readwrite": "/v1/alerts/reminders",
    "alexa::alerts:timers:skill:readwrite": "/v1/alerts/timers",
    "alexa::profile:given_name:read": "Profile.givenName",
}
"""Words in the code that show that an interface, event or permission is used."""

Json = dict[str, Any]


def read_manifest(path: Path) -> Json:
    """The manifest of skill.json.

    Raises ValueError when it is not JSON with a manifest object.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not isinstance(data.get("manifest"), dict):
        raise ValueError("has no manifest object")
    manifest: Json = data["manifest"]
    return manifest


def lint_manifest(manifest: Json, root: Path) -> Iterator[Finding]:
    """MA01, MA07, MA08, MA12, MA14 to MA16. `root` is the folder that icons' file:// addresses start from."""
    for rule in (shape, privacy_pages, privacy_answers, endpoints, events, distribution):
        yield from rule(manifest)
    yield from icons(manifest, root)


def finding(rule: str, place: str, wrong: str, do: str, warning: bool = False) -> Finding:
    """A finding in skill.json."""
    return Finding(rule, FILE, place, wrong, do, "warning" if warning else "error")


def listings(manifest: Json) -> dict[str, Json]:
    """Locale to its entry in the store."""
    found: dict[str, Json] = manifest.get("publishingInformation", {}).get("locales", {})
    return found


def _privacy(manifest: Json) -> Json:
    found: Json = manifest.get("privacyAndCompliance", {})
    return found


def shape(manifest: Json) -> Iterator[Finding]:
    """MA01 (5.1): manifest version 1.0 and at least one locale, each the platform's."""
    if manifest.get("manifestVersion") != "1.0":
        yield finding("MA01", "manifestVersion", f"is {manifest.get('manifestVersion')!r}", 'Set it to "1.0"')
    if not listings(manifest):
        yield finding("MA01", "publishingInformation.locales", "is empty", "Add a locale")
    for locale in sorted(set(listings(manifest)) - LOCALES):
        yield finding("MA01", f"publishingInformation.locales.{locale}", "is no Alexa locale", "Use one like en-GB")


def locale_sets(manifest: Json, model_locales: Iterable[str]) -> Iterator[Finding]:
    """MA06 (5.1): the same locales in the store, in privacy and as models."""
    expected = set(listings(manifest))
    others = {
        "privacyAndCompliance.locales": set(_privacy(manifest).get("locales", {})),
        "interaction_model/": set(model_locales),
    }
    for place, locales in others.items():
        if locales != expected:
            wrong = f"has {sorted(locales)}, the store {sorted(expected)}"
            yield finding("MA06", place, wrong, "Give all three the same locales")


def privacy_pages(manifest: Json) -> Iterator[Finding]:
    """MA07 (H9, H11, H16): an https privacy page for each locale, not a home page, no "alexa" in the host."""
    for locale in listings(manifest):
        address = _privacy(manifest).get("locales", {}).get(locale, {}).get("privacyPolicyUrl", "")
        place, parts = f"privacyAndCompliance.locales.{locale}.privacyPolicyUrl", urlsplit(address)
        if parts.scheme != "https" or parts.path in {"", "/"}:
            yield finding("MA07", place, f"'{address}' is no https page", "Give the address of the privacy text itself")
        if "alexa" in (parts.hostname or ""):
            yield finding("MA07", place, f"'{parts.hostname}' names Alexa", "Use a host without it")


def privacy_answers(manifest: Json) -> Iterator[Finding]:
    """MA08 (H16, H17, H20): five answers given; usesHealthInfo, which is about HIPAA, absent or false."""
    privacy = _privacy(manifest)
    for key, value in PRIVACY_ANSWERS.items():
        place = f"privacyAndCompliance.{key}"
        if not isinstance(privacy.get(key), bool):
            yield finding("MA08", place, "is not answered", "Answer true or false")
        elif value is not None and privacy[key] is not value:
            yield finding("MA08", place, f"is {privacy[key]}", f"Set it to {str(value).lower()}")
    if privacy.get("usesHealthInfo"):
        do = "Remove it: it is for HIPAA-covered entities, not for skills about health"
        yield finding("MA08", "privacyAndCompliance.usesHealthInfo", "is true", do)


def endpoints(manifest: Json) -> Iterator[Finding]:
    """MA12 (5.1, 5.3): https, or the ARN of an alias or version; regions NA, EU, FE. For requests and for events."""
    yield from _endpoints(manifest.get("apis", {}).get("custom", {}), "apis.custom")
    if manifest.get("events", {}).get("endpoint"):
        yield from _endpoints(manifest["events"], "events")


def _endpoints(holder: Json, at: str) -> Iterator[Finding]:
    yield from _endpoint(holder, at)
    for region, entry in holder.get("regions", {}).items():
        place = f"{at}.regions.{region}"
        if region not in REGIONS:
            yield finding("MA12", place, "is no region", f"Use {sorted(REGIONS)}")
        yield from _endpoint(entry, place)


def _endpoint(holder: Json, place: str) -> Iterator[Finding]:
    uri = holder.get("endpoint", {}).get("uri", "")
    if not uri.startswith(("arn", "https://")):
        yield finding("MA12", f"{place}.endpoint.uri", f"is '{uri}'", "Give an https address or the ARN of an alias")
    elif uri.startswith("arn") and not ALIAS_ARN.fullmatch(uri):
        do = "End the function's ARN with its alias, such as :live"
        yield finding("MA12", f"{place}.endpoint.uri", f"'{uri}' names no alias or version", do)


def used_by_code(manifest: Json, code: str) -> Iterator[Finding]:
    """MA13 (5.1): interfaces, events and permissions are those that the code uses. `code` is all of lambda/."""
    custom, events_part = manifest.get("apis", {}).get("custom", {}), manifest.get("events", {})
    declared = {item.get("type") for item in custom.get("interfaces", ())}
    declared |= {item.get("eventName") for item in events_part.get("subscriptions", ())}
    declared |= {item.get("name") for item in manifest.get("permissions", ())}
    used = {name for name, evidence in EVIDENCE.items() if evidence in code}
    for name in sorted(declared & set(EVIDENCE) - used):
        yield finding("MA13", name, f"no '{EVIDENCE[name]}' in lambda/", "Remove it from the manifest, or use it")
    for name in sorted(used - declared):
        yield finding("MA13", name, "is used in lambda/ and not declared", "Declare it in the manifest")
    for name in sorted(str(name) for name in declared - set(EVIDENCE)):
        yield finding("MA13", name, "is not known to this rule", "Add the words that show its use to EVIDENCE")


def events(manifest: Json) -> Iterator[Finding]:
    """MA14 (5.1): events have an endpoint."""
    if "events" in manifest and not manifest["events"].get("endpoint", {}).get("uri"):
        yield finding("MA14", "events.endpoint", "is missing", "Give events their own endpoint")


def distribution(manifest: Json) -> Iterator[Finding]:
    """MA15 (5.1): countries are named unless the skill is worldwide."""
    publishing = manifest.get("publishingInformation", {})
    if not publishing.get("isAvailableWorldwide") and not publishing.get("distributionCountries"):
        yield finding("MA15", "publishingInformation.distributionCountries", "is empty", "Name the countries")


def icons(manifest: Json, root: Path) -> Iterator[Finding]:
    """MA16 (5.1): PNG icons of 108 and 512 pixels a side."""
    for locale, listing in listings(manifest).items():
        for key, side in ICONS.items():
            uri, place = listing.get(key, ""), f"publishingInformation.locales.{locale}.{key}"
            if uri.startswith("https://"):
                continue
            size = _png_size(root / uri.removeprefix("file://")) if uri.startswith("file://") else None
            if size != (side, side):
                wrong = f"'{uri}' is {size or 'no PNG file'}"
                yield finding("MA16", place, wrong, f"Draw a PNG of {side} by {side}: python -m tools.icons")


def _png_size(path: Path) -> tuple[int, int] | None:
    """Width and height from a PNG's first chunk, None when the file is missing or of another kind."""
    if not path.is_file():
        return None
    head = path.read_bytes()[:24]
    if len(head) < 24 or not head.startswith(b"\x89PNG\r\n\x1a\n"):
        return None
    width, height = struct.unpack(">II", head[16:24])
    return width, height
