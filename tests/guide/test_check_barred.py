"""Rule 8: no stretching, rubbing, heat, ice or exercise while certain rows are yes or not sure."""

from collections.abc import Callable
from typing import Any

import pytest

from guide.check import NO, UNSURE, YES, Case
from guide.dialogue import turn
from guide.heard import Heard
from guide.pack import Pack
from guide.state import State
from guide.table import Table

#: The rows of the rule, and RF59, whose stop line says to rest the leg.
ROWS = ["RF02", "RF06", "RF07", "RF08", "RF15", "RF16", "RF17", "RF21", "RF40", "RF47", "RF49", "RF50", "RF54", "RF56", "RF59"]


def test_the_barred_questions_are_those_of_the_rule(table: Table) -> None:
    """Every row of the rule bars, and no other does but for the blood thinner of the stretch line."""
    rows = {question.signs[0] for question in table.questions if question.bars and question.yes}
    assert rows == set(ROWS)


def test_every_question_of_a_barred_row_bars(table: Table) -> None:
    """All of a row's questions, whatever their level; what only raises or settles comes after one that bars."""
    bases = [q for q in table.questions if q.signs and q.signs[0] in ROWS and q.yes and not q.raiser and not q.group]
    assert [question.id for question in bases if not question.bars] == []


@pytest.mark.parametrize("answer", [UNSURE, YES])
def test_yes_and_not_sure_bar(answer: str, table: Table) -> None:
    """Not sure is enough."""
    for question in table.questions:
        if question.bars:
            assert Case(table, {question.id: answer}).barred
            assert not Case(table, {question.id: NO}).barred


@pytest.mark.parametrize("act", ["stretch", "relief"])
@pytest.mark.parametrize("mode", ["", "check"])
def test_no_stretch_is_guided_while_barred(act: str, mode: str, any_pack: Pack) -> None:
    """Asked for in or after the check: it is refused, and said why."""
    state = State(mode=mode, asked="often" if mode else "again", person="me", answers={"who": YES, "leg-swollen": UNSURE})
    reply, after = turn(Heard(act), state, any_pack)
    assert any_pack.phrases["stretch.barred"] in reply.text
    assert "pull" not in reply.text
    assert after.mode == mode


def test_no_result_advises_it_while_barred(table: Table, pack: Pack) -> None:
    """Where a barred row decides or merely stands in the answers, the result names no stretch but to leave it."""
    for question in table.questions:
        if question.bars:
            answers = {"who": YES, question.id: UNSURE, "often": YES}
            state = State(mode="check", asked="weeks", person="me", age=40, answers=answers)
            reply, _ = turn(Heard("no"), state, pack)
            text = reply.text.casefold()
            assert "stretching often helps" not in text, question.id
            assert "pull the toes" not in text, question.id


@pytest.mark.parametrize("fact", ["thinner", "injury"])
def test_a_blood_thinner_or_an_injury_leaves_out_the_stretch(fact: str, pack: Pack) -> None:
    """The safety line before any stretch: not on a blood thinner, nor after an injury."""
    state = State(mode="check", asked="weeks", person="me", age=40, answers={"who": YES, fact: YES, "often": YES})
    state = State(**{**state.plain(), "answers": _all_denied(pack, state.answers)})
    reply, _ = turn(Heard("no"), state, pack)
    assert reply.about.outcome == "see_soon"
    assert "stretching often helps" not in reply.text


def _all_denied(pack: Pack, answers: Any) -> dict[str, str]:
    """The answers, with a no to everything else that would be asked."""
    return {question.id: NO for question in pack.table.questions if question.id != "weeks"} | dict(answers)


def test_the_helper_denies_everything_else(pack: Pack, case: Callable[[Any], Case]) -> None:
    """A case of nothing but no is not barred."""
    assert not case(_all_denied(pack, {"who": YES})).barred
