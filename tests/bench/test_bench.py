"""The bench runs, prints its table, and says so when it cannot. Nothing here depends on how long anything takes."""

from pathlib import Path

import pytest

import tools.bench.__main__ as command
from tools.bench import content, turns
from tools.bench.__main__ import main
from tools.bench.cold import cold_starts, growth
from tools.bench.figure import HEADINGS, MEGABYTES, BenchError, Figure, table
from tools.bench.imports import unwanted_imports
from tools.bench.size import package_size
from tools.bench.skills import grown, laid_out_skills
from tools.bench.turns import Asked, Script
from tools.bench.warm import warm_turns
from tools.runtime.client import client_folder

PACKS = tuple(f"content pack, {locale}" for locale in ("en-AU", "en-CA", "en-GB", "en-IN", "en-US"))
COLD = ("cold start", "cold start", "first turn after init", "memory", "stderr bytes")


def test_one_round_measures_every_skill(tmp_path: Path) -> None:
    """Cold under the runtime client and warm in processes of their own; ours writes nothing to standard error."""
    launch, *_ = turns.asked()
    placed = laid_out_skills(tmp_path)
    client = client_folder(tmp_path / "client")
    starts = cold_starts(launch, 1, placed, client)
    assert [one.name for one in starts] == [f"{name}, launch" for name in COLD]
    assert not [one.name for one in starts if one.over]
    large = grown(placed.ours, tmp_path, 2)
    assert len(growth(launch, 1, placed.ours, large, client)) == 2
    assert len(list((large / "guide" / "packs").glob("??-??.json"))) == 2
    assert [one.name for one in warm_turns((launch,), 1, placed)] == ["warm turn p50, launch", "warm turn p99, launch"]
    assert package_size(placed).ratio < 1.1
    assert unwanted_imports((launch,), placed.ours) == []


def test_the_skill_s_own_work_is_measured() -> None:
    """Each locale's pack, the vocabulary, and the longest utterance."""
    figures = [*content.pack_loading(1), content.vocabulary_opening(1), content.listening(1)]
    assert [one.name for one in figures] == [*PACKS, "vocabulary, en-US", "listening to 120 words"]


@pytest.mark.parametrize(("budget", "unwanted", "code"), [(False, [], 0), (True, [], 1), (False, ["boto3"], 1)])
def test_the_table_is_printed_and_an_overrun_fails(
    budget: bool, unwanted: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A budget that is overrun and a turn that imports boto3 fail; a goal that is missed is told."""
    rows = [
        Figure("pack", "the 2 ms allowed", ((2.0, 1.0),), budget=budget),
        Figure("cold", "the peer's", ((2.0, 1.0),), reach=0.5),
    ]
    monkeypatch.setattr(command, "measured", lambda rounds: (rows, unwanted))
    assert main(["--rounds", "1"]) == code
    printed = capsys.readouterr().out
    assert printed.splitlines()[0].split()[-2:] == HEADINGS[-1].split()
    assert "0.50 MISSED" in printed
    assert ("neither boto3 nor botocore" in printed) is not bool(unwanted)


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
    assert figure.row() == ("warm turn", "0.50", "0.50 to 0.62", "-", "3 / 4 ms", "the peer's turn")


def test_a_budget_overrun_is_marked() -> None:
    """Only a budget can be overrun; any other ratio may pass 1."""
    pairs = ((0.003, 0.002),)
    over, slower = Figure("pack", "the 2 ms allowed", pairs, budget=True), Figure("turn", "the peer's turn", pairs)
    assert (over.over, slower.over) == (True, False)
    assert over.row()[1:] == ("1.50", "-", "-", "3 ms", "the 2 ms allowed: OVER")


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
