"""How the check goes: what a person is asked, in which order, and when it is over."""

from collections.abc import Callable
from typing import Any

import pytest

from guide.check import NO, REST, UNSURE, YES, Case, facts_of_age
from guide.table import EMERGENCY, Table

Walk = Callable[..., tuple[list[str], Case]]
ADULT = facts_of_age(40, "adult")


def only(*yes: str) -> Callable[[str], str]:
    """No to everything but `yes`; a group among them is taken apart."""
    said = {*yes, *(id + REST for id in yes)}
    return lambda id: YES if id in said else NO


def test_a_well_adult_hears_exactly_ten_questions(walk: Walk) -> None:
    """Three gates, five for emergencies and the same day, two for the rest."""
    asked, case = walk(only("who"), ADULT)
    emergency_pass = ["heart-breath", "brain-nerve", "lower-back", "leg", "body"]
    assert asked == ["who", "conditions", "lately", *emergency_pass, "often", "weeks"]
    assert case.outcome == "self_care"


@pytest.mark.parametrize(("age", "group"), [(70, "older"), (None, "adult"), (17, "child"), (8, "child"), (0, "baby")])
def test_others_hear_a_few_more(age: int | None, group: str, walk: Walk) -> None:
    """Age opens questions of its own, and never many."""
    asked, _ = walk(only("who", "growing-pain"), facts_of_age(age, group))
    assert 10 <= len(asked) <= 18


def test_a_child_is_asked_about_the_worst_at_once(walk: Walk) -> None:
    """Right after who it is, before any gate."""
    asked, _ = walk(only("who"), facts_of_age(9, "child"))
    assert asked[:3] == ["who", "child-ill", "child-rash"]


def test_the_first_emergency_yes_ends_it(walk: Walk, table: Table) -> None:
    """Nobody with an emergency is asked another question, whichever sign it is."""
    for question in table.questions:
        if question.yes != EMERGENCY:
            continue
        openers = [id for id in question.after if id in table.by_id]
        for opener in openers or [""]:
            asked, case = walk(only("who", *_chain(table, opener), question.id), {**ADULT, "under-18": YES, "someone-else": YES})
            if question.id in asked:
                assert asked[-1] == question.id
                assert case.outcome == EMERGENCY


def _chain(table: Table, id: str) -> list[str]:
    """What must be yes for a question to be open, from the inside out."""
    chain = []
    while id in table.by_id:
        chain.append(id)
        id = next((opener for opener in table.by_id[id].after if opener in table.by_id), "")
    return chain


def test_every_question_can_be_reached(walk: Walk, table: Table) -> None:
    """A question that nobody can ever hear is a slip in the table, unless it is a fact that moves nothing."""
    facts = {"under-18": YES, "under-16": YES, "someone-else": YES}
    reached: set[str] = set()
    for question in table.questions:
        for opener in [id for id in question.after if id in table.by_id] or [""]:
            chain = [*_chain(table, opener), *(id for need in question.needs[:1] for id in _chain(table, need))]
            yes = only("who", *chain)
            for doubted in ((), (opener,), chain):
                answers = lambda id, doubted=doubted, yes=yes: UNSURE if id in doubted else yes(id)  # noqa: E731
                reached |= set(walk(answers, facts)[0]) | set(walk(answers, ADULT)[0])
    moving = {question.id for question in table.questions if question.settles or question.person or table.reach[question.id]}
    assert moving - reached == set()
    assert {question.id for question in table.questions} - moving == {"trip"}


def test_every_outcome_can_be_reached(walk: Walk, table: Table) -> None:
    """Five levels, each the end of some walk."""
    ends = {walk(only("who", *yes), ADULT)[1].outcome for yes in ((), ("weeks", "twitch"), ("often",), ("leg", "long-cramp"))}
    ends.add(walk(only("heart-breath", "chest-pain"), ADULT)[1].outcome)
    ends |= {walk(only("who", "leg", "pain-not-easing", "long-cramp"), ADULT)[1].outcome}
    assert ends == set(table.outcomes)


def test_even_not_sure_of_everything_ends(walk: Walk) -> None:
    """The longest honest walk: not sure of each thing. It ends with an emergency, early."""
    asked, case = walk(lambda id: UNSURE, ADULT)
    assert case.outcome == EMERGENCY
    assert len(asked) <= 25


def test_self_care_needs_a_clear_no_to_everything_that_was_asked(walk: Walk) -> None:
    """A well adult who is not sure of one thing: it is asked apart, or the result is no longer self-care."""
    plain, _ = walk(only("who"), ADULT)
    for doubted in plain[1:]:
        asked, case = walk(lambda id, doubted=doubted: UNSURE if id == doubted else NO, ADULT)
        assert len(asked) > len(plain) or case.outcome != "self_care", doubted


def test_a_doubted_bundle_is_taken_apart(walk: Walk, table: Table) -> None:
    """Anything but a plain none is asked sign by sign."""
    for group in ("heart-breath", "brain-nerve", "lower-back", "leg", "body", "weeks"):
        asked, _ = walk(lambda id, group=group: UNSURE if id == group else NO, ADULT)
        members = [id for id in table.members[group] if not table.by_id[id].needs]
        assert set(members) <= set(asked), group


def test_what_was_stated_is_not_asked_again(table: Table) -> None:
    """A sign said in the person's own words is taken in."""
    case = Case(table, {"who": YES, "leg": YES, "leg+": NO, "leg-swollen": YES}, ADULT)
    assert "leg-swollen" not in [question.id for question in case.remaining()]
    assert case.outcome == "see_today"


def test_milder_questions_are_left_out_once_today_is_reached(walk: Walk) -> None:
    """Who must be seen today is not asked how often the cramps come."""
    asked, case = walk(only("who", "leg", "pain-not-easing", "long-cramp"), ADULT)
    assert case.outcome == "see_today"
    assert not {"often", "weeks", "twitch", "elsewhere"} & set(asked)


@pytest.mark.parametrize(
    ("age", "group", "facts"),
    [
        (40, "adult", {}),
        (66, "adult", {"pregnant": NO, "over-50": YES, "over-65": YES}),
        (65, "adult", {"pregnant": NO, "over-50": YES}),
        (17, "adult", {"under-18": YES}),
        (15, "child", {"under-16": YES, "under-18": YES}),
        (0, "baby", {"under-1": YES, "under-16": YES, "under-18": YES}),
        (None, "older", {"over-50": YES, "over-65": YES}),
        (None, "adult", {"over-50": UNSURE, "over-65": UNSURE}),
        (None, "unknown", {"under-16": UNSURE, "under-18": UNSURE, "over-50": UNSURE, "over-65": UNSURE}),
        (None, "child", {"under-16": YES, "under-18": YES}),
    ],
)
def test_age_opens_what_it_should(age: int | None, group: str, facts: dict[str, Any]) -> None:
    """An age that is not known counts as the riskier one; a known one counts as it is."""
    assert facts_of_age(age, group) == facts
