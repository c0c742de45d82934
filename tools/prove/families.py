"""Every walk, family by family.

A family is a sign with the questions that only it opens. What it takes from elsewhere is its inputs: bundles, what applies,
what happened lately, other signs. The rest of the conversation touches it through these and through the outcome so far,
and through nothing else; ``tools.prove.rules`` and ``tools.prove.pruning`` prove that. So each family is walked alone,
with every combination of its inputs, and an outcome so far that may rise at any moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from guide.check import Case
from guide.table import Question, Table
from tools.prove import reading
from tools.prove.rules import SO_FAR, with_so_far

#: The answers of a family's questions in its order; empty where not asked.
State = tuple[str, ...]


@dataclass(frozen=True)
class Family:
    """Questions that are walked together, and the answers from elsewhere that bear on them."""

    members: tuple[str, ...]
    inputs: tuple[str, ...]


@dataclass
class Walked:
    """What the search over families found."""

    states: int = 0
    walks: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Walked) -> None:
        """Takes in what another search found."""
        self.states += other.states
        self.walks += other.walks
        self.faults += other.faults


def families(table: Table) -> tuple[Family, ...]:
    """The table taken apart: every question that is no group is in one family."""
    single = [question for question in table.questions if not question.group]
    home = {question.id: question.id for question in single}

    def root(id: str) -> str:
        return id if home[id] == id else root(home[id])

    for question in single:
        for other in _kin(table, question):
            home[root(other)] = root(question.id)
    by_root: dict[str, list[str]] = {}
    for question in single:
        by_root.setdefault(root(question.id), []).append(question.id)
    return tuple(Family(tuple(ids), tuple(sorted(_inputs(table, ids)))) for ids in by_root.values())


def walk_family(table: Table, family: Family) -> Walked:
    """Every walk through one family. A fault where the outcome is not that of all questions asked to the end."""
    found, cut = Walked(), _cut(table, family)
    for inputs in product(*(_values(table, family, id) for id in family.inputs)):
        known = dict(zip(family.inputs, inputs, strict=True))
        known |= {id + reading.SECOND: "y" for id, answer in known.items() if answer == "y" and id in cut[0].top_groups}
        found.add(_Search(cut, family, known).run())
    return found


def walk_all(table: Table) -> Walked:
    """Every walk through every family."""
    found = Walked()
    for family in families(table):
        found.add(walk_family(table, family))
    return found


def _kin(table: Table, question: Question) -> Iterator[str]:
    """The single questions that one cannot be walked without."""
    by = [rule.by for rule in table.settle if rule.question == question.id]
    for id in (*question.after, *question.needs, *question.unless, *by):
        if id in table.by_id and not table.by_id[id].group and not _hub(table, table.by_id[id]) and not _hub(table, question):
            yield id


def _hub(table: Table, question: Question) -> bool:
    """What applies or happened lately, and what many signs ask for: an input to whatever it opens."""
    gates = any(id in table.by_id and table.by_id[id].gate for id in question.after)
    return gates or (question.on == "unsure" and len(question.after) > 1)


def _inputs(table: Table, ids: list[str]) -> set[str]:
    mine = set(ids)
    rows = [table.by_id[id] for id in ids]
    read = {id for row in rows for id in (*row.after, *row.needs, *row.unless, *row.up_with)}
    read |= {id for rule in table.together if mine & set(rule.all) for id in rule.all}
    read |= {rule.by for rule in table.settle if rule.question in mine}
    read |= {id for rule in table.least if rule.unless in mine for id in (rule.when,)}
    return read - mine


def _values(table: Table, family: Family, id: str) -> tuple[str, ...]:
    """No, not sure and yes; yes stands for both where they are the same to the family."""
    doubted = any(id in table.by_id[member].after and table.by_id[member].on == "unsure" for member in family.members)
    counted = any(id in rule.all and not rule.even_unsure and set(rule.all) & set(family.members) for rule in table.together)
    counted |= any(rule.by == id and rule.question in family.members for rule in table.settle)
    doubted |= any(id in table.by_id[member].unless for member in family.members)
    differs = doubted or (counted and (id not in table.by_id or table.by_id[id].unsure != reading.UP))
    return ("n", "u", "y") if differs else ("n", "y")


def _cut(table: Table, family: Family) -> tuple[Table, ...]:
    """The family's own table for each outcome so far. What an input demands by itself belongs to the outcome so far."""
    inside = {*family.members, *family.inputs}
    rows = tuple(q if q.id in family.members else replace(q, yes="") for q in table.questions if q.id in inside)
    company = tuple(rule for rule in table.together if set(rule.all) & set(family.members))
    settle = tuple(rule for rule in table.settle if rule.question in family.members)
    least = tuple(rule for rule in table.least if {rule.when, rule.unless} & set(family.members))
    cut = replace(table, questions=rows, together=company, settle=settle, least=least)
    tables = tuple(with_so_far(cut, rank) for rank in range(len(table.outcomes) - 1))
    for each in tables:
        each.__dict__["reach"] = table.reach  # how far a question leads is that of the whole table
    return tables


