"""Whole walks over the whole table: what people answer to whom this and that applies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from guide.check import REST, Case, facts_of_age
from guide.table import EMERGENCY, Question, Table
from tools.prove import reading
from tools.prove.pruning import given_up
from tools.prove.rules import Found

Facts = Mapping[str, str]
#: A grown-up, and the others whom the table asks more.
ADULT = facts_of_age(40, "adult")
OTHERS: tuple[Facts, ...] = (
    facts_of_age(0, "baby"),
    facts_of_age(8, "child") | {"someone-else": "y"},
    facts_of_age(17, "child"),
    facts_of_age(70, "older"),
    facts_of_age(None, "unknown") | {"someone-else": "y"},
)


@dataclass(frozen=True)
class Walk:
    """What somebody was asked, with their answers, and the case at the end."""

    asked: tuple[str, ...]
    case: Case

    @property
    def length(self) -> int:
        """How many questions were put; a bundle's second step counts."""
        return len(self.asked)


def walk(table: Table, answer: Callable[[str], str], facts: Facts = ADULT, known: Mapping[str, str] | None = None) -> Walk:
    """Asks until the check is over. The id of a group's second step ends with a plus sign."""
    case, asked = Case(table, known or {}, facts), []
    while case.next:
        id = case.next.id
        key = id + REST if case.given(id) == "y" and id in table.top_groups else id
        if key in asked:
            raise ValueError(f"{key} is asked twice: this walk never ends")
        asked.append(key)
        case = case.with_answer(key, answer(key))
    return Walk(tuple(asked), case)


def person(table: Table, truth: Mapping[str, str]) -> Callable[[str], str]:
    """The answers of somebody to whom only `truth` applies: yes to each bundle that holds some of it, no to the rest."""
    holding = {group for id in truth for group in _groups_over(table, id)}

    def answer(key: str) -> str:
        id = key.removesuffix(REST)
        question = table.by_id[id]
        if question.group:
            return truth.get(id, "y" if id in holding else "n")
        return "y" if question.person else truth.get(id, "n")

    return answer


def ways_to(table: Table, id: str, passed: frozenset[str] = frozenset()) -> Iterator[dict[str, str]]:
    """What else must apply for a question to be asked: one way for each chain of openers. Facts are among it.

    No chain goes through what it has `passed`.
    """
    question = table.by_id.get(id)
    if question is None:
        yield {id: "y"}
        return
    passed |= {id}
    for opener, need in product(question.after or ("",), question.needs or ("",)):
        if passed & {opener, need}:
            continue
        sure = "u" if question.on == "unsure" else "y"
        for first in ways_to(table, opener, passed) if opener else ({},):
            for second in ways_to(table, need, passed) if need else ({},):
                opened = {opener: sure} if opener and opener not in table.top_groups else {}
                yield {**first, **second, **opened, **({need: "y"} if need else {})}


def with_only(table: Table, truth: Mapping[str, str], facts: Facts = ADULT) -> Walk:
    """The walk of somebody to whom only `truth` applies, facts of age among it."""
    ages = {id: answer for id, answer in truth.items() if id not in table.by_id}
    return walk(table, person(table, {id: answer for id, answer in truth.items() if id not in ages}), {**facts, **ages})


def one_thing(table: Table) -> Iterator[Walk]:
    """Every grown-up to whom one thing applies, along every chain that opens it."""
    for question in table.questions:
        if not question.person and not question.group:
            for opened in ways_to(table, question.id):
                yield with_only(table, {**opened, question.id: "y"})


def prove_two_things(table: Table, share: int = 0, of: int = 1) -> Found:
    """Every two things at once, neither an emergency by itself. One `share` of the pairs, out of `of`.

    The walk ends where asking every open question would have, and no lower than the walk with either thing alone.
    """
    faults, tried, dropped = [], 0, given_up(table)
    mild = [question for question in table.questions if question.yes != EMERGENCY or question.raiser]
    single = [question.id for question in mild if not question.person and not question.group and not question.raiser]
    alone = {id: table.rank(with_only(table, {**_way(table, id), id: "y"}).case.outcome) for id in single}
    for one, other in list(combinations(single, 2))[share::of]:
        truth = {**_way(table, one), **_way(table, other), one: "y", other: "y"}
        end = table.rank(with_only(table, truth).case.outcome)
        tried += 1
        want = unpruned(table, truth)
        if end != want and not dropped & truth.keys():
            faults.append(f"{one} and {other}: ends at rank {end}, not {want}")
        if end < max(alone[one], alone[other]) and not dropped & truth.keys() and not _lowered(table, truth):
            faults.append(f"{one} and {other}: ends at rank {end}, and one of them alone higher")
    return Found(tried, tuple(faults))


def unpruned(table: Table, truth: Mapping[str, str]) -> int:
    """The rank at the end if every open question were asked of somebody to whom only `truth` applies."""
    answer, said = person(table, truth), {id: given for id, given in truth.items() if id not in table.by_id}
    done = False
    while not done:
        done = True
        for question in table.questions:
            if reading.unasked(table, said, question) and reading.opened(table, said, question):
                key = question.id + REST if said.get(question.id) == "y" else question.id
                said[key], done = answer(key), False
    return reading.outcome(table, said)


def longest(table: Table, facts: Facts = ADULT, width: int = 8) -> Walk:
    """The longest walk that a search finds which always goes on with the `width` states that leave most to ask."""
    states, best = [Walk((), Case(table, {}, facts))], Walk((), Case(table, {}, facts))
    while states:
        after = [step for state in states for step in _steps(table, state)]
        going = [step for step in after if step.case.next]
        best = max([best, *after], key=lambda step: step.length)
        states = sorted(going, key=lambda step: (-table.rank(step.case.outcome), _left(step)), reverse=True)[:width]
    return best


def _steps(table: Table, state: Walk) -> Iterator[Walk]:
    question = state.case.next
    if question is None:
        return
    again = state.case.given(question.id) == "y" and question.id in table.top_groups
    key = question.id + REST if again else question.id
    for answer in "yun":
        yield Walk((*state.asked, key), state.case.with_answer(key, answer))


def _left(state: Walk) -> int:
    return sum(1 for _ in state.case.remaining())


def _way(table: Table, id: str) -> dict[str, str]:
    return next(ways_to(table, id))


def _lowered(table: Table, truth: Mapping[str, str]) -> bool:
    """Whether one of the answers that may lower an outcome is among them; ``tools.prove.rules.lowering`` names them all."""
    by = {rule.by for rule in table.settle} | {few.unless for few in table.least}
    by |= {id for question in table.questions for id in question.unless}
    return any(truth.get(id) == "y" for id in by)


def _groups_over(table: Table, id: str) -> Iterator[str]:
    question: Question | None = table.by_id.get(id)
    for opener in question.after if question else ():
        if opener in table.by_id and table.by_id[opener].group:
            yield opener
            yield from _groups_over(table, opener)
