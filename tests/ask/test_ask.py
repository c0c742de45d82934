"""The first run with a real account works as far as can be known without one: against the shapes of the real calls."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ask.stand_in import SIMULATIONS, TOKEN, Amazon
from tests.conversations.script import SCRIPTS
from tools.ask.__main__ import main
from tools.ask.smapi import SPACING, Pace

ROOT = Path(__file__).parents[2]
REFRESHING = {
    "ASK_ACCESS_TOKEN": "",
    "ASK_REFRESH_TOKEN": "Atzr|r",
    "ASK_LWA_CLIENT_ID": "id",
    "ASK_LWA_CLIENT_CONFIRMATION": "secret",
}
SCRIPT = "locale: en-US\nU: open cramp guide\nA: welcome\nU: why do my legs cramp at night\nU: yes\nU: stop\n"


class Clock:
    """Time that passes only where somebody waits; every call is noted with its time."""

    def __init__(self) -> None:
        """Begin at a thousand seconds."""
        self.now = 1000.0
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.waits.append(seconds)
        self.now += seconds

    def pace(self) -> Pace:
        """A pace by this clock."""
        return Pace(clock=lambda: self.now, wait=self.wait)


@pytest.fixture
def amazon() -> Iterator[Amazon]:
    """The service, in a good mood."""
    with Amazon() as service:
        yield service


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A small conversation."""
    path = tmp_path / "small.txt"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def run(amazon: Amazon, *arguments: object, clock: Clock | None = None, **environment: str) -> int:
    """The command, and its exit code."""
    return main([str(one) for one in arguments], amazon.environment(**environment), (clock or Clock()).pace())


