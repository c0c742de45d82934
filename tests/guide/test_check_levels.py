"""The check demands what the evidence demands: of every row, of every "not sure", and of every rule."""

import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from guide.check import Case
from guide.table import Table

LEVELS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("levels.toml").read_text(encoding="utf-8"))


def read(line: str) -> tuple[dict[str, str], str]:
    """The answers and the outcome of one line."""
    given, outcome = line.partition(": ")[2].split(" -> ")
    return dict(pair.split("=") for pair in given.split()), outcome


@pytest.mark.parametrize("line", [line for lines in LEVELS.values() for line in lines])
def test_a_line_of_the_evidence_holds(line: str, case: Callable[[Any], Case]) -> None:
    """Each line of levels.toml, read from the evidence by hand and not from the table."""
    given, outcome = read(line)
    assert case(given).outcome == outcome


def test_every_row_of_the_evidence_stands_in_the_lines() -> None:
    """A yes and, where a row can be left unsure, a not sure; RF30, RF32, RF34 and RF52 are in company of others."""
    named = {line.partition(" ")[0].rstrip(":") for line in (*LEVELS["yes"], *LEVELS["unsure"])}
    assert {f"RF{number:02}" for number in range(1, 63)} <= named


def opened(given: dict[str, str], table: Table) -> dict[str, str]:
    """The answers, and a yes to one opener of each question that would else never be asked."""
    full = dict(given)
    for id in given:
        while (question := table.by_id.get(id)) and question.after and not set(question.after) & set(full):
            id = question.after[0]
            full[id] = "u" if question.on == "unsure" else "y"
    return full


@pytest.mark.parametrize("line", [line for lines in LEVELS.values() for line in lines])
def test_a_line_is_reached_by_asking(line: str, case: Callable[[Any], Case], table: Table, says: Any, walk: Any) -> None:
    """From the first question on: whatever the line needs is asked, and no question that matters is left out."""
    given, _ = read(line)
    full = opened(given, table)
    facts = {id: answer for id, answer in full.items() if id not in table.by_id}
    yes, unsure = ({id for id, answer in full.items() if answer == kind} for kind in "yu")
    asked, end = walk(says(yes, unsure), facts)
    assert end.outcome == case(full).outcome, asked


@pytest.mark.parametrize("line", LEVELS["unsure"])
def test_not_sure_is_never_below_no_nor_above_yes(line: str, case: Callable[[Any], Case], table: Table) -> None:
    """For each line: no in place of not sure demands no more, and yes no less."""
    given, _ = read(line)
    ranks = [table.rank(case({id: answer.replace("u", other) for id, answer in given.items()}).outcome) for other in "nuy"]
    assert all(lower <= higher for lower, higher in pairwise(ranks)), (given, ranks)


def test_every_demand_of_the_table_stands_in_the_lines(table: Table) -> None:
    """A question that is added to the check needs a line that says what the evidence demands of it."""
    tried = {id for line in (*LEVELS["yes"], *LEVELS["unsure"], *LEVELS["rules"]) for id in read(line)[0]}
    assert {question.id for question in table.questions if question.yes} - tried == set()
