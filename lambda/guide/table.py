"""The red-flag check as a table: questions, the outcomes they demand, and what moves them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

UP = "up"
EMERGENCY = "call_emergency"


@dataclass(frozen=True)
class Question:
    """A row of the check; the fields are explained at the head of ``content/check.toml``."""

    id: str
    signs: tuple[str, ...] = ()
    group: bool = False
    gate: bool = False
    person: bool = False
    raiser: bool = False
    settles: bool = False
    bars: bool = False
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    up_with: tuple[str, ...] = ()
    on: str = ""
    yes: str = ""
    unsure: str = ""
    until: str = ""
    wait: str = ""
    context: str = ""
    taken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Together:
    """Signs that demand an outcome only in company."""

    all: tuple[str, ...]
    level: str
    even_unsure: bool = False
    wait: str = ""


@dataclass(frozen=True)
class Settle:
    """A second answer, `by`, after which `question` demands only `level`."""

    question: str
    by: str
    level: str


@dataclass(frozen=True)
class Least:
    """Nobody to whom `when` applies gets less than `level`, unless `unless` is a yes."""

    when: str
    level: str
    unless: str = ""


@dataclass(frozen=True)
class Place:
    """Where to turn instead: `when` applies and one of the questions in `with_` decides the outcome."""

    id: str
    when: str
    with_: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The whole check. `outcomes` run from the mildest to the most urgent."""

    outcomes: tuple[str, ...]
    questions: tuple[Question, ...]
    together: tuple[Together, ...]
    settle: tuple[Settle, ...]
    least: tuple[Least, ...]
    places: tuple[Place, ...]

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """Each question by its id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each question stands in the table."""
        return {question.id: place for place, question in enumerate(self.questions)}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """How urgent an outcome is; 0 is the mildest."""
        return {outcome: rank for rank, outcome in enumerate(self.outcomes)}

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """What each question opens."""
        opened: dict[str, list[str]] = {}
        for question in self.questions:
            for opener in question.after:
                opened.setdefault(opener, []).append(question.id)
        return {opener: tuple(ids) for opener, ids in opened.items()}

    @cached_property
    def settled_by(self) -> dict[str, Settle]:
        """The look-alike rule of a question, where it has one."""
        return {rule.question: rule for rule in self.settle}

    @cached_property
    def reach(self) -> dict[str, int]:
        """How far each question can still raise the outcome, by itself or through what it opens or moves."""
        reach = {question.id: self.rank(question.yes) for question in self.questions}
        reach |= {f"together/{index}": self.rank(rule.level) for index, rule in enumerate(self.together)}
        moves = self._moves()
        changed = True
        while changed:
            changed = False
            for mover, moved in moves:
                if reach.get(moved, 0) > reach.setdefault(mover, 0):
                    reach[mover] = reach[moved]
                    changed = True
        return reach

    def top_group(self, id: str) -> str:
        """The outermost group that opens a question; empty where none does."""
        for opener in self.by_id[id].after:
            if opener in self.by_id and self.by_id[opener].group:
                return self.top_group(opener) or opener
        return ""

    def descendants(self, group: str) -> frozenset[str]:
        """Every single question that a group asks about, by itself or through a group inside it."""
        found: set[str] = set()
        for id in self.members.get(group, ()):
            found |= self.descendants(id) if self.by_id[id].group else {id}
        return frozenset(found)

    @cached_property
    def top_groups(self) -> frozenset[str]:
        """The groups that no other group opens: there the person first says, in their own words, which it is."""
        groups = {question.id for question in self.questions if question.group}
        return frozenset(id for id in groups if not groups & set(self.by_id[id].after))

    def rank(self, outcome: str) -> int:
        """The rank of an outcome; no outcome counts as the mildest."""
        return self.ranks.get(outcome, 0)

    def _moves(self) -> list[tuple[str, str]]:
        """Pairs of a question and one that it can open, move or join."""
        pairs = [(opener, q.id) for q in self.questions for opener in (*q.after, *q.needs, *q.up_with)]
        for index, rule in enumerate(self.together):
            pairs += [(question, f"together/{index}") for question in rule.all]
        return pairs


def table_from(rules: dict[str, Any]) -> Table:
    """The table from its built JSON."""

    def rows(key: str) -> list[dict[str, Any]]:
        return [{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()} for row in rules.get(key, [])]

    return Table(
        outcomes=tuple(rules["outcomes"]),
        questions=tuple(Question(**row) for row in rows("question")),
        together=tuple(Together(**row) for row in rows("together")),
        settle=tuple(Settle(**row) for row in rows("settle")),
        least=tuple(Least(**row) for row in rows("least")),
        places=tuple(Place(row["id"], row["when"], row["with"]) for row in rows("place")),
    )