def test_a_script_that_both_take_alike_has_no_difference(
    amazon: Amazon, script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line is said once, in one session, after the real skill was told to forget."""
    assert run(amazon, "simulate", script) == 0
    assert capsys.readouterr().out == "No difference.\n"
    begun = [body for method, path, body in amazon.calls if (method, path) == ("POST", SIMULATIONS)]
    assert [body["input"]["content"] for body in begun] == [
        "ask cramp guide to forget me",
        "open cramp guide",
        "why do my legs cramp at night",
        "yes",
        "stop",
    ]
    assert [body["session"]["mode"] for body in begun] == ["FORCE_NEW_SESSION"] * 2 + ["DEFAULT"] * 3
    assert {body["device"]["locale"] for body in begun} == {"en-US"}
    assert {body["simulation"]["type"] for body in begun} == {"DEFAULT"}


def test_calls_are_never_closer_than_the_service_allows(amazon: Amazon, script: Path) -> None:
    """Questions after a simulation count as well."""
    amazon.polls = 3
    clock = Clock()
    run(amazon, "simulate", script, clock=clock)
    assert len(clock.waits) == len(amazon.calls) - 1
    assert all(wait >= SPACING for wait in clock.waits)
    assert sum(clock.waits) == pytest.approx(SPACING * (len(amazon.calls) - 1))


def _heard_as(intent: str) -> Any:
    def spoil(result: dict[str, Any]) -> dict[str, Any]:
        request = result["skillExecutionInfo"]["invocations"][0]["invocationRequest"]["body"]["request"]
        if request.get("intent", {}).get("name") == "AskIntent":
            request["intent"]["name"] = intent
        return result

    return spoil


def test_another_intent_is_told_and_ends_the_script(amazon: Amazon, script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the file, the line, and both intents; what comes after would only follow from it."""
    amazon.spoil = _heard_as("TellIntent")
    assert run(amazon, "simulate", script) == 1
    out = capsys.readouterr().out
    assert "small.txt:4 U: why do my legs cramp at night" in out
    assert "intent  desk AskIntent, Alexa TellIntent" in out
    assert "yes" not in [body.get("input", {}).get("content") for _, _, body in amazon.calls]


def test_another_slot_and_another_speech_are_told(amazon: Amazon, script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And the conversation goes on: the intent was the same."""

    def spoil(result: dict[str, Any]) -> dict[str, Any]:
        invocation = result["skillExecutionInfo"]["invocations"][0]
        request = invocation["invocationRequest"]["body"]["request"]
        if request.get("intent", {}).get("name") == "AskIntent":
            request["intent"]["slots"]["subject"].pop("resolutions")
            invocation["invocationResponse"]["body"]["response"]["outputSpeech"]["ssml"] = "<speak>Something else.</speak>"
        return result

    amazon.spoil = spoil
    assert run(amazon, "simulate", script) == 1
    out = capsys.readouterr().out
    assert "slots   desk {'subject': 'night-cramps'}, Alexa {'subject': 'at night'}" in out
    assert "Alexa: Something else." in out
    assert amazon.calls[-1][0] == "GET"


def test_an_utterance_that_never_reached_the_skill_is_told(
    amazon: Amazon, script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Alexa answered it herself."""
    amazon.spoil = lambda result: {**result, "skillExecutionInfo": None}
    assert run(amazon, "simulate", script) == 1
    assert "intent  desk LaunchRequest, Alexa nothing" in capsys.readouterr().out


def test_a_silence_ends_a_script(amazon: Amazon, tmp_path: Path) -> None:
    """The simulator cannot keep silent."""
    path = tmp_path / "silent.txt"
    path.write_text("locale: en-GB\nU: open cramp guide\nU:\nU: yes\n", encoding="utf-8")
    assert run(amazon, "simulate", path) == 0
    assert [body["input"]["content"] for method, _, body in amazon.calls if method == "POST"][1:] == ["open cramp guide"]


def test_every_script_of_the_project_can_be_played(amazon: Amazon) -> None:
    """A region's worth of them, through the whole stand-in."""
    amazon.polls = 0
    assert run(amazon, "simulate", "--locale", "en-IN") == 0
    locales = {body["device"]["locale"] for method, _, body in amazon.calls if method == "POST"}
    assert locales == {"en-IN"}
    assert SCRIPTS


def test_a_table_of_utterances_is_profiled(amazon: Amazon, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of the locale, each once, against the model alone."""
    path = tmp_path / "utterances.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = [("en-US", "does magnesium help"), ("en-GB", "what about quinine"), ("en-US", "does magnesium help")]
        csv.writer(file).writerows([("locale", "utterance"), *rows])
    assert run(amazon, "nlu", "--utterances", path) == 0
    assert [body for _, _, body in amazon.calls] == [{"utterance": "does magnesium help"}]
    amazon.spoil = lambda result: {**result, "selectedIntent": {"name": "CheckIntent"}}
    assert run(amazon, "nlu", "--utterances", path) == 1
    assert "does magnesium help\n  intent  desk AskIntent, Alexa CheckIntent" in capsys.readouterr().out


def test_a_refresh_token_is_changed_for_an_access_token(amazon: Amazon, script: Path) -> None:
    """With the client that the ASK CLI's variables name."""
    assert run(amazon, "simulate", script, **REFRESHING) == 0
    assert amazon.calls[0][:2] == ("POST", "/auth/o2/token")


def test_a_token_that_has_run_out_is_renewed_once(amazon: Amazon, script: Path) -> None:
    """In the middle of a run, and the call is made again."""
    assert run(amazon, "simulate", script, **(REFRESHING | {"ASK_ACCESS_TOKEN": "Atza|old"})) == 0
    assert [path for _, path, _ in amazon.calls].count("/auth/o2/token") == 1


@pytest.mark.parametrize("status", [409, 429, 500, 503])
def test_a_busy_service_is_asked_again(status: int, amazon: Amazon, script: Path) -> None:
    """In its own time."""
    amazon.busy = [status] * 3
    clock = Clock()
    assert run(amazon, "simulate", script, clock=clock) == 0
    assert all(wait >= SPACING for wait in clock.waits)


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"SKILL_ID": ""}, "SKILL_ID"),
        ({"ASK_ACCESS_TOKEN": ""}, "ASK_REFRESH_TOKEN"),
        ({"ASK_ACCESS_TOKEN": "", "ASK_REFRESH_TOKEN": "Atzr|r"}, "ASK_LWA_CLIENT_ID"),
        (REFRESHING | {"ASK_LWA_CLIENT_ID": "another"}, "refuses the refresh token"),
        ({"ASK_ACCESS_TOKEN": "Atza|wrong"}, "status 401"),
        ({"ASK_SMAPI_SERVER_BASE_URL": "http://example.com"}, "not https"),
        ({"ASK_SMAPI_SERVER_BASE_URL": "http://127.0.0.1:9"}, "cannot be reached"),
        ({"SKILL_ID": "amzn1.ask.skill.another"}, "status 404"),
    ],
)
def test_what_is_missing_is_said_in_one_line(
    environment: dict[str, str], told: str, amazon: Amazon, script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, with exit status 2, and with no token in it."""
    assert run(amazon, "simulate", script, **environment) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert len(printed.err.splitlines()) == 1
    assert not [secret for secret in (TOKEN, "Atza|", "Atzr|", "secret") if secret in printed.err + printed.out]


def test_a_simulation_that_fails_says_why(amazon: Amazon, script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the service's own words."""
    amazon.error = "Skill is not enabled."
    assert run(amazon, "simulate", script) == 2
    assert "Skill is not enabled." in capsys.readouterr().err


def test_a_list_that_is_not_there_says_how_to_make_it(amazon: Amazon, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is an export of the corpus."""
    assert run(amazon, "nlu", "--utterances", tmp_path / "none.csv") == 2
    assert "tools.understanding export" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["ask-simulate", "ask-nlu", "deploy"])
def test_make_knows_the_command(target: str) -> None:
    """As the pages say."""
    assert f"\n{target}:" in (ROOT / "Makefile").read_text(encoding="utf-8")
