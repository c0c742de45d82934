"""The evidence's own rules, from ``tests/check/evidence.toml``, and where the check's table differs from them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.table import Question, Table

Json = Mapping[str, Any]
PATH = Path("tests", "check", "evidence.toml")
#: The evidence's words for the levels, and the table's.
LEVELS = {
    "self_care": "self_care",
    "routine": "ask_pharmacist",
    "soon": "see_soon",
    "same_day": "see_today",
    "emergency": "call_emergency",
    "": "",
}


def read(root: Path) -> Json:
    """The evidence's rules as data."""
    return tomllib.loads((root / PATH).read_text(encoding="utf-8"))


def differences(table: Table, evidence: Json) -> Iterator[str]:
    """Every way in which the table differs from the evidence, in words."""
    if table.questions[0].id != evidence["first"] or not table.questions[0].person:
        yield f"the first question is {table.questions[0].id}, not {evidence['first']}"
    yield from _rows(table, evidence)
    yield from _bundles(table, evidence)
    yield from _between("company", _company(evidence), {(rule.all, rule.level, rule.even_unsure) for rule in table.together})
    yield from _between("look-alike", _look_alikes(evidence), {(rule.question, rule.by, rule.level) for rule in table.settle})
    yield from _between("least", _least(evidence), {(rule.when, rule.level, rule.unless) for rule in table.least})
    places = {(place.id, place.when, frozenset(place.with_)) for place in table.places}
    wanted = {(id, place["when"], frozenset(place["with"])) for id, place in evidence["places"].items()}
    yield from _between("place", wanted, places)


def _rows(table: Table, evidence: Json) -> Iterator[str]:
    codes = {bundle["id"]: code for code, bundle in evidence["bundles"].items()}
    named = {evidence["first"]}
    for row, entries in evidence["rows"].items():
        for entry in entries:
            for id in entry["ask"]:
                named.add(id)
                if id in table.by_id:
                    yield from _question(table, codes, row, entry, table.by_id[id])
                else:
                    yield f"{row}: the question {id} is missing"
    yield from (f"{q.id} stands in no row of the evidence" for q in table.questions if not q.group and q.id not in named)


def _question(table: Table, codes: Mapping[str, str], row: str, entry: Json, question: Question) -> Iterator[str]:
    opened = set(entry.get("opened", ()))
    direct = {outer for id in question.after for outer in _openers(table, codes, id)}
    wanted = {
        "rows": [row, *entry.get("also", ())],
        "base": LEVELS[entry.get("base", "")],
        "unsure": entry.get("unsure", "floor"),
        "with": set(entry.get("with", ())),
        "opened": opened,
        "unless": set(entry.get("unless", ())),
        "needs": set(entry.get("needs", ())),
        "raiser": entry.get("raiser", False),
        "doubt": entry.get("doubt", False),
        "settles": entry.get("settles", False),
        "bars": entry.get("bars", False),
        "until": LEVELS[entry.get("until", "")],
    }
    found = {
        "rows": list(question.signs),
        "base": question.yes,
        "unsure": question.unsure or "floor",
        "with": set(question.up_with),
        "opened": direct | (_through(table, codes, question) & opened),
        "unless": set(question.unless),
        "needs": set(question.needs),
        "raiser": question.raiser,
        "doubt": question.on == "unsure",
        "settles": question.settles,
        "bars": question.bars,
        "until": question.until,
    }
    for key, value in wanted.items():
        if found[key] != value:
            yield f"{row}, {question.id}: {key} is {found[key]} in the table and {value} in the evidence"


def _openers(table: Table, codes: Mapping[str, str], id: str) -> set[str]:
    """The gate or bundle of the evidence that an opener belongs to; else what opens it; a fact or a sign stands for itself."""
    if id not in table.by_id or not table.by_id[id].group:
        return {id}
    top = table.top_group(id) or id
    return {codes[top]} if top in codes else set(table.by_id[top].after)


def _through(table: Table, codes: Mapping[str, str], question: Question) -> set[str]:
    """What else opens the inner bundles that a question stands in."""
    inner = [table.by_id[id] for id in question.after if id in table.by_id and table.by_id[id].group]
    return {outer for group in inner for opener in group.after for outer in _openers(table, codes, opener)}


def _bundles(table: Table, evidence: Json) -> Iterator[str]:
    outer = {bundle["id"]: {"inside": [], **bundle} for bundle in evidence["bundles"].values()}
    groups = {**outer, **evidence["inner"]}
    for id in sorted(groups.keys() ^ {question.id for question in table.questions if question.group}):
        yield f"the bundle {id} stands only in one of table and evidence"
    for id in sorted(groups.keys() & table.by_id.keys()):
        bundle, question = groups[id], table.by_id[id]
        for key, found in (("rows", sorted(question.signs)), ("inside", sorted(question.after))):
            if found != sorted(bundle[key]):
                yield f"the bundle {id}: {key} is {found} in the table and {bundle[key]} in the evidence"
        if question.until != LEVELS[bundle.get("until", "")]:
            yield f"the bundle {id} is asked until {question.until}"


def _company(evidence: Json) -> set[Any]:
    return {(tuple(rule["of"]), LEVELS[rule["level"]], rule.get("unsure", False)) for rule in evidence["company"]}


def _look_alikes(evidence: Json) -> set[Any]:
    return {(rule["of"], rule["by"], LEVELS[rule["level"]]) for rule in evidence["look-alike"]}


def _least(evidence: Json) -> set[Any]:
    return {(rule["who"], LEVELS[rule["level"]], rule.get("unless", "")) for rule in evidence["least"]}


def _between(kind: str, wanted: set[Any], found: set[Any]) -> Iterator[str]:
    yield from (f"{kind}: {rule} is missing in the table" for rule in sorted(wanted - found, key=str))
    yield from (f"{kind}: {rule} is not in the evidence" for rule in sorted(found - wanted, key=str))
