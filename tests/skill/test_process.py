"""What holds for the skill's process as a whole; each test starts a fresh one, as Lambda does."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.skill.envelopes import EVENTS, event

LAMBDA = Path(__file__).parents[2] / "lambda"
OWN = event("launch")["session"]["application"]["applicationId"]
TURN = f"""
import json, sys
from lambda_function import lambda_handler
said = lambda_handler(json.load(open({str(EVENTS / "ask.json")!r})), None)
"""


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh process with the skill's folder as its root."""
    known = {name: value for name, value in os.environ.items() if name != "SKILL_ID"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=LAMBDA,
        env=known | {"PYTHONPATH": str(LAMBDA), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_request_for_another_skill_is_refused() -> None:
    """With SKILL_ID set, an event with another application id gets no answer at all."""
    done = run(TURN + "print(json.dumps(said))", SKILL_ID="amzn1.ask.skill.another")
    assert done.returncode != 0
    assert not done.stdout
    assert "NotForThisSkill" in done.stderr
    assert "MARKER" not in done.stderr


def test_a_request_for_this_skill_is_answered() -> None:
    """The same event with the right id."""
    done = run(TURN + "print(json.dumps(said))", SKILL_ID=OWN)
    assert "magnesium" in json.loads(done.stdout)["response"]["outputSpeech"]["ssml"]


def test_without_an_id_every_request_is_answered() -> None:
    """On the desk nobody has an id."""
    done = run(TURN + "print(json.dumps(said))")
    assert "magnesium" in json.loads(done.stdout)["response"]["outputSpeech"]["ssml"]


def test_a_turn_does_not_pay_for_the_aws_sdk() -> None:
    """It costs a second of a cold start, and an answer needs nothing of it."""
    done = run(TURN + "print(sorted(name for name in sys.modules if name.split('.')[0] in ('boto3', 'botocore')))")
    assert done.stdout.strip() == "[]", done.stderr
