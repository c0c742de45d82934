"""MO: the intents that a model must have, and that all locales and the code agree on them."""

from collections.abc import Iterable, Iterator, Sequence

from tools.lint.built_in import EXPECTED, REQUIRED
from tools.lint.conflicts import conflicts
from tools.lint.dialog import dialog
from tools.lint.finding import Finding
from tools.lint.interaction import Model
from tools.lint.invocation import invocation
from tools.lint.limits import limits
from tools.lint.sample import samples
from tools.lint.slot_type import slot_types

SHOWN = 5
"""How many differences one finding names."""


def lint_model(model: Model, screen: bool = False) -> Iterator[Finding]:
    """All rules about one locale's model (IN, MO02, MO03, SA, CF, TY, LI, LO, DI). `screen`: skill.json declares APL."""
    yield from invocation(model)
    yield from required_intents(model)
    yield from expected_intents(model, screen)
    yield from samples(model)
    yield from conflicts(model)
    yield from slot_types(model)
    yield from limits(model)
    yield from dialog(model)


def required_intents(model: Model) -> Iterator[Finding]:
    """MO02 (2.4): Help, Stop and Cancel."""
    yield from _absent(model, "MO02", REQUIRED)


def expected_intents(model: Model, screen: bool = False) -> Iterator[Finding]:
    """MO03 (2.4): Fallback, Yes, No and Repeat; NavigateHome, an error only where the skill has a screen."""
    yield from _absent(model, "MO03", EXPECTED)
    yield from _absent(model, "MO03", ["AMAZON.NavigateHomeIntent"], warning=not screen)


def _absent(model: Model, rule: str, names: Iterable[str], warning: bool = False) -> Iterator[Finding]:
    present = {intent.name for intent in model.intents}
    for name in names:
        if name not in present:
            yield model.finding(rule, "languageModel.intents", f"{name} is missing", "Add it with no samples", warning)


def handled_intents(models: Iterable[Model], handled: Iterable[str]) -> Iterator[Finding]:
    """MO04 (C7): every intent of every model is handled by the code, and every handled intent is in every model."""
    known = set(handled)
    for model in models:
        present = {intent.name for intent in model.intents}
        for name in sorted(present - known):
            do = "Handle it in lambda/skill, or remove it from the model"
            yield model.finding("MO04", f"intent {name}", "no handler answers it", do)
        for name in sorted(known - present):
            do = "Add it to the model, or remove its handler"
            yield model.finding("MO04", f"intent {name}", "is handled but cannot be heard", do)


def same_in_all_locales(models: Sequence[Model]) -> Iterator[Finding]:
    """MO05 (C13): the same intents, slots, slot types and value ids in all locales, as in the first model."""
    if not models:
        return
    first, expected = models[0], _shape(models[0])
    for model in models[1:]:
        shape = _shape(model)
        for part in expected:
            yield from _difference(model, part, expected[part] - shape[part], f"{first.locale} has")
            yield from _difference(model, part, shape[part] - expected[part], f"{first.locale} lacks")


def _shape(model: Model) -> dict[str, set[str]]:
    return {
        "intents": {intent.name for intent in model.intents},
        "slots": {f"{intent.name}.{slot.name}: {slot.type}" for intent in model.intents for slot in intent.slots},
        "types": {slot_type.name for slot_type in model.types},
        "values": {f"{slot_type.name}.{value.id}" for slot_type in model.types for value in slot_type.values},
    }


def _difference(model: Model, part: str, names: set[str], how: str) -> Iterator[Finding]:
    if names:
        shown = ", ".join(sorted(names)[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
        yield model.finding("MO05", f"languageModel.{part}", f"{how} {shown}", "Give every locale the same ones")
