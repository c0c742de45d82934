"""Cold starts under Amazon's own runtime client: from the start of the process until the first answer is posted."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tools.bench.figure import MEGABYTES, Figure
from tools.bench.skills import Skills
from tools.bench.turns import Asked
from tools.runtime.client import function


class Start(NamedTuple):
    """A cold start: seconds until the first answer, those of them after init, bytes of memory, and standard error."""

    whole: float
    first: float
    memory: int
    complained: str


def cold_starts(turn: Asked, rounds: int, skills: Skills, client: Path) -> list[Figure]:
    """Cold start, first turn after init and memory, for a turn that is a process's first."""
    taken = [_round(turn, index, skills, client) for index in range(rounds)]
    whole = [[start.whole for start in starts] for starts in taken]
    peer = tuple((ours, strong) for ours, strong, _, _ in whole)
    shipped = tuple((ours, bare) for ours, _, bare, _ in whole)
    first = tuple((starts[0].first, starts[1].first) for starts in taken)
    memory = tuple((starts[0].memory - starts[3].memory, starts[1].memory - starts[3].memory) for starts in taken)
    noise = len(taken[0][0].complained)
    return [
        Figure(f"cold start, {turn.name}", "the strong peer's", peer, reach=0.50),
        Figure(f"cold start, {turn.name}", "the peer's as sam build ships it", shipped, reach=0.20),
        Figure(f"first turn after init, {turn.name}", "the strong peer's", first, reach=0.05),
        Figure(f"memory, {turn.name}", "the strong peer's over the interpreter", memory, unit=MEGABYTES, reach=0.60),
        Figure(f"stderr bytes, {turn.name}", "the one byte not allowed", ((noise, 1),), budget=True),
    ]


def growth(turn: Asked, rounds: int, ours: Path, grown: Path, client: Path) -> list[Figure]:
    """The same of the skill with ten times the content, against the skill as it is."""
    taken = [
        [_start(skill, client, turn, ours_too=True) for skill in ((grown, ours) if index % 2 else (ours, grown))]
        for index in range(rounds)
    ]
    pairs = [starts if index % 2 else starts[::-1] for index, starts in enumerate(taken)]
    cold = tuple((large.whole, small.whole) for large, small in pairs)
    memory = tuple((float(large.memory), float(small.memory)) for large, small in pairs)
    return [
        Figure(f"ten times the content: cold, {turn.name}", "today's content", cold, reach=1.15),
        Figure(f"ten times the content: memory, {turn.name}", "today's content", memory, unit=MEGABYTES),
    ]


def _round(turn: Asked, index: int, skills: Skills, client: Path) -> list[Start]:
    """A start of ours, the peer, the peer as shipped and the floor; every round begins with another one."""
    order = [skills.ours, skills.peer, skills.shipped, skills.floor]
    first = index % len(order)
    turned: Sequence[Path] = [*order[first:], *order[:first]]
    taken = {skill: _start(skill, client, turn, skill == skills.ours) for skill in turned}
    return [taken[skill] for skill in order]


def _start(skill: Path, client: Path, turn: Asked, ours_too: bool) -> Start:
    with ExitStack() as stack:
        began = perf_counter()
        running = stack.enter_context(function(skill, client))
        running.api.ready()
        sent = perf_counter()
        running.api.send(turn.event if ours_too else turn.peer_event)
        _, done = running.api.answer()
        return Start(done - began, done - sent, running.memory(), running.complained())
