"""The pack of a locale: everything that the skill can say and ask there."""

from __future__ import annotations

from typing import Any

from tools.build.medicines import medicines, nicknames
from tools.build.model import befores, sections
from tools.build.names import persons
from tools.build.pages import contexts, questions, read_sources, routines, topics
from tools.build.region import Region
from tools.build.source import ContentError, line_of, read_toml

Json = dict[str, Any]


def pack(region: Region, rules: Json) -> Json:
    """The pack as JSON. Raises ContentError where content does not fit together."""
    sources = read_sources(region.content)
    told = topics(region, sources)
    asked = questions(region, sources)
    guided = routines(region, sources)
    _every_question_has_words(region, rules, asked)
    _every_wait_is_known(region, rules)
    named = {page["says"] for page in (*told.values(), *guided.values()) if page["says"]}
    return {
        "locale": region.locale,
        "endpoint": region.endpoint,
        "numbers": {"home": region.numbers, "away": read_toml(region.base / "away.toml")},
        "say_as": region.say_as,
        "phrases": _phrases(region),
        "pronouns": read_toml(region.base / "phrases.toml")["pronouns"],
        "never_left_out": read_toml(region.base / "phrases.toml")["brief"]["never_left_out"],
        "persons": {person["id"]: _person(person) for person in persons(region)},
        "befores": befores(region),
        "sections": sections(region),
        "topics": told,
        "contexts": contexts(region),
        "section_of_all": read_toml(region.base / "intents.toml")["section_of_all"],
        "sources": {key: {field: sources[key][field] for field in ("spoken", "title", "url")} for key in sorted(named)},
        "routines": guided,
        "medicines": medicines(region, told),
        "nicknames": nicknames(region),
        "check": rules,
        "questions": asked,
        "outcomes": _outcomes(region, rules),
    }


def _person(person: Json) -> Json:
    return {field: person[field] for field in ("pronoun", "age", "heard")}


def _phrases(region: Region) -> dict[str, str]:
    """The short sentences as one flat table, ``section.key``."""
    path = region.base / "phrases.toml"
    words = read_toml(path)
    del words["pronouns"], words["brief"]
    return {f"{section}.{key}": region.fill(text, path) for section, keys in words.items() for key, text in keys.items()}


def _outcomes(region: Region, rules: Json) -> Json:
    path = region.base / "outcomes.toml"
    words = read_toml(path)
    for id in rules["outcomes"]:
        if id not in words:
            raise ContentError(path, 1, f"The outcome {id} has no words.", f"Add a table [{id}].")
    nets = {
        key: [{"text": region.fill(item["text"], path), "near": item["near"]} for item in words[key]] for key in ("now", "today")
    }
    said = {id: {key: region.fill(text, path) for key, text in words[id].items()} for id in (*rules["outcomes"], "frames")}
    for key in ("now", "today"):
        for id in (id for item in words[key] for id in item["near"]):
            if id not in {row["id"] for row in rules["question"]}:
                raise ContentError(path, line_of(path, f'"{id}"'), f"{id} is no question.", "Correct the id.")
    for place in rules.get("place", []):
        if not any(f"do_{place['id']}" in words[outcome] for outcome in rules["outcomes"]):
            raise ContentError(
                path, 1, f"No outcome says what to do at the place {place['id']}.", f"Add do_{place['id']} to one."
            )
    return {**said, **nets}


def _every_wait_is_known(region: Region, rules: Json) -> None:
    phrases = _phrases(region)
    for row in (*rules["question"], *rules.get("together", [])):
        if row.get("wait") and f"waiting.{row['wait']}" not in phrases:
            path = region.content / "check.toml"
            near = line_of(path, f'wait = "{row["wait"]}"')
            raise ContentError(path, near, f"There is no waiting line {row['wait']}.", "Add it to [waiting] in phrases.toml.")


def _every_question_has_words(region: Region, rules: Json, asked: Json) -> None:
    folder = region.base / "questions"
    rows = {row["id"]: row for row in rules["question"]}
    for id, row in rows.items():
        if id not in asked:
            raise ContentError(folder / f"{id}.md", 1, f"The question {id} has no page.", "Write one, like its neighbours.")
        needed = ("which", "anything_else") if row.get("group") and not row.get("after") else ()
        needed = needed if row.get("group") or row.get("person") else ("heard", "heard_about_someone_else")
        for key in (*needed, "ask_about_someone_else") if not row.get("person") else needed:
            if key not in asked[id]:
                heading = key.replace("_", " ").capitalize()
                raise ContentError(folder / f"{id}.md", 1, f"The page has no section '{heading}'.", f"Add '## {heading}'.")
    for id in asked:
        if id not in rows:
            path = folder / f"{id}.md"
            raise ContentError(path, line_of(path, "id ="), f"{id} is no question of the check.", "Add it to content/check.toml.")
