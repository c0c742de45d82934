"""The command: a conversation for people, a line of JSON for scripts, a clear sentence for a call that cannot work."""

import io
import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import simulator.__main__ as command
from simulator import Speaker
from simulator import skill as skill_module
from simulator.model import ModelError, read_model
from simulator.skill import SkillError, load_handler

KEYS = ["said", "locale", "request", "intent", "slots", "match", "speech", "ssml", "reprompt", "card", "ended", "about"]
Run = Callable[..., list[str]]


@pytest.fixture
def run(skill: Any, model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command on some lines and give the lines it prints."""
    monkeypatch.setattr(command, "Speaker", partial(Speaker, handler=skill, model=model))

    def run(typed: str, *arguments: str) -> list[str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert command.main(list(arguments)) == 0
        return capsys.readouterr().out.splitlines()

    return run


def test_json_lines(run: Run, skill: Any) -> None:
    """Every line, silence included, gets one object with the promised keys; the end of input ends the session."""
    lines = [json.loads(line) for line in run("about magnesium\n\nwhat's the weather\n", "--json")]
    assert [list(line) for line in lines] == [KEYS] * 3
    assert lines[0]["slots"] == {"subject": {"value": "magnesium", "id": "magnesium"}}
    assert lines[0]["about"] == {"topics": [], "medicines": [], "question": None, "signs": [], "outcome": None}
    assert [line["match"] for line in lines] == ["sample", "none", "none"]
    assert [line["said"] for line in lines] == ["about magnesium", "", "what's the weather"]
    assert skill.heard[-1]["request"]["reason"] == "USER_INITIATED"


def test_fresh_lines(run: Run, skill: Any) -> None:
    """With --fresh every line is a one-shot request."""
    run("about magnesium\nyes\n", "--json", "--fresh")
    assert [event["session"]["new"] for event in skill.heard if event["request"]["type"] == "IntentRequest"] == [
        True,
        True,
    ]


def test_what_the_skill_prints_stays_out(run: Run, skill: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log line on stdout does not get among the objects."""
    answers = type(skill).__call__

    def chatty(*call: Any) -> Any:
        print("a log line")
        return answers(*call)

    monkeypatch.setattr(type(skill), "__call__", chatty)
    assert len(run("yes\n", "--json")) == 1


def test_conversation(run: Run) -> None:
    """A conversation opens the skill and says how each line was understood."""
    shown = "\n".join(run("is magnesium any good for cramps\nabout magnesium\n\n"))
    assert "A: Yes?" in shown
    assert "matched a sample" in shown
    assert "nearest sample" in shown
    assert "silence, so the reprompt" in shown


def test_stop_leaves(run: Run, skill: Any, telling: Callable[..., Any]) -> None:
    """When the skill has stopped, so does the conversation."""
    skill.returns = telling("Goodbye.")
    assert "U: yes" not in run("stop\nyes\n")


def test_show_json(run: Run) -> None:
    """Requests and responses are printed on request."""
    assert '"apiEndpoint": "https://api.amazonalexa.com"' in "\n".join(run("", "--show-json"))


def test_unknown_locale(capsys: pytest.CaptureFixture[str]) -> None:
    """A locale without a model is one sentence and the status of bad usage."""
    assert command.main(["--locale", "xx-XX"]) == 2
    shown = capsys.readouterr()
    assert "no interaction model for xx-XX" in shown.err
    assert "make build" in shown.err
    assert len(shown.err.splitlines()) == 1
    assert shown.out == ""


def test_model_of_an_unknown_language(model: Path) -> None:
    """A model in a language that the simulator does not know says which file to add."""
    with pytest.raises(ModelError, match=r"add simulator/phrases/fr\.toml"):
        read_model("fr-FR", model)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"interactionModel": {"languageModel": {"intents": [{}]}}}'])
def test_broken_model(tmp_path: Path, text: str) -> None:
    """A file that is not a model is named, with what to do."""
    (tmp_path / "en-US.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"en-US\.json is not an interaction model .* run make build"):
        read_model("en-US", tmp_path / "en-US.json")


def test_no_skill(tmp_path: Path) -> None:
    """A checkout without the skill is said to be one."""
    with pytest.raises(SkillError, match=r"There is no skill at"):
        load_handler(tmp_path)


def test_uninstalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing dependency says what to run."""
    monkeypatch.setattr(skill_module, "_MODULE", "lacking")
    (tmp_path / "lacking.py").write_text("import no_such_module", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(SkillError, match=r"no_such_module.*run make setup"):
        load_handler(tmp_path)


def test_preferences_are_kept_in_the_cache_folder_in_a_talk_only(run: Run, preferences: Path) -> None:
    """A talk at the desk remembers as a device does; scripts and one-shots leave nothing."""
    for arguments in (["--json"], ["--fresh"], ["--json", "--fresh"], ["--preferences", "none"]):
        run("about magnesium\n", *arguments)
        assert os.environ.get("PREFERENCES_FILE") is None, arguments
    run("about magnesium\n")
    assert os.environ["PREFERENCES_FILE"] == str(preferences)


def test_preferences_go_where_they_are_told(run: Run, tmp_path: Path) -> None:
    """Even in a script."""
    run("about magnesium\n", "--json", "--preferences", str(tmp_path / "own.json"))
    assert os.environ["PREFERENCES_FILE"] == str(tmp_path / "own.json")
