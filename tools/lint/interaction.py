"""Reading interaction_model/<locale>.json into plain data that the rules can walk."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.lint.finding import Finding

SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Slot:
    """A slot as an intent declares it; `samples` are what a person may say when asked for it."""

    name: str
    type: str
    samples: tuple[str, ...] = ()
    multiple: bool = False


@dataclass(frozen=True)
class Intent:
    """An intent; its slots in order of declaration."""

    name: str
    samples: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()

    @property
    def built_in(self) -> bool:
        """Whether the platform defines it, such as AMAZON.HelpIntent."""
        return self.name.startswith("AMAZON.")

    def slot_types(self) -> dict[str, str]:
        """Slot name to type."""
        return {slot.name: slot.type for slot in self.slots}


@dataclass(frozen=True)
class Value:
    """A value of a custom slot type: canonical id, name, synonyms."""

    id: str
    name: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class SlotType:
    """A slot type defined by this model. `supplied` means that its values come from elsewhere, such as a catalogue."""

    name: str
    values: tuple[Value, ...] = ()
    supplied: bool = False


@dataclass(frozen=True)
class Model:
    """The interaction model of one locale. `size` is that of the file in bytes."""

    locale: str
    file: str
    invocation_name: str
    intents: tuple[Intent, ...]
    types: tuple[SlotType, ...]
    size: int = 0
    fallback_sensitivity: str | None = None
    dialog: tuple[dict[str, Any], ...] = ()
    prompts: tuple[dict[str, Any], ...] = ()
    raw: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def samples(self) -> Iterator[tuple[Intent, str]]:
        """Every sample with its intent."""
        return ((intent, sample) for intent in self.intents for sample in intent.samples)

    def finding(self, rule: str, place: str, wrong: str, do: str, warning: bool = False) -> Finding:
        """A finding in this model's file."""
        return Finding(rule, self.file, place, wrong, do, "warning" if warning else "error")


def read_model(path: Path) -> dict[str, Any]:
    """The JSON of a model file.

    Raises ValueError when it is not JSON, or not an object.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise ValueError("not a JSON object")
    return data


def model_of(raw: dict[str, Any], locale: str, file: str, size: int = 0) -> Model:
    """The model in `raw`, which has passed `schema`."""
    interaction = raw["interactionModel"]
    language = interaction["languageModel"]
    configuration = language.get("modelConfiguration", {}).get("fallbackIntentSensitivity", {})
    return Model(
        locale=locale,
        file=file,
        invocation_name=language["invocationName"],
        intents=tuple(_intent(item) for item in language["intents"]),
        types=tuple(_slot_type(item) for item in language.get("types", ())),
        size=size,
        fallback_sensitivity=configuration.get("level"),
        dialog=tuple(interaction.get("dialog", {}).get("intents", ())),
        prompts=tuple(interaction.get("prompts", ())),
        raw=raw,
    )


def _intent(item: dict[str, Any]) -> Intent:
    slots = tuple(
        Slot(
            name=slot["name"],
            type=slot["type"],
            samples=tuple(slot.get("samples", ())),
            multiple=bool(slot.get("multipleValues", {}).get("enabled")),
        )
        for slot in item.get("slots", ())
    )
    return Intent(item["name"], tuple(item.get("samples", ())), slots)


def _slot_type(item: dict[str, Any]) -> SlotType:
    values = tuple(
        Value(str(value.get("id", "")), value["name"]["value"], tuple(value["name"].get("synonyms", ())))
        for value in item.get("values", ())
    )
    return SlotType(item["name"], values, supplied="valueSupplier" in item)
