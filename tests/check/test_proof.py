"""The proof can fail: each piece of it finds the kind of slip that it is there to find."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from guide.pack import load
from guide.table import Table
from tools.build.source import ROOT
from tools.prove import families, order, page, people, pruning, reach, rules
from tools.prove.branch import ways

PACK = load("en-US")
TABLE = PACK.table


def but(id: str, **changes: Any) -> Table:
    """The table with one question changed."""
    return replace(TABLE, questions=tuple(replace(q, **changes) if q.id == id else q for q in TABLE.questions))


def led(**ranks: int) -> Table:
    """The table that takes some questions to lead less far than they do."""
    table = replace(TABLE)
    table.__dict__["reach"] = TABLE.reach | {id.replace("_", "-"): rank for id, rank in ranks.items()}
    return table


def test_every_way_of_a_rule_is_tried_and_nothing_else() -> None:
    """A rule that reads a second answer only after a yes to the first: four answers, and four more."""

    def rule(answers: Mapping[str, str]) -> bool:
        return answers.get("one") == "y" and answers.get("two") == "u"

    leaves = list(ways(rule))
    assert len(leaves) == 7
    assert [leaf.read for leaf in leaves if leaf.result] == [{"one": "y", "two": "u"}]


def test_a_rule_cannot_read_all_answers_unnoticed() -> None:
    """What lists or counts the answers depends on all of them, and no number of ways would do."""
    with pytest.raises(TypeError):
        list(ways(lambda answers: len(answers)))


def test_the_parts_of_the_real_table_hold() -> None:
    """The quick pieces, again here: the rest is ``make prove``."""
    for piece in (rules.prove_parts, pruning.prove_opened, pruning.prove_left_out, pruning.prove_answered_once):
        assert piece(TABLE).faults == ()


def test_a_question_thought_to_lead_nowhere_is_found() -> None:
    """By the rules, by what is asked, and by the walks of its family."""
    table = led(cold_foot_pain=0, leg=0)
    assert pruning.prove_left_out(table).faults
    assert pruning.prove_asked(table).faults
    family = next(family for family in families.families(table) if "cold-foot" in family.members)
    assert families.walk_family(table, family).faults


def test_two_things_end_as_if_everything_had_been_asked() -> None:
    """A thirtieth of the pairs holds in the real table, and fails where a bundle is left out."""
    assert people.prove_two_things(TABLE, 0, 30).faults == ()
    assert people.prove_two_things(led(leg=0), 0, 30).faults


def test_an_idle_question_and_a_silent_row_are_found() -> None:
    """A sign whose opener nobody can say yes to."""
    table = but("tearing-pain", after=("tearing-pain",))
    assert any("tearing-pain" in fault for fault in reach.prove_reached(table).faults)
    assert reach.prove_deciding(but("twitch", yes="")).faults == ("RF52 never decides alone",)


def test_the_order_of_telling_is_tried_on_the_conversation_itself() -> None:
    """With the skill's own taking in of what was told."""
    assert order.prove_order(PACK).faults == ()


def test_the_page_says_every_question_and_that_nobody_has_signed() -> None:
    """It is made for a signature, and has none."""
    text = page.page(PACK, ROOT)
    assert all(f"`{question.id}`" in text for question in TABLE.questions)
    assert "reviewed by nobody yet" in text
    assert "| Signature | |" in text
