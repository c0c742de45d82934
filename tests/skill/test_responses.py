"""The platform's rules for responses, held against every response that the conversations produce."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator import Speaker
from simulator.skill import load_handler
from tests.conversations.script import SCRIPTS, play, script_at
from tests.skill.envelopes import Json, answered, event, intent_event
from tests.skill.test_requests import STATES
from tools.lint.finding import Finding
from tools.lint.interaction import model_of
from tools.lint.phrase import Phrases, phrases
from tools.lint.response import lint_response, same_speech

MODELS = Path(__file__).parents[2] / "interaction_model"
BUILT_IN = ["Help", "Stop", "Cancel", "NavigateHome", "Fallback"]


@pytest.fixture(scope="module")
def known() -> dict[str, Phrases]:
    """What each locale's model hears, for the suggestions that a response makes."""
    return {
        path.stem: phrases(model_of(json.loads(path.read_text()), path.stem, path.name)) for path in sorted(MODELS.glob("*.json"))
    }


class Recorder:
    """The skill's handler, keeping each request with what was answered."""

    def __init__(self) -> None:
        """Nothing heard yet."""
        self.pairs: list[tuple[Json, Json]] = []

    def __call__(self, request: Json, context: Any) -> Any:
        """Answer as the skill does."""
        response = load_handler()(request, context)
        self.pairs.append((json.loads(json.dumps(request)), json.loads(json.dumps(response))))
        return response


def broken(request: Json, response: Json, known: dict[str, Phrases]) -> list[Finding]:
    """The rules that a response breaks; an outcome is held to the rules for outcomes where it is newly given."""
    about = (response.get("sessionAttributes") or {}).get("about") or {}
    outcome = None if about.get("question") else about.get("outcome")
    found = lint_response(request, response, known[request["request"]["locale"]], outcome)
    return [finding for finding in found if finding.level == "error"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_response_of_a_conversation_keeps_the_rules(path: Path, known: dict[str, Phrases]) -> None:
    """Whole response and whole request, as Amazon's certification sees them."""
    script, recorder = script_at(path), Recorder()
    for _ in play(script, Speaker(script.locale, handler=recorder)):
        pass
    wrong = [str(finding) for request, response in recorder.pairs for finding in broken(request, response, known)]
    assert recorder.pairs or path.stem == "silence"
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.replace(" ", "-"))
def test_the_built_in_intents_keep_the_rules_in_every_state(state: str, name: str, known: dict[str, Phrases]) -> None:
    """Help stays open with a question; stop, cancel and home close without one."""
    request = intent_event(f"AMAZON.{name}Intent", **STATES[state])
    response = answered(request)
    assert not broken(request, response, known)
    assert response["response"]["shouldEndSession"] is (name in ("Stop", "Cancel", "NavigateHome"))


@pytest.mark.parametrize("name", ["launch", "ask", "session-ended", "can-fulfil-yes", "can-fulfil-maybe", "can-fulfil-no"])
def test_the_other_requests_keep_the_rules(name: str, known: dict[str, Phrases]) -> None:
    """Those that no conversation brings up."""
    request = event(name)
    assert not broken(request, answered(request), known)


@pytest.mark.parametrize("said", ["why do my legs cramp at night", "check my symptoms", "I have a cramp right now", "help"])
def test_the_same_is_said_with_and_without_a_screen(said: str) -> None:
    """A screen adds to what is heard and takes nothing from it."""
    with_screen, without = (Speaker("en-GB", screen=screen).say(f"ask cramp guide {said}") for screen in (True, False))
    assert with_screen.returned
    assert without.returned
    assert not list(same_speech(dict(with_screen.returned), dict(without.returned)))
