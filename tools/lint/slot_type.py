"""TY: custom slot types and their values."""

import unicodedata
from collections.abc import Iterator

from tools.lint.finding import Finding
from tools.lint.interaction import Model, SlotType

LONGEST = 140


def slot_types(model: Model) -> Iterator[Finding]:
    """TY01 to TY04 over one locale."""
    for slot_type in model.types:
        for rule in (has_values, lengths, unique, characters):
            yield from rule(model, slot_type)


def has_values(model: Model, slot_type: SlotType) -> Iterator[Finding]:
    """TY01 (M13): at least one value, unless a supplier gives them."""
    if not slot_type.values and not slot_type.supplied:
        yield model.finding("TY01", f"type {slot_type.name}", "has no values", "Add one, or remove the type")


def lengths(model: Model, slot_type: SlotType) -> Iterator[Finding]:
    """TY02 (M14): values and synonyms of at most 140 characters."""
    for place, words in _words(slot_type):
        if len(words) > LONGEST:
            yield model.finding("TY02", place, f"{len(words)} characters", f"Shorten it to {LONGEST}")


def unique(model: Model, slot_type: SlotType) -> Iterator[Finding]:
    """TY03 (M15): ids, names and synonyms each belong to one value; otherwise entity resolution returns several."""
    ids: set[str] = set()
    owner: dict[str, int] = {}
    for index, value in enumerate(slot_type.values):
        place = f"type {slot_type.name}, value {value.name}"
        if value.id and value.id in ids:
            yield model.finding("TY03", place, f"id '{value.id}' is used twice", "Give each value its own id")
        ids.add(value.id)
        for words in {value.name.casefold(), *(synonym.casefold() for synonym in value.synonyms)}:
            if owner.setdefault(words, index) != index:
                other = slot_type.values[owner[words]].name
                yield model.finding("TY03", place, f"'{words}' also means {other}", "Keep it under one of the two")


def characters(model: Model, slot_type: SlotType) -> Iterator[Finding]:
    """TY04 (2.2): letters, digits, spaces, apostrophes, periods and hyphens."""
    for place, words in _words(slot_type):
        odd = sorted({sign for sign in words if sign not in "' .-" and unicodedata.category(sign)[0] not in "LMN"})
        if odd:
            yield model.finding("TY04", place, f"'{words}' has {odd}", "Write it as it is spoken", warning=True)


def _words(slot_type: SlotType) -> Iterator[tuple[str, str]]:
    for value in slot_type.values:
        place = f"type {slot_type.name}, value {value.name[:40]}"
        for words in (value.name, *value.synonyms):
            yield place, words
