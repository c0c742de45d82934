"""The check's table says what the evidence says, row by row; and whatever it says more is noticed."""

from dataclasses import replace

from guide.pack import load
from tools.build.source import ROOT
from tools.prove import evidence

TABLE = load("en-US").table
EVIDENCE = evidence.read(ROOT)


def test_the_table_is_that_of_the_evidence() -> None:
    """Levels, not-sure rules, what opens and moves them, combinations, look-alikes, bars, places and bundles."""
    assert list(evidence.differences(TABLE, EVIDENCE)) == []


def test_every_row_of_the_evidence_is_there() -> None:
    """RF01 to RF62; RF30 is asked together with RF29."""
    assert list(EVIDENCE["rows"]) == [f"RF{number:02}" for number in range(1, 63)]
    assert [row for row, entries in EVIDENCE["rows"].items() if not entries] == ["RF30"]


def test_a_table_that_says_less_is_noticed() -> None:
    """Each kind of rule left out once."""
    poorer = [
        replace(TABLE, questions=TABLE.questions[:-1]),
        replace(TABLE, together=TABLE.together[1:]),
        replace(TABLE, settle=TABLE.settle[1:]),
        replace(TABLE, least=TABLE.least[1:]),
        replace(TABLE, places=TABLE.places[1:]),
    ]
    assert all(list(evidence.differences(table, EVIDENCE)) for table in poorer)
