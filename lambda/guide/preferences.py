"""How somebody likes to be spoken to. It says nothing about anybody's health, and is all that may outlive a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

#: From the slowest to the fastest.
PACES = ("slow", "normal", "fast")
LENGTHS = ("full", "short")


@dataclass(frozen=True)
class Preferences:
    """`pace` is one of PACES; `length` is that of first answers, one of LENGTHS; `welcomed` is whether the long welcome
    was heard."""

    pace: str = "normal"
    length: str = "full"
    welcomed: bool = False

    def plain(self) -> dict[str, Any]:
        """The preferences as JSON-plain data."""
        return asdict(self)

    @property
    def chosen(self) -> bool:
        """Whether there is anything that differs from what everybody starts with."""
        return self != Preferences()


def sound(name: str, value: Any) -> bool:
    """Whether a value can be what the preference of that name holds."""
    if name == "welcomed":
        return isinstance(value, bool)
    return isinstance(value, str) and value in {"pace": PACES, "length": LENGTHS}.get(name, ())


def preferences_from(data: Any) -> Preferences:
    """The preferences in plain data. What is missing, unknown or of the wrong kind is as everybody starts."""
    if not isinstance(data, Mapping):
        return Preferences()
    names = [spec.name for spec in fields(Preferences)]
    return Preferences(**{name: data[name] for name in names if name in data and sound(name, data[name])})
