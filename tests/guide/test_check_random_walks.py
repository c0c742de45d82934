"""Whatever anybody answers: random walks through the real table."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.check import NO, REST, UNSURE, YES, Case, facts_of_age
from guide.pack import load
from guide.table import Question, Table

TABLE = load("en-US").table
SETTLING = {rule.by for rule in TABLE.settle} | {rule.unless for rule in TABLE.least if rule.unless}
KEYS = [question.id for question in TABLE.questions] + [id + REST for id in sorted(TABLE.top_groups)]
#: Yes must be rare, or every walk ends with an emergency at once.
ANSWERS = st.sampled_from([NO] * 6 + [UNSURE] + [YES])
MEMORY = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([UNSURE, YES]), max_size=12)
FACTS = st.builds(facts_of_age, st.none() | st.integers(0, 90), st.sampled_from(["adult", "child", "baby", "older", "unknown"]))
quickly = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quickly
@given(answers=MEMORY, facts=FACTS, id=st.sampled_from(KEYS), answer=st.sampled_from([NO, UNSURE, YES]))
def test_one_more_answer_never_lowers_the_outcome(answers: dict[str, str], facts: dict[str, str], id: str, answer: str) -> None:
    """Whatever is known, whatever is asked next: but for the answers that tell a harmless look-alike apart."""
    if id in answers or id in SETTLING or id == "pregnant":
        return
    before = Case(TABLE, answers, facts)
    after = before.with_answer(id, answer)
    assert TABLE.rank(after.outcome) >= TABLE.rank(before.outcome)


@quickly
@given(answers=MEMORY, facts=FACTS, id=st.sampled_from(KEYS))
def test_not_sure_lies_between_no_and_yes(answers: dict[str, str], facts: dict[str, str], id: str) -> None:
    """Changing an answer from no to not sure to yes raises the outcome or leaves it."""
    if id in SETTLING or id == "pregnant":
        return
    ranks = [TABLE.rank(Case(TABLE, answers | {id: answer}, facts).outcome) for answer in (NO, UNSURE, YES)]
    assert ranks == sorted(ranks)


def unpruned(answer: Callable[[str], str], facts: dict[str, str]) -> Case:
    """Every open question asked to the end, even after an emergency; only `until` is kept, as it is a rule of its own."""
    case = Case(TABLE, {}, facts)
    while question := next((q for q in TABLE.questions if _unasked(case, q)), None):
        again = case.given(question.id) == YES and question.id in TABLE.top_groups
        key = question.id + REST if again else question.id
        case = case.with_answer(key, answer(key))
    return case


def _unasked(case: Case, question: Question) -> bool:
    if question.until and TABLE.rank(case.outcome) >= TABLE.rank(question.until):
        return False
    done = case.given(question.id + REST) if question.id in TABLE.top_groups and case.given(question.id) == YES else True
    return case.is_open(question) and not (case.given(question.id) and done)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), facts=FACTS)
def test_leaving_questions_out_never_changes_the_outcome(data: st.DataObject, facts: dict[str, str], walk: Any) -> None:
    """What the check does not ask, because it could not raise the outcome any more, indeed could not."""
    said: dict[str, str] = {}

    def answer(id: str) -> str:
        if id not in said:
            said[id] = data.draw(ANSWERS, label=id)
        return said[id]

    asked, case = walk(answer, facts)
    full = unpruned(answer, facts)
    assert TABLE.rank(case.outcome) == TABLE.rank(full.outcome), (asked, said)


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), facts=FACTS)
def test_every_walk_ends_within_reason(data: st.DataObject, facts: dict[str, str], walk: Any) -> None:
    """However unsure somebody is, and however much applies."""
    asked, case = walk(lambda id: data.draw(st.sampled_from([NO, NO, UNSURE, YES]), label=id), facts)
    assert len(asked) <= 90
    assert case.outcome in TABLE.outcomes


@quickly
@given(answers=MEMORY, facts=FACTS)
def test_an_emergency_is_never_followed_by_a_question(answers: dict[str, str], facts: dict[str, str]) -> None:
    """And anything milder always leaves the questions open that could still make it one."""
    case = Case(TABLE, answers, facts)
    assert (case.next is None) or case.outcome != "call_emergency"
    deciding: Table = case.table
    assert all(id in deciding.by_id for id in case.deciding)
