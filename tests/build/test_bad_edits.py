"""A page edited badly stops the build, and the person who edited it is told where and how to mend it."""

import json
from pathlib import Path
from typing import Any

import pytest

EDITS = json.loads(Path(__file__).with_name("bad_edits.json").read_text(encoding="utf-8"))


def edited(path: Path, find: str, put: str) -> None:
    """Replaces the first `find` after the head of the file; an empty `find` stands for the end of the file."""
    text = path.read_text(encoding="utf-8")
    at = text.index(find, 1) if find else len(text)
    path.write_text(text[:at] + put + text[at + len(find) :], encoding="utf-8")


def line_with(path: Path, text: str) -> int:
    """The first line that holds `text`; the first of the file where there is none to point at."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text and text in line), 1)


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case["edit"])
def test_a_bad_edit_is_named_with_file_line_and_mend(case: dict[str, Any], project: Path, build: Any, written: Any) -> None:
    """The error is one line that starts with the path and the line, and nothing is built from the rest."""
    edited(project / "content" / case["file"], case["find"], case["put"])
    code, said = build()
    assert code == 1
    named = f"content/{case.get('in', case['file'])}"
    assert said.startswith(f"{named}:"), said
    if case["line"] and "in" not in case:
        assert said.startswith(f"{named}:{line_with(project / named, case['line'])}:"), said
    for part in case["says"]:
        assert part in said
    assert said.count("\n") == 1
    assert written() == {}


@pytest.mark.parametrize(
    "lost",
    ["en/words/people.toml", "en/phrases.toml", "en/away.toml", "sources.toml", "en/intents.toml", "en/words/signs.toml"],
)
def test_a_missing_file_is_named(lost: str, project: Path, build: Any, written: Any) -> None:
    """A translation that lacks a whole file is told so by that file's name."""
    (project / "content" / lost).unlink()
    code, said = build()
    assert code == 1
    assert said.startswith(f"content/{lost}:1: This file is missing.")
    assert written() == {}


def test_a_missing_question_page_is_named(project: Path, build: Any, written: Any) -> None:
    """Every row of the check needs its words."""
    (project / "content" / "en" / "questions" / "cold-foot.md").unlink()
    code, said = build()
    assert code == 1
    assert said.startswith("content/en/questions/cold-foot.md:1: The question cold-foot has no page.")
    assert written() == {}


def test_a_page_for_no_question_is_named(project: Path, build: Any) -> None:
    """A page that the check never asks is a slip, too."""
    pages = project / "content" / "en" / "questions"
    text = (pages / "cold-foot.md").read_text(encoding="utf-8")
    (pages / "cold-toe.md").write_text(text.replace('id = "cold-foot"', 'id = "cold-toe"'), encoding="utf-8")
    code, said = build()
    assert code == 1
    assert said.startswith("content/en/questions/cold-toe.md:2: cold-toe is no question of the check.")


def test_a_missing_topic_page_is_named(project: Path, build: Any) -> None:
    """Medicines point at topic pages: without the page there would be nothing to tell."""
    (project / "content" / "en" / "topics" / "statins.md").unlink()
    code, said = build()
    assert code == 1
    assert "statins" in said
    assert said.startswith("content/")


def test_a_sign_pattern_for_no_question_is_named(project: Path, build: Any, written: Any) -> None:
    """What the listener finds must be something that the check asks."""
    path = project / "content" / "en" / "words" / "signs.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}\n[[sign]]\nquestion = "no-such-sign"\nall = [["a phrase of nobody"]]\n', encoding="utf-8")
    code, said = build()
    assert code == 1
    assert said.startswith(f"content/en/words/signs.toml:{line_with(path, 'no-such-sign')}: no-such-sign is no single question")
    assert written() == {}


def test_a_sign_pattern_with_an_unknown_list_is_named(project: Path, build: Any) -> None:
    """A shared list that does not exist would silently never match."""
    path = project / "content" / "en" / "words" / "signs.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}\n[[sign]]\nquestion = "cold-foot"\nall = [["@no_such_list"]]\n', encoding="utf-8")
    code, said = build()
    assert code == 1
    assert "There is no list no_such_list." in said


def test_a_fault_leaves_the_files_of_before(project: Path, build: Any, written: Any) -> None:
    """After a fault the last sound build still stands, every file of it."""
    assert build()[0] == 0
    before = written()
    edited(project / "content" / "en" / "topics" / "magnesium.md", "sources = [", 'sources = ["NO-SUCH", ')
    assert build()[0] == 1
    assert written() == before
