"""The bench runs, prints its table, and says so when it cannot. Nothing here depends on how long anything takes."""

import re
from pathlib import Path

import pytest

from tools.bench import content, turns
from tools.bench.__main__ import main
from tools.bench.cold import unwanted_imports
from tools.bench.figure import HEADINGS, MEGABYTES, BenchError, Figure, table
from tools.bench.turns import SCRIPTS, Asked, Script

MEASURED = (
    *(f"warm turn, {script.name}" for script in SCRIPTS),
    "cold start, launch",
    "cold start, free statement",
    *(f"content pack, {locale}" for locale in ("en-AU", "en-CA", "en-GB", "en-IN", "en-US")),
    "vocabulary, en-US",
    "listening to 120 words",
    "package, zipped",
)


def test_one_round_prints_every_figure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each figure has a row that ends in what it is a ratio of, and boto3 was left alone."""
    monkeypatch.setattr(content, "PACK_BUDGET", 60.0)
    monkeypatch.setattr(content, "LISTENING_BUDGET", 60.0)
    assert main(["--rounds", "1"]) == 0
    headings, *lines = capsys.readouterr().out.splitlines()
    rows, rest = lines[: len(MEASURED)], lines[len(MEASURED) :]
    assert re.split(" {2,}", headings)[-1] == HEADINGS[-1]
    assert [re.split(" {2,}", row)[0] for row in rows] == list(MEASURED)
    assert all(re.split(" {2,}", row)[-1].startswith("the ") for row in rows)
    assert any("neither boto3 nor botocore" in line for line in rest)


def test_an_import_of_boto3_is_found(tmp_path: Path) -> None:
    """A skill that imports it during a turn does not get away."""
    handler = "def lambda_handler(event, context):\n    import botocore\n    return {}\n"
    (tmp_path / "lambda_function.py").write_text(handler)
    assert unwanted_imports([Asked("launch", {}, None)], tmp_path) == ["botocore"]


def test_a_skill_that_fails_is_not_timed(tmp_path: Path) -> None:
    """What the process said on its way out is passed on."""
    (tmp_path / "lambda_function.py").write_text("raise RuntimeError('no content')\n")
    with pytest.raises(BenchError, match="no content"):
        unwanted_imports([Asked("launch", {}, None)], tmp_path)


def test_an_answer_to_something_else_is_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that does not come to what it is named after is an error, and no figure."""
    monkeypatch.setattr(turns, "SCRIPTS", (Script("topic answer", ("open cramp guide",), lambda about: bool(about.topics)),))
    with pytest.raises(BenchError, match="topic answer"):
        turns.asked()


def test_missing_packs_say_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A checkout that was never built is told the command."""
    monkeypatch.setattr(content, "PACKS", tmp_path)
    with pytest.raises(BenchError, match="make build"):
        content.pack_loading(1)


def test_a_ratio_is_taken_within_its_round() -> None:
    """A round in which the machine was slow counts like any other."""
    figure = Figure("warm turn", "the peer's turn", ((0.002, 0.004), (0.020, 0.040), (0.003, 0.004)))
    assert figure.row() == ("warm turn", "0.50", "0.50 to 0.62", "3 / 4 ms", "the peer's turn")


def test_a_budget_overrun_is_marked() -> None:
    """Only a budget can be overrun; any other ratio may pass 1."""
    pairs = ((0.003, 0.002),)
    over, slower = Figure("pack", "the 2 ms allowed", pairs, budget=True), Figure("turn", "the peer's turn", pairs)
    assert (over.over, slower.over) == (True, False)
    assert over.row()[1:] == ("1.50", "-", "3 ms", "the 2 ms allowed: OVER")


def test_the_table_is_aligned() -> None:
    """Columns begin at the same place in every line."""
    figures = [Figure("a", "the peer", ((2e6, 1e6),), unit=MEGABYTES), Figure("longer", "the peer", ((1.0, 1.0),))]
    assert len({line.index("the peer") for line in table(figures)[1:]}) == 1


@pytest.mark.parametrize("rounds", ["0", "-1", "many"])
def test_a_bad_number_of_rounds_is_refused(rounds: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the usual message and exit code of a command."""
    with pytest.raises(SystemExit) as refused:
        main([f"--rounds={rounds}"])
    assert refused.value.code == 2
    assert "--rounds" in capsys.readouterr().err