class _Search:
    """The walks of one family for given inputs."""

    def __init__(self, tables: tuple[Table, ...], family: Family, known: Mapping[str, str]) -> None:
        self._tables, self._family, self._known = tables, family, known
        self._counted: dict[tuple[State, int], int] = {}
        self._facts = {id: answer for id, answer in known.items() if id.split(reading.SECOND)[0] not in tables[0].by_id}
        self._faults: list[str] = []

    def run(self) -> Walked:
        """Every walk, from every outcome so far."""
        start = ("",) * len(self._family.members)
        walks = sum(self._from(start, so_far) for so_far in range(len(self._tables)))
        return Walked(len(self._counted), walks, self._faults)

    def _from(self, state: State, so_far: int) -> int:
        """How many walks go on from here; the outcome so far may rise first."""
        key = (state, so_far)
        if key not in self._counted:
            if so_far + 1 < len(self._tables):
                self._from(state, so_far + 1)
            case = self._case(state, so_far)
            if case.next is None:
                self._check_end(state, so_far, case)
                self._counted[key] = 1
            else:
                self._counted[key] = sum(self._from(after, so_far) for after in self._answered(state, case.next.id))
        return self._counted[key]

    def _answered(self, state: State, id: str) -> Iterator[State]:
        place = self._family.members.index(id)
        return ((*state[:place], answer, *state[place + 1 :]) for answer in ("n", "u", "y"))

    def _case(self, state: State, so_far: int) -> Case:
        answers = {id: answer for id, answer in zip(self._family.members, state, strict=True) if answer}
        answers |= {id: answer for id, answer in self._known.items() if id not in self._facts}
        return Case(self._tables[so_far], answers, {**self._facts, SO_FAR: "y"})

    def _check_end(self, state: State, so_far: int, case: Case) -> None:
        rank = case.table.rank(case.outcome)
        full = self._outcomes(state, so_far, rank)
        if rank < len(self._tables) and full != {rank}:
            self._faults.append(f"{self._said(state)}: the walk ends at {rank}, all questions asked at {sorted(full)}")

    def _outcomes(self, state: State, so_far: int, rank: int) -> set[int]:
        """The outcomes there could be if every open question were asked, but for those that `until` gives up."""
        table = self._tables[so_far]
        answers = {**self._known, **dict(zip(self._family.members, state, strict=True)), SO_FAR: "y"}
        for id in self._family.members:
            question = table.by_id[id]
            dropped = bool(question.until) and rank >= table.rank(question.until)
            if not answers[id] and not dropped and reading.opened(table, answers, question):
                return set().union(*(self._outcomes(after, so_far, rank) for after in self._answered(state, id)))
        return {reading.outcome(table, answers)}

    def _said(self, state: State) -> str:
        pairs = {**self._known, **dict(zip(self._family.members, state, strict=True))}
        return " ".join(f"{id}={answer}" for id, answer in pairs.items() if answer)
