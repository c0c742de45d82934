"""Several functions at once, shortly; ``make load`` takes ten minutes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tools.runtime.load import GROWTH, WARM, loaded

BROKEN = """
kept = []
def lambda_handler(event, context):
    {body}
    speech = {{"ssml": "<speak>" + str({said}) + "</speak>"}}
    return {{"version": "1.0", "sessionAttributes": {{}}, "response": {{"outputSpeech": speech}}}}
"""


def test_nobody_hears_of_another_and_nothing_grows(package: Path, client: Path) -> None:
    """Two functions with eight people each, until they are warm and as long again."""
    reports = loaded(package, client, functions=2, seconds=0, least=2 * WARM)
    assert [report.faults for report in reports] == [[], []]
    assert all(report.turns >= 2 * WARM and report.warm for report in reports)
    assert all(report.growth <= GROWTH for report in reports)


def broken(folder: Path, body: str, said: str) -> Path:
    """A function that does something wrong."""
    (folder / "lambda_function.py").write_text(BROKEN.format(body=body, said=said))
    return folder


@pytest.mark.parametrize(
    ("body", "said", "told"),
    [
        ("kept.append(str(event['request']))", "kept", "of somebody else"),
        ("print(event)", "1", "Error"),
        ("1 / 0", "1", "ZeroDivisionError"),
        ("import sys; print('warning', file=sys.stderr)", "1", "lines for"),
    ],
)
def test_a_function_that_does_wrong_is_seen(body: str, said: str, told: str, tmp_path: Path, client: Path) -> None:
    """Each kind of wrong is told by the report."""
    [report] = loaded(broken(tmp_path, body, said), client, functions=1, seconds=0, least=60)
    assert told in " ".join(report.faults)


def test_a_function_that_keeps_what_it_hears_is_seen_to_grow(tmp_path: Path, client: Path) -> None:
    """Ten kilobytes a turn."""
    [report] = loaded(broken(tmp_path, "kept.append('x' * 10_000 + str(len(kept)))", "1"), client, 1, 0, WARM + 400)
    assert report.growth > GROWTH


def test_the_same_seed_says_the_same() -> None:
    """A fault can be had again."""
    from tools.runtime.load import _person

    assert _person(random.Random(1)).mark == _person(random.Random(1)).mark
