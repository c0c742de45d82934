"""Clinical cases end where the evidence says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from guide.check import UNSURE, YES, Case, facts_of_age
from guide.table import Table

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["story"])
def test_a_case_ends_where_the_evidence_says(case: dict[str, Any], says: Any, walk: Any) -> None:
    """Asked from the first question to the last."""
    asked, end = walk(says(case.get("yes", ()), case.get("unsure", ())), facts_of_age(case["age"], case.get("person", "adult")))
    assert end.outcome in {case["expect"], *case.get("accept", ())}, asked


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["story"])
def test_the_order_in_which_things_are_said_does_not_matter(case: dict[str, Any], table: Table) -> None:
    """What was stated before the first question counts as if it had been asked."""
    facts = facts_of_age(case["age"], case.get("person", "adult"))
    given = dict.fromkeys(case.get("yes", ()), YES) | dict.fromkeys(case.get("unsure", ()), UNSURE)
    backwards = dict(reversed(given.items()))
    assert Case(table, given, facts).outcome == Case(table, backwards, facts).outcome
    assert Case(table, given, facts).outcome in {case["expect"], *case.get("accept", ())}


def test_the_cases_cover_every_outcome(table: Table) -> None:
    """From looking after it at home to calling at once."""
    assert {case["expect"] for case in CASES} == set(table.outcomes)
    assert len(CASES) >= 40
