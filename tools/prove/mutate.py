"""Every rule of the table removed or weakened, one at a time: the proof or the evidence must notice each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from guide.table import Question, Table
from tools.build.source import ROOT
from tools.prove import evidence, pruning, rules


@dataclass(frozen=True)
class Mutant:
    """The table with one rule less, and what was done to it."""

    did: str
    table: Table


def mutants(table: Table) -> Iterator[Mutant]:
    """Every rule of the table weakened once."""
    for place, question in enumerate(table.questions):
        before, after = table.questions[:place], table.questions[place + 1 :]
        yield Mutant(f"{question.id} is dropped", _but(table, questions=(*before, *after)))
        for did, weaker in _weaker(table, question):
            yield Mutant(f"{question.id}: {did}", _but(table, questions=(*before, weaker, *after)))
    for key in ("together", "settle", "least", "places"):
        rows: tuple[Any, ...] = getattr(table, key)
        for place, row in enumerate(rows):
            before, after = rows[:place], rows[place + 1 :]
            yield Mutant(f"{key} {place} is dropped", _but(table, **{key: (*before, *after)}))
            for did, weaker in _weaker_row(table, row):
                yield Mutant(f"{key} {place}: {did}", _but(table, **{key: (*before, weaker, *after)}))


def _weaker(table: Table, question: Question) -> Iterator[tuple[str, Question]]:
    """Each way to weaken one question."""
    if question.yes and question.yes != table.outcomes[0]:
        yield "a yes demands less", _but(question, yes=_lower(table, question.yes))
        yield "a yes demands nothing", _but(question, yes="")
    for key in ("unsure", "until", "on"):
        if getattr(question, key):
            yield f"{key} is dropped", _but(question, **{key: ""})
    for key in ("raiser", "settles", "bars", "group"):
        if getattr(question, key):
            yield f"{key} is dropped", _but(question, **{key: False})
    if question.yes and not question.raiser and not question.group:
        yield "it only raises", _but(question, raiser=True)
    if not question.until and not question.group and question.yes:
        yield "it is not asked once the outcome is see_soon", _but(question, until="see_soon")
    for key in ("signs", "after", "needs", "up_with", "unless"):
        for item in getattr(question, key):
            yield f"{item} is dropped from {key}", _but(question, **{key: _without(getattr(question, key), item)})


def _weaker_row(table: Table, row: Any) -> Iterator[tuple[str, Any]]:
    """Each way to weaken a combination, a look-alike, a least outcome or a place."""
    names = {spec.name for spec in fields(row)}
    if "level" in names:
        yield "its level is lower", _but(row, level=_lower(table, row.level))
    if getattr(row, "even_unsure", False):
        yield "not sure will not do", _but(row, even_unsure=False)
    if getattr(row, "unless", ""):
        yield "unless is dropped", _but(row, unless="")
    for id in getattr(row, "with_", ()):
        yield f"{id} is dropped", _but(row, with_=_without(row.with_, id))


def noticed(mutant: Mutant, wanted: evidence.Json) -> str:
    """The first difference that the evidence or the proof finds; empty where the mutant survives."""
    try:
        found = next(evidence.differences(mutant.table, wanted), "")
        found = found or next(iter(rules.prove_parts(mutant.table).faults), "")
        return found or next(iter(pruning.prove_left_out(mutant.table).faults), "")
    except KeyError as error:
        return f"the table names {error}, which is no question"


def report(table: Table) -> bool:
    """Breaks every rule once and prints what nobody noticed. Returns whether anything survived."""
    tried, survivors, wanted = 0, [], evidence.read(ROOT)
    for mutant in mutants(table):
        tried += 1
        if not noticed(mutant, wanted):
            survivors.append(mutant.did)
        if tried % 50 == 0:
            print(f"  {tried} rules broken", file=sys.stderr, end="\r", flush=True)
    print(f"{tried} rules removed or weakened one at a time; {len(survivors)} not noticed")
    print("".join(f"  {did}\n" for did in survivors), end="")
    return bool(survivors)


def _lower(table: Table, level: str) -> str:
    return table.outcomes[max(0, table.outcomes.index(level) - 1)]


def _without(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return tuple(other for other in items if other != item)


def _but(row: Any, **changes: Any) -> Any:
    return replace(row, **changes)
