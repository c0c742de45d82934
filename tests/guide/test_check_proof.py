"""Proved over every combination: no answer lowers an outcome, no outcome is below any demand, and every walk ends.

The outcome is the highest of many demands. Each demand depends on few answers: those of one question and of what moves it,
or those of a combination. So every combination of these few is tried, and what holds for each demand holds for all.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from guide.check import NO, UNSURE, YES, Case
from guide.table import Question, Table, Together

ANSWERS = ("", NO, UNSURE, YES)
#: How far each answer leans to yes: raising an answer is a step to the right.
LEANS = {"": 0, NO: 0, UNSURE: 1, YES: 2}


def settled_by(table: Table, question: Question) -> list[str]:
    """The look-alike question that may lower this one's demand: the one exception, on purpose."""
    return [rule.by for rule in table.settle if rule.question == question.id]


def cases(table: Table, ids: list[str]) -> Iterator[dict[str, str]]:
    """Every combination of no answer, no, not sure and yes."""
    for given in product(ANSWERS, repeat=len(ids)):
        yield {id: answer for id, answer in zip(ids, given, strict=True) if answer}


def raised(given: dict[str, str], ids: list[str]) -> Iterator[dict[str, str]]:
    """Every combination that differs in one answer, leaning more to yes."""
    for id in ids:
        for answer in (NO, UNSURE, YES):
            if LEANS[answer] >= LEANS[given.get(id, "")] and answer != given.get(id):
                yield {**given, id: answer}


def test_no_answer_lowers_the_demand_of_a_question(table: Table) -> None:
    """Over every answer to each question and to everything that moves it."""
    for question in table.questions:
        ids = [question.id, *question.up_with]
        demands = {
            tuple(given.get(id, "") for id in ids): table.rank(Case(table, given, given).demand(question))
            for given in cases(table, ids)
        }
        for given in cases(table, ids):
            here = demands[tuple(given.get(id, "") for id in ids)]
            for higher in raised(given, ids):
                assert demands[tuple(higher.get(id, "") for id in ids)] >= here, (question.id, given, higher)


def holds(case: Case, rule: Together) -> bool:
    """Whether a combination demands its level."""
    return (rule.level, rule.all[0]) in case.demands


def test_no_answer_breaks_a_combination(table: Table) -> None:
    """Over every answer to the signs of each combination and to what moves them, the combination alone in the table."""
    for rule in table.together:
        members = [table.by_id[id] for id in rule.all if id in table.by_id]
        ids = list(dict.fromkeys([*rule.all, *(id for question in members for id in question.up_with)]))[:6]
        alone = replace(table, questions=tuple(replace(question, yes="") for question in members), together=(rule,))
        known = {tuple(given.get(id, "") for id in ids): holds(Case(alone, given, given), rule) for given in cases(table, ids)}
        assert any(known.values()), rule
        for given in cases(table, ids):
            if known[tuple(given.get(id, "") for id in ids)]:
                for higher in raised(given, ids):
                    assert known[tuple(higher.get(id, "") for id in ids)], (rule, given, higher)


@pytest.mark.parametrize("answer", [UNSURE, YES])
def test_only_a_look_alike_answer_lowers(answer: str, table: Table) -> None:
    """What settles a question lowers that question's demand, to the level that its rule names, and no other's."""
    for rule in table.settle:
        question = table.by_id[rule.question]
        before = Case(table, {question.id: answer})
        after = before.with_answer(rule.by, YES)
        if before.counts(question.id):
            assert after.demand(question) == rule.level
        lowered = [q.id for q in table.questions if table.rank(after.demand(q)) < table.rank(before.demand(q))]
        assert set(lowered) <= {question.id}


def test_the_outcome_is_never_below_a_demand(table: Table) -> None:
    """Every pair of answers: the outcome is at least what each of the two demands by itself."""
    single = {
        (question.id, answer): table.rank(Case(table, {question.id: answer}).outcome)
        for question in table.questions
        for answer in (UNSURE, YES)
    }
    settling = {rule.by for rule in table.settle} | {rule.unless for rule in table.least}
    wanted = [question.id for question in table.questions if question.yes and question.id not in settling]
    for first in wanted:
        for second in wanted:
            given = {first: YES, second: UNSURE}
            if first != second:
                least = max(single[first, YES], single[second, UNSURE])
                assert table.rank(Case(table, given).outcome) >= least, given


def test_a_walk_only_ever_asks_what_is_not_answered(table: Table) -> None:
    """So a walk ends after at most each question and each group's second step, whatever is said."""
    for answer in (NO, UNSURE, YES):
        given = {question.id: answer for question in table.questions}
        left = [question.id for question in Case(table, given).remaining()]
        assert set(left) <= set(table.top_groups)
        done = Case(table, given | {f"{id}+": NO for id in table.top_groups})
        assert list(done.remaining()) == []
