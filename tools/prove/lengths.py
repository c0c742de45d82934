"""How many questions people hear."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from guide.table import Table
from tools.prove import people, reach


@dataclass(frozen=True)
class Lengths:
    """Counts of questions put; a bundle's second step counts as one."""

    well: int
    median: float
    longest_of_one: int
    longest: int
    bound: int


def measure(table: Table) -> Lengths:
    """The lengths of walks of grown-ups; `longest` is the longest that a search finds, `bound` what no walk exceeds."""
    one = [walk.length for walk in people.one_thing(table)]
    return Lengths(
        well=people.with_only(table, {}).length,
        median=median(one),
        longest_of_one=max(one),
        longest=people.longest(table).length,
        bound=len(table.questions) - len(reach.told_only(table)) + len(table.top_groups),
    )
