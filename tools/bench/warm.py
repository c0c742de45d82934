"""Warm turns of the packaged skills, each in a process of its own, the processes taken turn about."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tools.bench.figure import BenchError, Figure
from tools.bench.skills import Skills
from tools.bench.turns import Asked

CALLS = Path(__file__).parent / "calls.py"
#: Calls of each request in a round, and how many of the first do not count.
TIMES, WARMING = 300, 50
#: What the ratio is to reach: of the median and of the slowest in a hundred, for the turns that have a goal.
REACH = (0.30, 0.50)


def warm_turns(turns: Sequence[Asked], rounds: int, skills: Skills, named: str = "") -> list[Figure]:
    """Two figures for each turn, p50 and p99, against the peer's answer to the same request.

    `named` stands before the names where the peer is this skill itself, which then gets its own requests.
    """
    taken = [_round(turns, index, skills, bool(named)) for index in range(rounds)]
    of = "today's content" if named else "the strong peer's turn"
    figures = []
    for number, turn in enumerate(turns):
        sides = [(ours[number], peer[number]) for ours, peer in taken]
        p50 = tuple((median(ours), median(peer)) for ours, peer in sides)
        p99 = tuple((_p99(ours), _p99(peer)) for ours, peer in sides)
        goals = (0.0, 0.0) if named or turn.name.startswith("free statement") else REACH
        figures.append(Figure(f"{named}warm turn p50, {turn.name}", of, p50, reach=goals[0]))
        figures.append(Figure(f"{named}warm turn p99, {turn.name}", of, p99, reach=goals[1]))
    return figures


def _round(turns: Sequence[Asked], index: int, skills: Skills, same: bool) -> tuple[list[list[float]], list[list[float]]]:
    sides = [
        (skills.ours, [turn.event for turn in turns]),
        (skills.peer, [turn.event if same else turn.peer_event for turn in turns]),
    ]
    first, second = (_seconds(skill, events) for skill, events in (sides[::-1] if index % 2 else sides))
    return (second, first) if index % 2 else (first, second)


def _seconds(skill: Path, events: list[dict[str, Any]]) -> list[list[float]]:
    """The seconds of each call, request by request. BenchError when the process fails."""
    given = json.dumps({"events": events, "calls": TIMES + WARMING, "warming": WARMING}).encode()
    command = [sys.executable, "-I", "-S", "-B", "-W", "ignore", str(CALLS), str(skill)]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    if done.returncode:
        raise BenchError(f"A fresh process failed: {done.stderr.decode().strip()}")
    taken: list[list[float]] = json.loads(done.stdout)
    return taken


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100, method="inclusive")[98]
