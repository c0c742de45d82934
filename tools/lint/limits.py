"""LI and LO: sizes, and features that only some locales take."""

from collections.abc import Iterator

from tools.lint.finding import Finding
from tools.lint.interaction import Model
from tools.lint.locales import FALLBACK_SENSITIVITY, LOCALES, MULTIPLE_VALUES

FILE_WARNING = 1_000_000
FILE_LIMIT = 1_500_000
INTENT_LIMIT = 250
TYPE_LIMIT = 100
VALUE_LIMIT = 50_000


def limits(model: Model) -> Iterator[Finding]:
    """LI01 and LO01 to LO03 over one locale."""
    for rule in (file_size, counts, fallback_sensitivity, multiple_values, file_name):
        yield from rule(model)


def file_size(model: Model) -> Iterator[Finding]:
    """LI01 (2.3): at most 1.5 MB; above a million bytes older tools refuse it."""
    if model.size > FILE_WARNING:
        wrong = f"{model.size:,} bytes"
        do = f"Keep it under {FILE_WARNING:,}: fewer samples or synonyms"
        yield model.finding("LI01", "whole file", wrong, do, warning=model.size <= FILE_LIMIT)


def counts(model: Model) -> Iterator[Finding]:
    """LI01 (2.3): 250 intents, 100 slot types, 50,000 values and synonyms."""
    words = sum(1 + len(value.synonyms) for slot_type in model.types for value in slot_type.values)
    measured = (
        ("intents", len(model.intents), INTENT_LIMIT),
        ("types", len(model.types), TYPE_LIMIT),
        ("values and synonyms", words, VALUE_LIMIT),
    )
    for what, count, limit in measured:
        if count > limit:
            yield model.finding("LI01", f"languageModel, {what}", f"{count:,} of them", f"Keep to {limit:,}")


def fallback_sensitivity(model: Model) -> Iterator[Finding]:
    """LO01 (2.4): fallbackIntentSensitivity in en-* and de-DE only; HIGH, MEDIUM or LOW."""
    level, place = model.fallback_sensitivity, "modelConfiguration.fallbackIntentSensitivity"
    if level is None:
        return
    if model.locale not in FALLBACK_SENSITIVITY:
        yield model.finding("LO01", place, f"{model.locale} does not take it", "Leave it out")
    if level not in {"HIGH", "MEDIUM", "LOW"}:
        yield model.finding("LO01", place, f"'{level}' is no level", "Use HIGH, MEDIUM or LOW")


def multiple_values(model: Model) -> Iterator[Finding]:
    """LO02 (2.6): multipleValues in four English locales only."""
    if model.locale in MULTIPLE_VALUES:
        return
    for intent in model.intents:
        for slot in intent.slots:
            if slot.multiple:
                place = f"intent {intent.name}, slot {slot.name}"
                yield model.finding("LO02", place, f"{model.locale} takes no multipleValues", "Leave it out")


def file_name(model: Model) -> Iterator[Finding]:
    """LO03 (5.1): the file is named by one of the platform's locales."""
    if model.locale not in LOCALES:
        yield model.finding("LO03", "file name", f"'{model.locale}' is no Alexa locale", "Name it like en-GB.json")
