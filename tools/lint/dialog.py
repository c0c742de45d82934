"""DI: the dialog model and its prompts."""

from collections.abc import Iterable, Iterator
from typing import Any

from tools.lint.finding import Finding
from tools.lint.interaction import Model

VALIDATIONS = frozenset(
    {"isGreaterThan", "isGreaterThanOrEqualTo", "isLessThan", "isLessThanOrEqualTo", "isInSet", "isNotInSet"}
    | {"isInDuration", "isNotInDuration", "hasEntityResolutionMatch"}
)


def dialog(model: Model) -> Iterator[Finding]:
    """DI01, DI02 and DI04 over one locale."""
    for rule in (declared, prompts, validations):
        yield from rule(model)


def declared(model: Model) -> Iterator[Finding]:
    """DI01 (2.6): each dialog intent and slot is in the language model, with the same type."""
    intents = {intent.name: intent.slot_types() for intent in model.intents}
    for item in model.dialog:
        place = f"dialog intent {item['name']}"
        if item["name"] not in intents:
            yield model.finding("DI01", place, "is not in languageModel", "Declare the intent there, or remove it here")
            continue
        for slot in item.get("slots", ()):
            if intents[item["name"]].get(slot["name"]) != slot["type"]:
                wrong = f"slot {slot['name']} of type {slot['type']} is not in languageModel"
                yield model.finding("DI01", place, wrong, "Declare it there with this type")


def prompts(model: Model) -> Iterator[Finding]:
    """DI02 (2.3, 2.6): prompt ids in use exist and the reverse; each has a variation of type PlainText or SSML."""
    known = {prompt["id"] for prompt in model.prompts}
    used = {identifier for _, identifier in _uses(model)}
    for place, identifier in _uses(model):
        if identifier not in known:
            yield model.finding("DI02", place, f"prompt '{identifier}' does not exist", "Add it under prompts")
    for prompt in model.prompts:
        place = f"prompt {prompt['id']}"
        variations = prompt.get("variations", ())
        if prompt["id"] not in used:
            yield model.finding("DI02", place, "is never used", "Remove it")
        if not variations:
            yield model.finding("DI02", place, "has no variation", "Write at least one")
        for variation in variations:
            if variation.get("type") not in {"PlainText", "SSML"}:
                yield model.finding("DI02", place, f"type '{variation.get('type')}'", "Use PlainText or SSML")


def _uses(model: Model) -> Iterator[tuple[str, str]]:
    for intent in model.dialog:
        place = f"dialog intent {intent['name']}"
        for holder in (intent, *intent.get("slots", ())):
            yield from ((place, identifier) for identifier in holder.get("prompts", {}).values())
            yield from ((place, item["prompt"]) for item in holder.get("validations", ()) if item.get("prompt"))


def validations(model: Model) -> Iterator[Finding]:
    """DI04 (2.6): each slot validation is one of the nine types and has a prompt."""
    for intent in model.dialog:
        for slot in intent.get("slots", ()):
            for item in slot.get("validations", ()):
                yield from _validation(model, f"dialog intent {intent['name']}, slot {slot['name']}", item)


def _validation(model: Model, place: str, item: dict[str, Any]) -> Iterator[Finding]:
    if item.get("type") not in VALIDATIONS:
        wrong = f"'{item.get('type')}' is no validation"
        yield model.finding("DI04", place, wrong, f"Use one of {sorted(VALIDATIONS)}")
    if not item.get("prompt"):
        yield model.finding("DI04", place, "a validation has no prompt", "Name the prompt to speak when it fails")


def delegated_intents(models: Iterable[Model], delegated: Iterable[str]) -> Iterator[Finding]:
    """DI03 (2.6): intents whose slots the code elicits, confirms or delegates are in every dialog model.

    The platform ignores the directive in silence when they are not.
    """
    for model in models:
        present = {intent["name"] for intent in model.dialog}
        for name in sorted(set(delegated) - present):
            wrong = "the code sends Dialog directives for it"
            yield model.finding("DI03", f"intent {name}", wrong, "Add it to dialog.intents of this locale")
