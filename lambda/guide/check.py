"""The red-flag check worked out: what the answers so far demand, and what is still worth asking.

Everything is computed anew from the answers, so that going back, correcting an answer or volunteering a sign need no
special case. Rules and their sources: ``content/check.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from guide.table import EMERGENCY, UP, Question, Table

YES, NO, UNSURE = "y", "n", "u"
_BABY = ("under-1", "under-16", "under-18")
_OLDER = ("over-50", "over-65")
#: Nobody older than this, in years, is asked about pregnancy.
OLDEST_MOTHER = 55
#: The second step of a group: what is still open once the person has named what applies.
REST = "+"


def facts_of_age(age: int | None, age_group: str) -> dict[str, str]:
    """What somebody's age (in years) opens; without one, what their age group does.

    A grown-up of unknown age counts as over 65, and somebody of unknown age as a child too, where that is the safer reading.
    """
    if age is None:
        known = {"baby": _BABY, "child": _BABY[1:], "older": _OLDER}.get(age_group)
        unknown = (*_BABY[1:], *_OLDER) if age_group == "unknown" else _OLDER
        return dict.fromkeys(known, YES) if known else dict.fromkeys(unknown, UNSURE)
    past = {"pregnant": NO} if age > OLDEST_MOTHER else {}
    limits = {"under-1": age < 1, "under-16": age < 16, "under-18": age < 18, "over-50": age > 50, "over-65": age > 65}
    return past | {fact: YES for fact, holds in limits.items() if holds}


@dataclass(frozen=True)
class Case:
    """One person's answers (question id to ``y``, ``n`` or ``u``) and facts, held against the table."""

    table: Table
    answers: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)

    def given(self, id: str) -> str:
        """The answer to a question, or the fact of that name; empty where there is none."""
        return self.answers.get(id) or self.facts.get(id, "")

    def possible(self, id: str) -> bool:
        """Whether the answer is yes or not sure."""
        return self.given(id) in (YES, UNSURE)

    def counts(self, id: str) -> bool:
        """Whether the answer counts as yes: said so, or not sure where that is the rule."""
        given = self.given(id)
        question = self.table.by_id.get(id)
        if given != UNSURE or question is None:
            return given == YES
        return question.unsure == UP or any(self.possible(other) for other in question.up_with)

    def taken_apart(self, question: Question) -> bool:
        """Whether a group's members are asked one by one."""
        if self.given(question.id) == YES and question.id in self.table.top_groups:
            return self.given(question.id + REST) in (YES, UNSURE)
        return self.possible(question.id)

    def demand(self, question: Question) -> str:
        """The outcome that the answer to one question demands by itself; empty if none. A look-alike lowers it, sure or not."""
        rule = self.table.settled_by.get(question.id)
        settled = rule.level if rule and self.given(rule.by) == YES else ""
        if self.counts(question.id):
            return settled or question.yes
        if self.given(question.id) != UNSURE or question.raiser or not question.yes:
            return ""
        floor = "see_today" if self.table.rank(question.yes) >= self.table.rank("see_today") else "ask_pharmacist"
        return min(settled or floor, floor, key=self.table.rank)

    @cached_property
    def _answered(self) -> tuple[Question, ...]:
        """The questions that have an answer, in the table's order."""
        by_id, order = self.table.by_id, self.table.order
        return tuple(by_id[id] for id in sorted((id for id in self.answers if id in by_id), key=order.__getitem__))

    @cached_property
    def demands(self) -> tuple[tuple[str, str], ...]:
        """Every demand made so far: the outcome, and the question that makes it, in the table's order."""
        single = [(self.demand(question), question.id) for question in self._answered]
        company = [
            (rule.level, id)
            for rule in self.table.together
            if all(self.possible(id) if rule.even_unsure else self.counts(id) for id in rule.all)
            for id in rule.all
        ]
        return tuple((level, id) for level, id in (*single, *company) if level)

    @cached_property
    def outcome(self) -> str:
        """The highest outcome demanded so far. No answer lowers it."""
        levels = [level for level, _ in self.demands]
        levels += [rule.level for rule in self.table.least if self._least_applies(rule.when, rule.unless)]
        return max(levels, key=self.table.rank, default=self.table.outcomes[0])

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The questions whose answers demand the outcome."""
        return tuple(dict.fromkeys(id for level, id in self.demands if level == self.outcome and id in self.table.by_id))

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """The red-flag rows answered with yes, by id; a fact or a group is no sign by itself."""
        heard = (question for question in self._answered if question.yes and self.counts(question.id))
        return tuple(dict.fromkeys(question.signs[0] for question in heard))

    @cached_property
    def barred(self) -> bool:
        """Whether stretching, rubbing, heat, ice and exercise must not be advised."""
        return any(question.bars and self.possible(question.id) for question in self._answered)

    @cached_property
    def place(self) -> str:
        """The id of the place to turn to instead of the usual one, or empty."""
        for place in self.table.places:
            if self.possible(place.when) and any(id in self.deciding for id in place.with_):
                return place.id
        return ""

    @cached_property
    def next(self) -> Question | None:
        """The next question worth asking, what raises a sign already told before anything new; none when the check is over."""
        left = list(self.remaining())
        return next((question for question in left if question.raiser), left[0] if left else None)

    def remaining(self) -> Iterator[Question]:
        """The questions still worth asking as things stand, in order; more may open."""
        if self.outcome == EMERGENCY:
            return
        for question in self.table.questions:
            if self._unanswered(question) and self.is_open(question) and self._matters(question):
                yield question

    def is_open(self, question: Question) -> bool:
        """Whether something said so far opens the question, or it is always asked."""
        if question.needs and not any(self.possible(id) for id in question.needs):
            return False
        if any(self.given(id) == YES for id in question.unless):
            return False
        return not question.after or any(self._opens(id, question) for id in question.after)

    def with_answer(self, id: str, answer: str) -> Case:
        """The case with one answer added or changed."""
        return replace(self, answers={**self.answers, id: answer})

    def _opens(self, id: str, question: Question) -> bool:
        opener = self.table.by_id.get(id)
        if opener and opener.group:
            return self.taken_apart(opener)
        return self.given(id) == UNSURE if question.on == "unsure" else self.possible(id)

    def _unanswered(self, question: Question) -> bool:
        if question.id in self.table.top_groups and self.given(question.id) == YES:
            return not self.given(question.id + REST)
        return not self.given(question.id)

    def _matters(self, question: Question) -> bool:
        """A look-alike is asked only if it would settle something; anything else only if it can still raise the outcome."""
        if question.settles:
            return self.table.rank(self.with_answer(question.id, YES).outcome) < self.table.rank(self.outcome)
        if question.until and self.table.rank(self.outcome) >= self.table.rank(question.until):
            return False
        return question.person or self.table.reach[question.id] > self.table.rank(self.outcome)

    def _least_applies(self, when: str, unless: str) -> bool:
        return self.possible(when) and not (unless and self.given(unless) == YES)
