"""Content that is made up for the bench: ten times the topics, and ten locales."""

from __future__ import annotations

import json
from typing import Any

from tools.package.installed import Files

PACKS = "guide/packs"
SOURCE = "en-US"


def grown_packs(files: Files, times: int) -> Files:
    """Packs for as many locales, each with as many times the topics and their names, in place of those in `files`."""
    pack = json.loads(files[f"{PACKS}/{SOURCE}.json"])
    words = json.loads(files[f"{PACKS}/{SOURCE}.words.json"])
    pack["topics"] = {_copy(id, number): page for number in range(times) for id, page in pack["topics"].items()}
    words["names"] = {_copy(name, number): id for number in range(times) for name, id in words["names"].items()}
    locales = [SOURCE, *(f"x{chr(97 + number)}-US" for number in range(times - 1))]
    made = {}
    for locale in locales:
        made[f"{PACKS}/{locale}.json"] = _sections(pack | {"locale": locale})
        made[f"{PACKS}/{locale}.words.json"] = json.dumps(words, separators=(",", ":")).encode()
    return made


def _copy(name: str, number: int) -> str:
    return f"{name} {number}" if number else name


def _sections(pack: dict[str, Any]) -> bytes:
    """A line a section, as ``guide.sections`` reads them."""
    lines = (f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}" for name, value in pack.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()
