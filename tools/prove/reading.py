"""The check's table read a second time, apart from ``guide.check``: what the answers demand, open and leave to be asked.

Nothing here looks at how the skill works it out. Where the two readings differ for any answers, the proof fails.
Answers go from a question's id, or a fact, to ``y``, ``n``, ``u`` or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.table import Question, Settle, Table, Together

ANSWERS = ("", "n", "u", "y")
#: A group's second step: what else there is, once something was named.
SECOND = "+"
UP = "up"


#: What somebody answered so far.
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Part:
    """One thing that can demand an outcome: a question, a combination, or a least outcome.

    `reads` are the only answers that it may depend on; a yes to one of `lowers` is meant to lower it.
    """

    name: str
    reads: frozenset[str]
    lowers: frozenset[str]


def maybe(answers: Answers, id: str) -> bool:
    """Yes, or not sure."""
    return answers.get(id, "") in {"u", "y"}


def taken_as_yes(table: Table, answers: Answers, id: str) -> bool:
    """Yes, or not sure where the not-sure rule of the question makes it one."""
    said = answers.get(id, "")
    if said == "y":
        return True
    if said != "u" or id not in table.by_id:
        return False
    question = table.by_id[id]
    return question.unsure == "up" or any(maybe(answers, other) for other in question.up_with)


def alone(table: Table, answers: Answers, question: Question) -> int:
    """The rank that the answer to one question demands by itself: its level, the level that settles it, or the floor."""
    settled = [rank(table, rule.level) for rule in table.settle if _settles(answers, rule, question)]
    if taken_as_yes(table, answers, question.id):
        return min(settled, default=rank(table, question.yes))
    if answers.get(question.id, "") != "u" or question.raiser or not question.yes:
        return 0
    today = rank(table, "see_today")
    floor = today if rank(table, question.yes) >= today else rank(table, "ask_pharmacist")
    return min([floor, *settled])


def _settles(answers: Answers, rule: Settle, question: Question) -> bool:
    return rule.question == question.id and answers.get(rule.by, "") == "y"


def together(table: Table, answers: Answers, rule: Together) -> int:
    """The rank that a combination demands; 0 where it is not complete."""
    for id in rule.all:
        if not (maybe(answers, id) if rule.even_unsure else taken_as_yes(table, answers, id)):
            return 0
    return rank(table, rule.level)


def least(table: Table, answers: Answers, index: int) -> int:
    """The rank that a least outcome demands."""
    rule = table.least[index]
    spared = bool(rule.unless) and answers.get(rule.unless, "") == "y"
    return rank(table, rule.level) if maybe(answers, rule.when) and not spared else 0


def rank(table: Table, level: str) -> int:
    """How urgent a level is; 0 for none."""
    return table.outcomes.index(level) if level else 0


def parts(table: Table) -> Iterator[Part]:
    """Everything that can demand an outcome, with what the table lets it depend on."""
    for question in table.questions:
        settling = frozenset(rule.by for rule in table.settle if rule.question == question.id)
        yield Part(question.id, frozenset({question.id, *question.up_with}) | settling, settling)
    for index, rule in enumerate(table.together):
        movers = frozenset(other for id in rule.all if id in table.by_id for other in table.by_id[id].up_with)
        yield Part(f"together/{index}", frozenset(rule.all) | (frozenset() if rule.even_unsure else movers), frozenset())
    for index, few in enumerate(table.least):
        spares = frozenset({few.unless} - {""})
        yield Part(f"least/{index}", frozenset({few.when}) | spares, spares)


def demanded(table: Table, answers: Answers, part: str) -> int:
    """The rank that one part demands."""
    kind, _, index = part.partition("/")
    if not index:
        return alone(table, answers, table.by_id[part])
    return together(table, answers, table.together[int(index)]) if kind == "together" else least(table, answers, int(index))


def outcome(table: Table, answers: Answers) -> int:
    """The highest rank that any part demands."""
    ranks = [alone(table, answers, question) for question in table.questions if answers.get(question.id, "")]
    ranks += [together(table, answers, rule) for rule in table.together]
    ranks += [least(table, answers, index) for index in range(len(table.least))]
    return max(ranks, default=0)


def opened(table: Table, answers: Answers, question: Question) -> bool:
    """Whether a question may be asked at all, as far as what opens or closes it goes."""
    if any(answers.get(id, "") == "y" for id in question.unless):
        return False
    if question.needs and not any(maybe(answers, id) for id in question.needs):
        return False
    return not question.after or any(_opens(table, answers, id, question.on) for id in question.after)


def outermost(table: Table, question: Question) -> bool:
    """Whether a question is a group that no other group opens: it has a second step."""
    return question.group and not any(id in table.by_id and table.by_id[id].group for id in question.after)


def _opens(table: Table, answers: Answers, id: str, on: str) -> bool:
    opener = table.by_id.get(id)
    if opener is not None and opener.group:
        if answers.get(id, "") == "y" and outermost(table, opener):
            return maybe(answers, id + SECOND)
        return maybe(answers, id)
    return answers.get(id, "") == "u" if on == "unsure" else maybe(answers, id)


def unasked(table: Table, answers: Answers, question: Question) -> bool:
    """Whether a question has no answer yet; a group that was a yes has a second step."""
    if answers.get(question.id, "") == "y" and outermost(table, question):
        return not answers.get(question.id + SECOND, "")
    return not answers.get(question.id, "")


def leads_to(table: Table) -> dict[str, int]:
    """The highest rank that each answer can have a share in, by itself or through what it opens."""
    leads = dict.fromkeys((question.id for question in table.questions), 0)
    for part in parts(table):
        full = dict.fromkeys(part.reads - part.lowers, "y")
        for id in part.reads - part.lowers:
            leads[id] = max(leads.get(id, 0), demanded(table, full, part.name))
    changed = True
    while changed:
        changed = False
        for question in table.questions:
            for opener in (*question.after, *question.needs):
                if leads.get(opener, 0) < leads[question.id]:
                    leads[opener], changed = leads[question.id], True
    return leads
