"""What an utterance was taken for."""

from dataclasses import dataclass
from typing import Literal

from simulator.model import Slot, Value

Kind = Literal["sample", "nearest", "none"]
FALLBACK = "AMAZON.FallbackIntent"


@dataclass(frozen=True)
class Filled:
    """A slot with the words heard for it; `values` are the canonical values they resolve to, none if unknown."""

    slot: Slot
    value: str
    values: tuple[Value, ...] = ()
    custom: bool = False

    @property
    def id(self) -> str | None:
        """The id of the first canonical value."""
        return self.values[0].id if self.values else None


@dataclass(frozen=True)
class Match:
    """An intent with its slots, and how it was come by; `score` is 1 for an exact sample."""

    intent: str
    slots: tuple[Filled, ...] = ()
    kind: Kind = "none"
    sample: str | None = None
    score: float = 0.0


NOTHING = Match(FALLBACK)
