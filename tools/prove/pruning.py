"""Proof that a question is asked exactly when the table says, and that none is left out that could still raise the outcome.

Leaving a question out is harmless because of three things, each proved for every question: what can still come of it is
no more than what is demanded already; whatever opens it leads at least as far as it does, and so was not left out before
it; and a demand reads no answer that leads less far than the demand itself. By induction along the openers, every answer
that could take part in a higher outcome was asked. The exception is `until`: what it gives up is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from guide.check import Case
from guide.table import EMERGENCY, Question, Table
from tools.prove import reading
from tools.prove.branch import given, ways
from tools.prove.rules import SO_FAR, Found, case_of, with_so_far


def prove_opened(table: Table) -> Found:
    """Every question, over all answers that could open it: both readings agree, and nothing else is read."""
    faults: list[str] = []
    tried = 0
    for question in table.questions:
        openers = {*question.after, *question.needs, *question.unless}
        openers |= {id + reading.SECOND for id in openers if id in table.by_id and table.by_id[id].group}
        for leaf in ways(partial(_both, table, question)):
            tried += 1
            if leaf.result[0] != leaf.result[1]:
                faults.append(f"{question.id} is {'' if leaf.result[0] else 'not '}open at {given(leaf)}")
            faults += [f"{question.id} is opened by {id}, which the table does not say" for id in leaf.read if id not in openers]
    return Found(tried, tuple(faults))


def prove_asked(table: Table) -> Found:
    """Every question, over each way to open it and all outcomes so far: it is asked if, and only if, it is due."""
    faults: list[str] = []
    tried = 0
    leads = reading.leads_to(table)
    tables = [with_so_far(table, rank) for rank in range(len(table.outcomes))]
    for question in table.questions:
        for opening in _openings(table, question):
            for rank, so_far in enumerate(tables):
                for own in _own_answers(table, question):
                    tried += 1
                    answers = {**opening, **own, SO_FAR: "y"}
                    asked = question in case_of(so_far, answers).remaining()
                    if asked != _due(so_far, answers, question, leads):
                        faults.append(f"{question.id} is {'' if asked else 'not '}asked at {answers} and rank {rank}")
    return Found(tried, tuple(faults))


def prove_left_out(table: Table) -> Found:
    """What is worked out once a table about how far a question leads is never too little, along every rule."""
    faults: list[str] = []
    tried = 0
    for part in reading.parts(table):
        for leaf in ways(partial(_demanded, table, part.name)):
            tried += 1
            short = [id for id in leaf.read if id not in part.lowers and leaf.read[id] in {"u", "y"}]
            faults += [
                f"{part.name} demands {leaf.result}, and {id} is thought to lead no further than {table.reach.get(id, 0)}"
                for id in short
                if table.reach.get(id, 0) < leaf.result and id in table.by_id
            ]
    for question in table.questions:
        for opener in (*question.after, *question.needs, *question.unless):
            tried += 1
            if opener in table.by_id and table.reach[opener] < table.reach[question.id]:
                faults.append(f"{opener} opens {question.id}, which leads further")
    for question in table.questions:
        for doubted in (id for id in question.up_with if id in table.by_id and table.by_id[id].on == "unsure"):
            tried += 1
            if question.id not in table.by_id[doubted].after:
                faults.append(f"{doubted} is not asked when somebody is unsure of {question.id}, which it moves")
    return Found(tried, tuple(faults))


def prove_answered_once(table: Table) -> Found:
    """An answer, whatever it is, takes its question off the list for good: so every walk ends."""
    faults: list[str] = []
    tried = 0
    for question in table.questions:
        for own in _own_answers(table, question):
            tried += 1
            if not reading.unasked(table, own, question) and question in case_of(table, own).remaining():
                faults.append(f"{question.id} is asked again after {own}")
    return Found(tried, tuple(faults))


def given_up(table: Table) -> frozenset[str]:
    """What `until` leaves out on purpose: questions that lead further than the outcome at which their only opener is dropped."""
    leads = reading.leads_to(table)
    limits = {question.id: table.rank(question.until) for question in table.questions if question.until}
    grown = True
    while grown:
        more = {q.id: min(limits[id] for id in q.after) for q in table.questions if q.after and set(q.after) <= limits.keys()}
        grown = not more.keys() <= limits.keys()
        limits = {**more, **limits}
    return frozenset(id for id, limit in limits.items() if leads[id] > limit and not table.by_id[id].until)


def _demanded(table: Table, part: str, answers: Mapping[str, str]) -> int:
    return reading.demanded(table, answers, part)


def _both(table: Table, question: Question, answers: Mapping[str, str]) -> tuple[bool, bool]:
    return Case(table, answers).is_open(question), reading.opened(table, answers, question)


def _openings(table: Table, question: Question) -> Iterator[dict[str, str]]:
    """Each way to leave a question closed or to open it that takes no more answers than it needs."""
    needed = bool(question.needs) + bool(question.after)
    for leaf in ways(lambda answers: reading.opened(table, answers, question)):
        answers = given(leaf)
        said = [id for id, answer in answers.items() if not id.endswith(reading.SECOND)]
        if "n" not in answers.values() and len(said) <= needed:
            yield answers


def _own_answers(table: Table, question: Question) -> Iterator[dict[str, str]]:
    for answer in reading.ANSWERS:
        own = {question.id: answer} if answer else {}
        yield own
        if answer and reading.outermost(table, question):
            yield from ({**own, question.id + reading.SECOND: second} for second in reading.ANSWERS[1:])


def _due(table: Table, answers: Mapping[str, str], question: Question, leads: Mapping[str, int]) -> bool:
    """Whether a question is still worth asking, as the head of the table explains it."""
    rank = reading.outcome(table, answers)
    if rank == table.outcomes.index(EMERGENCY) or not reading.unasked(table, answers, question):
        return False
    if not reading.opened(table, answers, question):
        return False
    if question.settles:
        return reading.outcome(table, {**answers, question.id: "y"}) < rank
    if question.until and rank >= table.outcomes.index(question.until):
        return False
    return question.person or leads[question.id] > rank
