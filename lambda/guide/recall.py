"""Withdrawing a page at once: in its place stands that it is being checked, and who to ask.

It is done to the content and not in the answers, so that no way of asking leads past it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guide.pack import Json, Pack

#: Says of a stretch that it is withdrawn.
WITHDRAWN = "withdrawn"


def withdrawable(id: str, pack: Pack) -> bool:
    """Whether an id names a topic, a medicine or a stretch. A question of the check is none of these: it stays."""
    content = pack.content
    return id in content["topics"] or id in content["medicines"]["rows"] or id in content["routines"]


def without(pack: Pack, ids: Iterable[str]) -> Pack:
    """The pack with those pages withdrawn. An id that names none changes nothing."""
    gone = {id for id in ids if withdrawable(id, pack)}
    content, phrases = pack.content, pack.content["phrases"]
    page = {"sections": [phrases["recall.page"]], "says": "", "offer": "check"}
    stretch = {"before": phrases["recall.page"], "steps": [], "done": phrases["recall.page"], WITHDRAWN: True}
    nicknames = {
        id: {**row, "first": phrases["recall.page"]} if row["topic"] in gone else row for id, row in content["nicknames"].items()
    }
    changed = {
        "topics": _replaced(content["topics"], gone, page),
        "routines": _replaced(content["routines"], gone, stretch),
        "nicknames": nicknames,
        "medicines": _medicines(content["medicines"], gone, phrases["recall.medicine"]),
    }
    return replace(pack, content={**content, **changed})


def _replaced(pages: Json, gone: set[str], fields: Json) -> Json:
    return {id: {**page, **fields} if id in gone else page for id, page in pages.items()}


def _medicines(medicines: Json, gone: set[str], said: str) -> Json:
    """The table of medicines, a withdrawn one with a single line. Rows name their lines by number."""
    lines = dict(medicines["lines"])
    own: Json = {"links": "", "bases": "", "says": {"text": said, "rest": ""}, "urgents": {}}
    row = {field: len(lines[name]) for field, name in zip(("link", "basis", "say", "urgent"), own, strict=True)}
    lines |= {name: [*lines[name], line] for name, line in own.items()}
    return {**medicines, "rows": _replaced(medicines["rows"], gone, row), "lines": lines}
