"""The package under Amazon's own runtime client, with nothing else installed: what the person hears is what was tested."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator import Speaker
from tests.conversations.script import SCRIPTS, play, script_at
from tests.skill.envelopes import NAMES, Json, answered, event
from tools.runtime.api import RuntimeFault
from tools.runtime.client import Function, function


class Deployed:
    """The deployed function as a desk speaker's skill; every answer is held against that of the sources."""

    def __init__(self, running: Function) -> None:
        """Nothing is said yet."""
        self.running = running

    def __call__(self, request: Json, context: Any) -> Any:
        """The function's answer. AssertionError where the sources answer otherwise."""
        response = self.running.api.invoke(request)
        assert response == answered(request)
        return response


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_request_is_answered_as_the_sources_answer_it(name: str, running: Function) -> None:
    """To the byte, the strange requests too."""
    Deployed(running)(event(name), None)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_conversation_goes_as_from_the_sources(path: Path, running: Function) -> None:
    """Turn by turn, with the state that travels between them."""
    script = script_at(path)
    for _, turn in play(script, Speaker(script.locale, handler=Deployed(running))):
        assert not turn.problem


def test_a_cold_start_writes_nothing_but_what_the_turn_logs(package: Path, client: Path) -> None:
    """No warning, and no line of the first turn that the skill takes for itself."""
    with function(package, client) as started:
        started.api.ready()
        assert (started.printed(), started.complained()) == ("", "")
        started.api.send(event("launch"))
        started.api.answer()
        lines = [json.loads(line) for line in started.printed().splitlines()]
        assert [json.loads(line["message"])["event"] for line in lines] == ["turn"]
        assert started.complained() == ""


def test_a_request_for_another_skill_is_refused(package: Path, client: Path) -> None:
    """It gets an error in place of an answer, also after the first turn that the skill takes for itself."""
    own = event("launch")["session"]["application"]["applicationId"]
    with function(package, client, {"SKILL_ID": own}) as started:
        assert "Welcome" in str(started.api.invoke(event("launch")))
        other = json.loads(json.dumps(event("launch")).replace(own, "amzn1.ask.skill.another"))
        with pytest.raises(RuntimeFault, match="NotForThisSkill"):
            started.api.invoke(other)
        started.api.moments.queue.clear()
        assert "Welcome" in str(_next(started, event("launch")))


def _next(started: Function, request: Json) -> Any:
    started.api.send(request)
    while (moment := started.api.moments.get(timeout=60)).what != "response":
        pass
    return json.loads(moment.body)


def test_the_package_needs_nothing_that_is_not_in_it(package: Path) -> None:
    """Every module of it that the skill uses can be imported with nothing else on the path; boto3 stays outside."""
    code = (
        f"import sys; sys.path.insert(0, {str(package)!r}); import lambda_function; "
        "print(*sorted({name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-B", "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split()) - {"__main__", "__mp_main__"}
    assert loaded == {"ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "guide", "lambda_function", "records", "six", "skill"}


def test_a_cold_start_loads_no_compiler_and_no_address_book(package: Path) -> None:
    """What once was most of a cold start, and would come back unnoticed with one import."""
    code = f"import sys; sys.path.insert(0, {str(package)!r}); import lambda_function; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-S", "-B", "-c", code], capture_output=True, text=True, check=True)
    heavy = {"ast", "boto3", "dataclasses", "hmac", "html", "inspect", "pathlib", "pprint", "requests", "urllib3"}
    assert heavy & set(done.stdout.split()) == set()


def test_nothing_is_in_the_package_that_is_not_run(package: Path) -> None:
    """No tests, no installers' metadata, no tools, nothing compiled for this machine."""
    names = [path.relative_to(package) for path in package.rglob("*") if path.is_file()]
    assert not [name for name in names if name.suffix not in (".py", ".pyc", ".json", ".typed")]
    shipped = {"ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "guide", "skill", "__pycache__"}
    assert {name.parts[0] for name in names if len(name.parts) > 1} == shipped
    assert not [name for name in names if any(part.endswith((".dist-info", ".egg-info")) for part in name.parts)]


def test_all_byte_code_is_taken_without_looking_at_the_source(package: Path) -> None:
    """Flags 1 are those of an unchecked hash (PEP 552): a zip's rounded times cannot make it stale."""
    found = sorted(package.rglob("*.pyc"))
    assert len(found) == len(list(package.rglob("*.py")))
    assert {path.read_bytes()[4:8] for path in found} == {b"\x01\x00\x00\x00"}
