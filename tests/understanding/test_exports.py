"""Files for the real service: replays that the CLI takes, and a list of utterances."""

import csv
import json
from pathlib import Path

import pytest

from tools.lint.interaction import Model
from tools.lint.project import load_models
from tools.lint.replay import replay as lint_replay
from tools.understanding.corpus import Line, read_corpus
from tools.understanding.coverage import coverage
from tools.understanding.export import MOST, export, replay

LINES = [
    Line("does pickle juice help", "question", ("salt-pickle",), misheard="does pickled juice help"),
    Line("and for my mum", "follow_up", ("salt-pickle",), after="does pickle juice help"),
    Line("not that i'm aware", "answer", ("no",), asked="often", half="aside", sort="answer"),
]


def test_every_exported_replay_passes_the_lint(tmp_path: Path) -> None:
    """The whole corpus: ids not blank, nothing empty, the last input quits."""
    paths = [path for path in export(read_corpus() or LINES, tmp_path) if path.name.endswith(".replay.json")]
    assert paths
    assert [finding for path in paths for finding in lint_replay(path.name, json.loads(path.read_text()))] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"skillId": " "},
        {"locale": ""},
        {"userInput": ["open cramp guide", "", ".quit"]},
        {"userInput": ["yes"]},
        {"userInput": []},
    ],
)
def test_a_replay_that_the_cli_would_refuse_is_found(wrong: dict[str, object]) -> None:
    """One thing is wrong each time, and one thing is found."""
    file = next(replay(LINES[:1]))
    assert [finding.rule for finding in lint_replay("x.json", file | wrong)] == ["DG01"]


def test_a_line_comes_with_what_must_be_said_before_it() -> None:
    """A follow-up follows, and an answer has its question; each in a session of its own."""
    said = next(replay(LINES))["userInput"]
    assert said[:2] == ["open cramp guide", "does pickle juice help"]
    assert said[2:5] == ["open cramp guide", "does pickle juice help", "and for my mum"]
    assert said[6] == "check my symptoms"
    assert said[-2:] == ["not that i'm aware", ".quit"]


def test_a_long_list_becomes_several_replays() -> None:
    """None takes more than some minutes."""
    assert len(list(replay(LINES[:1] * (MOST + 1)))) == 2


def test_the_list_of_utterances_holds_every_form(tmp_path: Path) -> None:
    """As a table and as JSON; a misheard form is a line of its own."""
    export(LINES, tmp_path)
    with (tmp_path / "utterances.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows == json.loads((tmp_path / "utterances.json").read_text(encoding="utf-8"))
    assert {row["utterance"] for row in rows} == {*(line.said for line in LINES), "does pickled juice help"}
    assert {(row["form"], row["half"]) for row in rows} == {("said", "open"), ("misheard", "open"), ("said", "aside")}


def models() -> list[Model]:
    """The models as built."""
    return load_models(Path(__file__).parents[2])[0]


def test_coverage_shows_every_locale_beside_the_limits() -> None:
    """Intents, samples, types, ids, names and bytes."""
    lines = coverage(models())
    assert [line.split()[0] for line in lines[1:7]] == [*(model.locale for model in models()), "limit"]
    assert f"{len(models()[0].intents)} (" in lines[1]
