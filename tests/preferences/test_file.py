"""The desk speaker's memory: a small file, read and written as the table is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.preferences.person import Person

KEPT = {"pace": "slow", "length": "full", "welcomed": True}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in a folder that is not there yet."""
    path = tmp_path / "cache" / "preferences.json"
    monkeypatch.delenv("TABLE", raising=False)
    monkeypatch.setenv("PREFERENCES_FILE", str(path))
    return path


def test_the_file_holds_three_preferences(file: Path) -> None:
    """Readable, and nothing else."""
    Person().says("open cramp guide", "speak slower")
    assert json.loads(file.read_text(encoding="utf-8")) == KEPT


def test_the_next_session_begins_with_them(file: Path) -> None:
    """As on a device."""
    Person().says("open cramp guide", "speak slower")
    turn = Person().says("open cramp guide")
    assert "prosody" in str(turn.ssml)
    assert "Welcome back" in turn.speech


def test_forget_me_takes_the_file_away(file: Path) -> None:
    """However often it is said."""
    somebody = Person()
    somebody.says("open cramp guide", "forget me")
    assert not file.exists()
    assert "gone" in somebody.says("forget me").speech


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pace": "whispered", "welcomed": 3}'])
def test_a_damaged_file_is_no_trouble(text: str, file: Path, faults: list[dict[str, Any]]) -> None:
    """The talk begins as the first one did."""
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert "Welcome to Cramp Guide" in Person().says("open cramp guide").speech
    assert json.loads(file.read_text(encoding="utf-8"))["welcomed"] is True


def test_a_place_that_cannot_be_written_is_no_trouble(file: Path, faults: list[dict[str, Any]]) -> None:
    """A folder stands where the file should be."""
    file.mkdir(parents=True)
    assert "Welcome to Cramp Guide" in Person().says("open cramp guide").speech
    assert [line["operation"] for line in faults] == ["read"]
    assert "isn't gone" in Person().says("ask cramp guide to forget me").speech


def test_without_a_place_nothing_outlives_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default: within the session all works."""
    monkeypatch.delenv("TABLE", raising=False)
    monkeypatch.delenv("PREFERENCES_FILE", raising=False)
    assert "prosody" in str(Person().says("open cramp guide", "speak slower", "what about magnesium").ssml)
    assert "Welcome to Cramp Guide" in Person().says("open cramp guide").speech
