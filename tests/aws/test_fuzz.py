"""Broken requests by the thousand: each is answered with a valid response, in time, and leaves nothing in the log.

``make test`` takes a few hundred that are always the same; ``make fuzz`` takes 20,000 new ones.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from simulator.skill import load_handler
from tests.aws.mutation import MARKER, broken, held_against
from tests.skill.test_privacy import Lines
from tools.lint.response import lint_response

SHARE = 400
#: Bytes and seconds that Alexa allows (platform rules R4 and R1).
MOST, LONGEST = 24_576, 7.0
FUZZING = settings.get_current_profile_name() == "fuzz"
EXAMPLES = settings.get_profile("fuzz") if FUZZING else settings(max_examples=SHARE, derandomize=True, deadline=None)
QUIET = settings(suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def lines() -> Iterator[list[str]]:
    """All that is logged, at the lowest level."""
    kept, logger = Lines(), logging.getLogger()
    before = logger.level
    logger.addHandler(kept)
    logger.setLevel(logging.DEBUG)
    yield kept.lines
    logger.removeHandler(kept)
    logger.setLevel(before)


@settings(EXAMPLES, suppress_health_check=list(HealthCheck))
@given(request=broken())
def test_a_broken_request_is_answered(request: Any, lines: list[str]) -> None:
    """Whatever is wrong with it."""
    lines.clear()
    began = perf_counter()
    response = load_handler()(json.loads(json.dumps(request)), None)
    assert perf_counter() - began < LONGEST
    body = json.dumps(response, ensure_ascii=False).encode()  # as the runtime client sends it
    assert len(body) <= MOST
    found = [one for one in lint_response(held_against(request), json.loads(body)) if one.level == "error"]
    # What was said is said again as it was, with the number of the country in which the session began.
    wrong = [str(one) for one in found if not (one.rule == "MA10" and "AMAZON.RepeatIntent" in str(request))]
    assert not wrong or _silent(request, response), "\n".join(wrong)
    logged = "\n".join(lines)
    assert MARKER.casefold() not in logged.casefold()
    assert "chest" not in logged


def _silent(request: Any, response: Any) -> bool:
    """Whether nothing is said where nobody has a session that could hear it."""
    session = request.get("session") if isinstance(request, dict) else None
    return not isinstance(session, dict) and not {"outputSpeech", "card", "reprompt", "directives"} & set(response["response"])
