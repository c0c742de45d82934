"""Written cases end where the evidence says, answered with plain yes and no, and again in people's own words.

The four figures are those of the evidence's section f. ``pytest -s tests/check`` prints them.
"""

import importlib.util
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

import pytest


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scenario", Path(__file__).with_name("scenario.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["scenario"] = module
    spec.loader.exec_module(module)
    return module


told = _load()
CASES = told.scenarios()
WAYS = {"yes and no": told.plainly, "own words": told.naturally}
#: From the mildest to the most urgent.
LEVELS = told.TABLE.outcomes
MILD = ("self_care", "ask_pharmacist")


@pytest.fixture(scope="module", params=list(WAYS))
def ended(request: pytest.FixtureRequest) -> list[tuple[Any, Any]]:
    """Every case with the end of its conversation, and the figures printed."""
    logging.disable(logging.INFO)
    answer: Callable[..., str] = WAYS[request.param]
    pairs = [(case, told.converse(case, answer)) for case in CASES]
    print(f"\n{request.param}: {figures(pairs)}")
    return pairs


def share(pairs: list[tuple[Any, Any]], holds: Callable[[Any, Any], bool]) -> float:
    """The share of cases for which something holds, in per cent."""
    return 100 * sum(holds(case, end) for case, end in pairs) / len(pairs)


def figures(pairs: list[tuple[Any, Any]]) -> str:
    """The four figures, and how long the walks were."""
    urgent = [pair for pair in pairs if pair[0].expect == "call_emergency"]
    mild = [pair for pair in pairs if pair[0].expect in MILD]
    lengths = [len(end.asked) for _, end in pairs]
    return (
        f"{len(pairs)} cases; exact {share(pairs, lambda case, end: end.outcome == case.expect):.0f} %; "
        f"acceptable {share(pairs, lambda case, end: end.outcome in case.acceptable):.0f} %; "
        f"emergencies sent to emergency {share(urgent, lambda case, end: end.outcome == case.expect):.0f} %; "
        f"self-care or routine sent to emergency or today {share(mild, lambda case, end: end.outcome in LEVELS[3:]):.0f} %; "
        f"questions: median {median(lengths):g}, longest {max(lengths)}"
    )


def test_there_are_enough_cases_from_every_level_and_row() -> None:
    """At least 60, and no row that a story could not be told of: most of the 62 are in one."""
    assert len(CASES) >= 60
    assert {case.expect for case in CASES} == set(LEVELS)
    assert len({row for case in CASES for row in case.rows}) >= 45
    assert all(case.source for case in CASES)


def test_every_answer_of_a_case_is_a_question_of_the_check() -> None:
    """A slip in a case is no finding about the check."""
    named = {id for case in CASES for id in (*case.yes, *case.unsure, *(question for question, _ in case.words))}
    assert named <= set(told.TABLE.by_id)


def test_a_lower_level_is_never_acceptable_for_what_is_urgent() -> None:
    """As the evidence counts: a higher level may be acceptable, a lower one never for an emergency or the same day."""
    for case in CASES:
        if case.expect in LEVELS[3:]:
            assert all(LEVELS.index(level) >= LEVELS.index(case.expect) for level in case.acceptable), case.story


def test_every_emergency_is_sent_to_emergency(ended: list[tuple[Any, Any]]) -> None:
    """None missed, however it was told."""
    missed = [(case.story, end.outcome) for case, end in ended if case.expect == "call_emergency" and end.outcome != case.expect]
    assert missed == []


def test_the_levels_are_right(ended: list[tuple[Any, Any]]) -> None:
    """Within the acceptable levels at least 96 in a hundred, exact at least 80."""
    wrong = [(case.story, case.expect, end.outcome) for case, end in ended if end.outcome not in case.acceptable]
    assert share(ended, lambda case, end: end.outcome in case.acceptable) >= 96, wrong
    assert share(ended, lambda case, end: end.outcome == case.expect) >= 80, wrong


def test_nobody_who_can_stay_at_home_is_sent_away(ended: list[tuple[Any, Any]]) -> None:
    """None to an ambulance, and at most one to be seen today."""
    sent = [(case.story, end.outcome) for case, end in ended if case.expect == "self_care" and end.outcome in LEVELS[3:]]
    assert [outcome for _, outcome in sent] in ([], ["see_today"]), sent


def test_the_walk_is_short_in_own_words() -> None:
    """The median conversation asks twelve questions at most. A bare yes to a bundle has it taken apart, and takes longer."""
    lengths = sorted(len(told.converse(case, told.naturally).asked) for case in CASES)
    assert median(lengths) <= 12
    assert lengths[-1] <= told.LONGEST, lengths[-5:]
