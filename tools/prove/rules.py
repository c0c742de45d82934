"""Proof of every rule by itself: what it depends on, that it is read rightly, and that more of a yes never lowers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from guide.check import Case
from guide.table import Least, Table
from tools.build.rules import FACTS
from tools.prove import reading
from tools.prove.branch import Leaf, given, ways
from tools.prove.reading import Part

#: How far each answer leans to a yes. Not answered counts with no.
LEANS = {"": 0, "n": 0, "u": 1, "y": 2}
#: A fact of the proof's own: what the rest of the conversation has demanded so far.
SO_FAR = "so-far"


@dataclass(frozen=True)
class Found:
    """What a piece of the proof tried, and where it failed."""

    tried: int
    faults: tuple[str, ...]

    def __add__(self, other: Found) -> Found:
        return Found(self.tried + other.tried, self.faults + other.faults)


def case_of(table: Table, answers: Mapping[str, str]) -> Case:
    """The case of the skill for some answers, with the facts of age taken out of them."""
    facts = {id: answer for id, answer in answers.items() if id in FACTS or id == SO_FAR}
    return Case(table, {id: answer for id, answer in answers.items() if id not in facts}, facts)


def with_so_far(table: Table, rank: int) -> Table:
    """The table as it stands when the rest of the conversation has demanded the outcome of this rank."""
    so_far = replace(table, least=(*table.least, Least(SO_FAR, table.outcomes[rank])))
    so_far.__dict__["reach"] = table.reach
    return so_far


def prove_parts(table: Table) -> Found:
    """Each part alone: its dependencies are those the table names, both readings agree, and no answer lowers it."""
    faults: list[str] = []
    tried = 0
    for part in reading.parts(table):
        leaves = list(ways(partial(_both, table, part.name)))
        tried += len(leaves)
        faults += _dependencies(part, leaves)
        faults += [f"{part.name}: {_said(leaf)} is {leaf.result[0]} here and {leaf.result[1]} there" for leaf in _unlike(leaves)]
        faults += [f"{part.name}: {pair}" for pair in _lowered(part, leaves)]
        faults += [
            f"{part.name}: the outcome for {_said(leaf)} is below its demand"
            for leaf in leaves
            if _rank(table, case_of(table, given(leaf))) < leaf.result[1]
        ]
    return Found(tried, tuple(faults))


def prove_highest_wins(table: Table) -> Found:
    """Every two demands at once, over the real table: the outcome is the higher of all that is demanded, in either order."""
    shown = [given(leaf) for part in reading.parts(table) for leaf in _strongest(table, part)]
    faults, tried = [], 0
    for one, other in combinations(shown, 2):
        if any(one[id] != other[id] for id in one.keys() & other.keys()):
            continue
        tried += 1
        wanted = reading.outcome(table, one | other)
        orders = (_rank(table, case_of(table, one | other)), _rank(table, case_of(table, other | one)))
        if orders != (wanted, wanted):
            faults.append(f"{one} with {other}: {orders}, not {wanted}")
    return Found(tried, tuple(faults))


def lowering(table: Table) -> Iterator[str]:
    """The only answers that may lower an outcome, named."""
    for rule in table.settle:
        yield f"{rule.by} lowers {rule.question} to {rule.level}"
    for few in table.least:
        if few.unless:
            yield f"{few.unless} lifts the least outcome of {few.when}"
    for question in table.questions:
        for id in question.unless:
            yield f"{id} keeps {question.id} from being asked"


def _both(table: Table, part: str, answers: Mapping[str, str]) -> tuple[int, int]:
    """The rank that a part demands as the skill has it, and as the proof reads it."""
    case = Case(table, answers)
    kind, _, index = part.partition("/")
    if not index:
        return table.rank(case.demand(table.by_id[part])), reading.demanded(table, answers, part)
    if kind == "together":
        rule = table.together[int(index)]
        holds = all(case.possible(id) if rule.even_unsure else case.counts(id) for id in rule.all)
        return table.rank(rule.level) if holds else 0, reading.demanded(table, answers, part)
    few = table.least[int(index)]
    spared = bool(few.unless) and case.given(few.unless) == "y"
    return table.rank(few.level) if case.possible(few.when) and not spared else 0, reading.demanded(table, answers, part)


def _dependencies(part: Part, leaves: list[Leaf[tuple[int, int]]]) -> list[str]:
    read = {id for leaf in leaves for id in leaf.read}
    return [f"{part.name} depends on {id}, which the table does not say" for id in sorted(read - part.reads)]


def _unlike(leaves: list[Leaf[tuple[int, int]]]) -> list[Leaf[tuple[int, int]]]:
    return [leaf for leaf in leaves if leaf.result[0] != leaf.result[1]]


def _lowered(part: Part, leaves: list[Leaf[tuple[int, int]]]) -> Iterator[str]:
    """Pairs of answers where the second says at least as much yes and is demanded less."""
    for low in leaves:
        for high in leaves:
            if high.result[1] < low.result[1] and _below(part, low, high):
                yield f"{_said(high)} demands less than {_said(low)}"


def _below(part: Part, low: Leaf[tuple[int, int]], high: Leaf[tuple[int, int]]) -> bool:
    for id in low.read.keys() & high.read.keys():
        lower, higher = low.read[id], high.read[id]
        if id in part.lowers:
            if (lower == "y") != (higher == "y"):
                return False
        elif LEANS[lower] > LEANS[higher]:
            return False
    return True


def _strongest(table: Table, part: Part) -> Iterator[Leaf[int]]:
    """One way for each rank that a part can demand."""
    seen = {0}
    for leaf in ways(lambda answers: reading.demanded(table, answers, part.name)):
        if leaf.result not in seen:
            seen.add(leaf.result)
            yield leaf


def _rank(table: Table, case: Case) -> int:
    return table.rank(case.outcome)


def _said(leaf: Leaf[tuple[int, int]]) -> str:
    return " ".join(f"{id}={answer or '-'}" for id, answer in leaf.read.items()) or "nothing"
