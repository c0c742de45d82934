"""Proof that nothing in the table is idle: every question is asked, every outcome reached, every sign decides alone."""

from __future__ import annotations

from collections.abc import Iterator

from guide.table import Table
from tools.prove.people import ADULT, OTHERS, Walk, walk, ways_to, with_only
from tools.prove.rules import Found

#: The rows of the evidence.
ROWS = tuple(f"RF{number:02}" for number in range(1, 63))


def prove_reached(table: Table) -> Found:
    """Every question and every outcome is reached by some walk, unless it is a fact that moves nothing."""
    asked: set[str] = set()
    ends: set[str] = set()
    tried = 0
    for question in table.questions:
        for ended in _walks_to(table, question.id):
            tried += 1
            asked |= set(ended.asked)
            ends.add(ended.case.outcome)
            if question.id in asked and not question.group:
                break
    idle = [question.id for question in table.questions if question.id not in asked and question.id not in told_only(table)]
    faults = [f"{id} is never asked" for id in idle]
    faults += [f"{outcome} is never reached" for outcome in table.outcomes if outcome not in ends]
    return Found(tried, tuple(faults))


def told_only(table: Table) -> frozenset[str]:
    """Facts that move nothing in the check: noted where somebody says them, never asked by themselves."""
    return frozenset(
        question.id
        for question in table.questions
        if not question.settles and not question.person and not question.group and not table.reach[question.id]
    )


def prove_deciding(table: Table) -> Found:
    """Every row of the evidence has a walk on which it alone decides the outcome."""
    alone = deciding_alone(table)
    return Found(len(alone), tuple(f"{row} never decides alone" for row, id in alone.items() if not id))


def deciding_alone(table: Table) -> dict[str, str]:
    """For each row of the evidence the question that decides an outcome alone, on a walk; empty where none does."""
    return {row: next(_alone(table, row), "") for row in ROWS}


def _alone(table: Table, row: str) -> Iterator[str]:
    own = [q for q in table.questions if q.signs and q.signs[0] == row and not q.group]
    shared = [q for q in table.questions if row in q.signs and not q.group and q not in own]
    for question in (*own, *shared):
        for ended in _walks_to(table, question.id):
            decided = ended.case.deciding
            if question.id in decided and all(row in table.by_id[id].signs for id in decided):
                yield question.id


def _walks_to(table: Table, id: str) -> Iterator[Walk]:
    """The walks of people to whom one thing applies, and of those who doubt what opens it."""
    for opened in ways_to(table, id):
        for facts in (ADULT, *OTHERS):
            yield with_only(table, {**opened, id: "y"}, facts)
            doubted = {other: "u" for other in opened if other in table.by_id}
            yield with_only(table, {**opened, **doubted, id: "y"}, facts)
    if table.by_id[id].group:
        yield walk(table, lambda key: "y" if key.startswith(id) or table.by_id[key.removesuffix("+")].person else "n")
