"""A figure: what was measured, round by round, beside what it is a ratio of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import NamedTuple

HEADINGS = ("", "ratio", "half of the rounds", "reach", "here", "ratio of")


class BenchError(Exception):
    """Nothing can be measured; the text says why and what to do."""


class Unit(NamedTuple):
    """What a value is shown in; `scale` leads there from seconds or bytes."""

    name: str
    scale: float


MILLISECONDS = Unit("ms", 1e3)
MEGABYTES = Unit("MB", 1e-6)


@dataclass(frozen=True)
class Figure:
    """`pairs` holds for each round the skill's value and the one it is held against, which `of` names.

    Of a budget, the second value is what is allowed, and the ratio must stay under 1. `reach` is what the ratio is to come
    down to; 0 where nobody set a goal. A goal that is missed is told, and no failure: the machine has a share in it.
    """

    name: str
    of: str
    pairs: tuple[tuple[float, float], ...]
    budget: bool = False
    unit: Unit = MILLISECONDS
    reach: float = 0.0

    @property
    def ratios(self) -> list[float]:
        """The ratio of each round: what shakes the machine shakes both sides of it."""
        return [ours / reference for ours, reference in self.pairs]

    @property
    def ratio(self) -> float:
        """The median ratio."""
        return median(self.ratios)

    @property
    def over(self) -> bool:
        """Whether a budget is overrun."""
        return self.budget and self.ratio >= 1

    def row(self) -> tuple[str, ...]:
        """The figure as a row under `HEADINGS`."""
        allowed = f"{self.of}{': OVER' if self.over else ''}"
        goal = f"{self.reach:.2f}{'' if self.ratio <= self.reach else ' MISSED'}" if self.reach else "-"
        return self.name, f"{self.ratio:.2f}", self._spread(), goal, self._here(), allowed

    def _spread(self) -> str:
        if len(self.pairs) < 2:
            return "-"
        lower, _, upper = quantiles(self.ratios, n=4, method="inclusive")
        return f"{lower:.2f} to {upper:.2f}"

    def _here(self) -> str:
        sides = [f"{median(side) * self.unit.scale:.3g}" for side in zip(*self.pairs, strict=True)]
        return f"{sides[0] if self.budget else ' / '.join(sides)} {self.unit.name}".strip()


def table(figures: Sequence[Figure]) -> list[str]:
    """The lines of a readable table."""
    rows = [HEADINGS, *(figure.row() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
