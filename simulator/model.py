"""The interaction model of a locale, as the simulator needs it: intents, samples and slot values in words."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.phrases import Phrases, read_phrases
from simulator.words import Tokens, tokens

FOLDER = Path(__file__).parent.parent / "interaction_model"
NUMBER = "AMAZON.NUMBER"

_SLOT = re.compile(r"\{\s*(\w+)\s*\}")


class ModelError(Exception):
    """There is no usable model; the text says in one sentence what is wrong and what to do."""


@dataclass(frozen=True)
class Slot:
    """A named place in a sample, and the type of what may stand there."""

    name: str
    type: str


@dataclass(frozen=True)
class Value:
    """A canonical slot value; `id` is None where the model gives none."""

    name: str
    id: str | None


@dataclass(frozen=True)
class Sample:
    """One sample utterance: words, and slots between them; `standard` for a built-in intent's own phrase."""

    intent: str
    text: str
    parts: tuple[str | Slot, ...]
    standard: bool = False

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in the order said."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    @property
    def carrier(self) -> Tokens:
        """The words around the slots."""
        return tuple(part for part in self.parts if isinstance(part, str))


@dataclass(frozen=True)
class Model:
    """What Alexa listens for in one locale."""

    locale: str
    invocation: Tokens
    phrases: Phrases
    intents: Mapping[str, tuple[Slot, ...]]
    samples: tuple[Sample, ...]
    types: Mapping[str, Mapping[Tokens, tuple[Value, ...]]]


def read_model(locale: str, path: Path | None = None) -> Model:
    """Read the model of a locale, or the file at `path`; ModelError when it is missing or cannot be read."""
    path = path or FOLDER / f"{locale}.json"
    try:
        language_model = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
        phrases = read_phrases(locale.partition("-")[0])
        return _model(locale, language_model, phrases)
    except FileNotFoundError as missing:
        raise ModelError(_missing(locale, path, Path(missing.filename))) from missing
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise ModelError(f"{path.name} is not an interaction model ({broken!r}): run make build.") from broken


def _missing(locale: str, path: Path, missing: Path) -> str:
    if missing != path:
        return f"The simulator does not know the language of {locale}: add simulator/phrases/{missing.name}."
    there = ", ".join(sorted(model.stem for model in path.parent.glob("*.json")))
    if not there:
        return f"There is no interaction model for {locale} at {path}: run make build."
    return f"There is no interaction model for {locale}: choose one of {there}, or add the locale and run make build."


def _model(locale: str, data: dict[str, Any], phrases: Phrases) -> Model:
    intents = {intent["name"]: _slots(intent) for intent in data["intents"]}
    return Model(
        locale=locale,
        invocation=tokens(data["invocationName"]),
        phrases=phrases,
        intents=intents,
        samples=tuple(_samples(data["intents"], intents, phrases)),
        types={kind["name"]: _values(kind) for kind in data.get("types", [])},
    )


def _slots(intent: dict[str, Any]) -> tuple[Slot, ...]:
    return tuple(Slot(slot["name"], slot["type"]) for slot in intent.get("slots", []))


def _samples(data: list[dict[str, Any]], intents: dict[str, tuple[Slot, ...]], phrases: Phrases) -> Iterator[Sample]:
    """Give the model's own samples, then the standard phrases: Amazon lists those only in part, so the model knows better."""
    for entry in data:
        slots = {slot.name: slot for slot in intents[entry["name"]]}
        for text in entry.get("samples", []):
            yield Sample(entry["name"], text, tuple(_parts(text, slots)))
    for intent, said in phrases.built_in.items():
        if intent in intents:
            yield from (Sample(intent, text, tokens(text), standard=True) for text in said)


def _parts(text: str, slots: dict[str, Slot]) -> Iterator[str | Slot]:
    for place, piece in enumerate(_SLOT.split(text)):
        if place % 2:
            yield slots[piece]
        else:
            yield from tokens(piece)


def _values(kind: dict[str, Any]) -> dict[Tokens, tuple[Value, ...]]:
    """Index a type by what may be said; a canonical name comes before another value's synonym."""
    said: dict[Tokens, tuple[Value, ...]] = {}
    entries = [(Value(value["name"]["value"], value.get("id")), value["name"]) for value in kind.get("values", [])]
    for value, name in entries:
        _add(said, tokens(name["value"]), value)
    for value, name in entries:
        for synonym in name.get("synonyms", []):
            _add(said, tokens(synonym), value)
    return said


def _add(said: dict[Tokens, tuple[Value, ...]], words: Tokens, value: Value) -> None:
    if words and value not in said.get(words, ()):
        said[words] = (*said.get(words, ()), value)
