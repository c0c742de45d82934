"""SA: sample utterances and the slots in them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from tools.lint.built_in import intent_of
from tools.lint.finding import Finding
from tools.lint.interaction import SLOT, Intent, Model
from tools.lint.invocation import CONNECTORS

LONGEST = 200
FEW = 5
SEARCH_QUERY = "AMAZON.SearchQuery"
SINGLE_LETTER_PERIOD = re.compile(r"(?<!\w)\w\.")


def samples(model: Model) -> Iterator[Finding]:
    """SA01 to SA16 over one locale."""
    for intent in model.intents:
        for place, sample in _said(intent):
            yield from braces(model, intent, place, sample)
            for by_sample in (characters, periods, digits, slot_twice, length):
                yield from by_sample(model, place, sample)
        for by_intent in (slots_used, duplicates, enough, search_query, slot_only, connector, built_in_phrase):
            yield from by_intent(model, intent)
    for rule in (types_defined, two_intents, one_type):
        yield from rule(model)


def _said(intent: Intent) -> Iterator[tuple[str, str]]:
    for sample in intent.samples:
        yield _place(intent, sample), sample
    for slot in intent.slots:
        for sample in slot.samples:
            yield f"intent {intent.name}, slot {slot.name}, sample '{sample}'", sample


def _place(intent: Intent, sample: str) -> str:
    return f"intent {intent.name}, sample '{sample}'"


def _outside(sample: str) -> str:
    return SLOT.sub("", sample)


def characters(model: Model, place: str, sample: str) -> Iterator[Finding]:
    """SA01 (M1, M2): letters, marks, spaces, straight apostrophes, hyphens, underscores, periods."""
    signs = set(_outside(sample)) - set(" '-_.{}|")
    odd = sorted(sign for sign in signs if unicodedata.category(sign)[0] not in "LMN")
    if odd:
        yield model.finding("SA01", place, f"has {odd}", "Leave these signs out")


def periods(model: Model, place: str, sample: str) -> Iterator[Finding]:
    """SA02 (M1, M16): a period only after a single letter."""
    if "." in SINGLE_LETTER_PERIOD.sub("", _outside(sample)):
        yield model.finding("SA02", place, "has a period that ends no abbreviation", "Leave the full stop out")


def digits(model: Model, place: str, sample: str) -> Iterator[Finding]:
    """SA03 (M3): numbers in words, as they are recognised."""
    if any(unicodedata.category(sign)[0] == "N" for sign in _outside(sample)):
        yield model.finding("SA03", place, "has digits", "Spell the number out", warning=True)


def braces(model: Model, intent: Intent, place: str, sample: str) -> Iterator[Finding]:
    """SA04 (M8): balanced braces around declared slots; not the old {value|slot} form."""
    if any(sign in _outside(sample) for sign in "{}|"):
        yield model.finding("SA04", place, "has braces that hold no slot name", "Write {slot}")
    for name in SLOT.findall(sample):
        if name not in intent.slot_types():
            yield model.finding("SA04", place, f"{{{name}}} is not declared", "Declare the slot in the intent")


def slot_twice(model: Model, place: str, sample: str) -> Iterator[Finding]:
    """SA07 (M8): no slot twice in one sample."""
    for name, count in Counter(SLOT.findall(sample)).items():
        if count > 1:
            yield model.finding("SA07", place, f"{{{name}}} stands {count} times", "Use it once, or two slots")


def length(model: Model, place: str, sample: str) -> Iterator[Finding]:
    """SA16 (2.3): at most 200 characters."""
    if len(sample) > LONGEST:
        yield model.finding("SA16", place, f"{len(sample)} characters", f"Shorten it to {LONGEST}", warning=True)


def slots_used(model: Model, intent: Intent) -> Iterator[Finding]:
    """SA05 (M8): each declared slot stands in a sample or is asked for in the dialog."""
    asked = {slot["name"] for item in model.dialog if item["name"] == intent.name for slot in item.get("slots", ())}
    used = {name for _, sample in _said(intent) for name in SLOT.findall(sample)}
    for slot in intent.slots:
        if slot.name not in used | asked:
            wrong = "stands in no sample and no dialog"
            yield model.finding("SA05", f"intent {intent.name}, slot {slot.name}", wrong, "Use it or remove it")


def duplicates(model: Model, intent: Intent) -> Iterator[Finding]:
    """SA09 (M8): the platform removes duplicates within an intent without a word."""
    for sample, count in Counter(sample.casefold() for sample in intent.samples).items():
        if count > 1:
            yield model.finding("SA09", _place(intent, sample), f"stands {count} times", "Keep one", warning=True)


def enough(model: Model, intent: Intent) -> Iterator[Finding]:
    """SA10 (M9): a custom intent has a sample; fewer than five are few."""
    if intent.built_in or len(intent.samples) >= FEW:
        return
    wrong = f"{len(intent.samples)} samples"
    yield model.finding("SA10", f"intent {intent.name}", wrong, f"Write at least {FEW}", warning=bool(intent.samples))


def search_query(model: Model, intent: Intent) -> Iterator[Finding]:
    """SA11 (M4, M5): AMAZON.SearchQuery stands with a carrier phrase and no second slot."""
    types = intent.slot_types()
    for sample in intent.samples:
        names = SLOT.findall(sample)
        if SEARCH_QUERY not in {types.get(name) for name in names}:
            continue
        if not _outside(sample).strip():
            yield model.finding("SA11", _place(intent, sample), "is only a search query", "Add carrier words")
        if len(names) > 1:
            yield model.finding("SA11", _place(intent, sample), "has a second slot", "Leave the search query alone")


def slot_only(model: Model, intent: Intent) -> Iterator[Finding]:
    """SA12 (M6): a sample of slots alone may swallow "help" or "stop"."""
    for sample in intent.samples:
        if SLOT.search(sample) and not _outside(sample).strip():
            yield model.finding("SA12", _place(intent, sample), "is only a slot", "Add carrier words", warning=True)


def connector(model: Model, intent: Intent) -> Iterator[Finding]:
    """SA13 (M10): the platform strips a connecting word after "ask cramp guide": the rest needs a sample too."""
    for sample in intent.samples if model.locale.startswith("en-") else ():
        first, _, rest = sample.partition(" ")
        if first in CONNECTORS and rest not in intent.samples:
            wrong = f"begins with '{first}', which is stripped from a one-shot phrase"
            yield model.finding("SA13", _place(intent, sample), wrong, "Have one without it as well", warning=True)


def built_in_phrase(model: Model, intent: Intent) -> Iterator[Finding]:
    """SA15 (C4, C5): a custom intent does not take a built-in phrase."""
    for sample in () if intent.built_in else intent.samples:
        owner = intent_of(sample.casefold())
        if owner:
            yield model.finding("SA15", _place(intent, sample), f"belongs to {owner}", "Remove it")


def types_defined(model: Model) -> Iterator[Finding]:
    """SA06 (M8): a slot's type is the platform's or defined here; each defined type is used."""
    defined = {slot_type.name for slot_type in model.types}
    used = {slot.type for intent in model.intents for slot in intent.slots}
    for name in sorted(used - defined):
        if not name.startswith("AMAZON."):
            yield model.finding("SA06", f"type {name}", "is used and not defined", "Define it under types")
    for name in sorted(defined - used):
        if not name.startswith("AMAZON."):
            yield model.finding("SA06", f"type {name}", "is defined and never used", "Use it or remove it")


def two_intents(model: Model) -> Iterator[Finding]:
    """SA08 (M8): no sample in two intents, comparing slots by their type and without regard to case."""
    owner: dict[str, str] = {}
    for intent, sample in model.samples():
        key = _by_type(sample, intent.slot_types())
        if owner.setdefault(key, intent.name) != intent.name:
            yield model.finding("SA08", _place(intent, sample), f"is also in {owner[key]}", "Keep it in one of the two")


def _by_type(sample: str, types: dict[str, str]) -> str:
    parts = SLOT.split(sample)
    return "".join(types.get(part, part) if index % 2 else part.casefold() for index, part in enumerate(parts))


def one_type(model: Model) -> Iterator[Finding]:
    """SA14 (M7): a slot name has one type over all intents."""
    types: dict[str, str] = {}
    for intent in model.intents:
        for slot in intent.slots:
            if types.setdefault(slot.name, slot.type) != slot.type:
                place = f"intent {intent.name}, slot {slot.name}"
                wrong = f"is {slot.type} here and {types[slot.name]} elsewhere"
                yield model.finding("SA14", place, wrong, "Rename one of them")
