"""MO01: the keys that a model must have before any other rule can read it."""

from collections.abc import Iterator
from typing import Any

from tools.lint.finding import Finding

DO = "Add it, or fix the generator that writes this file"


def schema(raw: dict[str, Any], file: str) -> Iterator[Finding]:
    """MO01 (2.3): what SMAPI's schema requires."""
    for place, wrong in _missing(raw):
        yield Finding("MO01", file, place, wrong, DO)


def _missing(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    interaction = raw.get("interactionModel")
    language = interaction.get("languageModel") if isinstance(interaction, dict) else None
    if not isinstance(interaction, dict) or not isinstance(language, dict):
        yield "interactionModel.languageModel", "is missing"
        return
    yield from _text(language, "invocationName", "languageModel")
    if not _objects(language, "intents"):
        yield "languageModel.intents", "is missing or empty"
    for place, intent in _each(language, "intents", "languageModel"):
        yield from _text(intent, "name", place)
        yield from _texts(intent, "samples", place)
        for slot_place, slot in _each(intent, "slots", place):
            yield from _text(slot, "name", slot_place)
            yield from _text(slot, "type", slot_place)
            yield from _texts(slot, "samples", slot_place)
    for place, slot_type in _each(language, "types", "languageModel"):
        yield from _text(slot_type, "name", place)
        for value_place, value in _each(slot_type, "values", place):
            yield from _value(value, value_place)
    yield from _dialog(interaction)


def _value(value: dict[str, Any], place: str) -> Iterator[tuple[str, str]]:
    name = value.get("name")
    if not isinstance(name, dict):
        yield f"{place}.name", "is missing"
        return
    yield from _text(name, "value", f"{place}.name")
    yield from _texts(name, "synonyms", f"{place}.name")


def _dialog(interaction: dict[str, Any]) -> Iterator[tuple[str, str]]:
    dialog = interaction.get("dialog", {})
    if "dialog" in interaction and not isinstance(dialog.get("intents"), list):
        yield "interactionModel.dialog.intents", "is missing"
    for place, intent in _each(dialog, "intents", "dialog"):
        yield from _text(intent, "name", place)
        for slot_place, slot in _each(intent, "slots", place):
            yield from _text(slot, "name", slot_place)
            yield from _text(slot, "type", slot_place)
    for place, prompt in _each(interaction, "prompts", "interactionModel"):
        yield from _text(prompt, "id", place)
        for variation_place, variation in _each(prompt, "variations", place):
            yield from _text(variation, "value", variation_place)


def _objects(holder: dict[str, Any], key: str) -> list[Any]:
    items = holder.get(key, [])
    return items if isinstance(items, list) else []


def _each(holder: dict[str, Any], key: str, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for index, item in enumerate(_objects(holder, key)):
        yield f"{place}.{key}[{index}]", item if isinstance(item, dict) else {}


def _text(holder: dict[str, Any], key: str, place: str) -> Iterator[tuple[str, str]]:
    if not isinstance(holder.get(key), str) or not holder[key]:
        yield f"{place}.{key}", "is missing or empty"


def _texts(holder: dict[str, Any], key: str, place: str) -> Iterator[tuple[str, str]]:
    if not all(isinstance(item, str) for item in _objects(holder, key)):
        yield f"{place}.{key}", "holds something that is not text"
