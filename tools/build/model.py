"""The interaction model of a locale: intents, samples and slot types, from content."""

from __future__ import annotations

from typing import Any

from guide.listening import STRONG
from guide.text import normalise
from tools.build.names import Name, listed, person_names, sign_names, speakable, subject_names
from tools.build.region import Region
from tools.build.samples import expand
from tools.build.source import ContentError, line_of, read_toml
from tools.build.words import answers

Json = dict[str, Any]


def interaction_model(region: Region) -> Json:
    """The model as the ASK CLI takes it. Raises ContentError where two intents share a sample."""
    path = region.base / "intents.toml"
    rows = read_toml(path)["intent"]
    said = answers(region)
    written = {sample for row in rows for template in row["samples"] for sample in expand(template)}
    intents = [_intent(row, said, written) for row in rows]
    owner: dict[str, str] = {}
    for intent in intents:
        for sample in intent["samples"]:
            other = owner.setdefault(sample, intent["name"])
            if other != intent["name"]:
                near = line_of(path, f'"{intent["name"]}"')
                raise ContentError(path, near, f"'{sample}' belongs to {other} and {intent['name']}.", "Keep it in one of them.")
    types = [
        _type("SUBJECT", subject_names(region)),
        _type("PERSON", [name for name in person_names(region) if name.id != STRONG]),
        _type("SIGN", sign_names(region)),
        _type("STRETCH", listed(region, "stretches")),
    ]
    language = {
        "invocationName": region.invocation,
        "modelConfiguration": {"fallbackIntentSensitivity": {"level": "MEDIUM"}},
        "intents": intents,
        "types": types,
    }
    return {"interactionModel": {"languageModel": language}}


def befores(region: Region) -> dict[str, str]:
    """What each free-text intent's carrier phrase has swallowed, by intent."""
    rows = read_toml(region.base / "intents.toml")["intent"]
    return {row["name"]: row["before"] for row in rows if row.get("before")}


def sections(region: Region) -> dict[str, str]:
    """Which section of a page each intent asks for, by the intent's name."""
    rows = read_toml(region.base / "intents.toml")["intent"]
    return {row["name"]: row["section"] for row in rows if row.get("section")}


def _intent(row: Json, said: dict[str, list[str]], written: set[str]) -> Json:
    """One intent. Ways to answer that are written out as a sample of any intent stay there."""
    samples = [sample for template in row["samples"] for sample in expand(template)]
    samples += [phrase for kind in row.get("answers", []) for phrase in said[kind] if phrase not in written]
    intent: Json = {"name": row["name"], "samples": list(dict.fromkeys(samples))}
    if row.get("slots"):
        intent["slots"] = [{"name": name, "type": type} for name, type in row["slots"].items()]
    return intent


def _type(name: str, names: list[Name]) -> Json:
    """A slot type: a value an id, named by its plainest name, the rest as synonyms."""
    by_id: dict[str, list[str]] = {}
    for entry in names:
        by_id.setdefault(entry.id, []).append(speakable(entry.name))
    values = []
    for id, called in by_id.items():
        unique = list({normalise(one): one for one in reversed(called)}.values())[::-1]
        values.append({"id": id, "name": {"value": unique[0], "synonyms": unique[1:]}})
    return {"name": name, "values": values}
