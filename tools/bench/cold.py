"""Fresh processes: what a cold start takes beyond the interpreter's own share, and what a turn has imported."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple

from simulator.skill import FOLDER
from tools.bench.figure import BenchError, Figure
from tools.bench.package import PEER, copied, runtime_tree, source_of
from tools.bench.turns import Asked

FIRST_TURN = Path(__file__).parent / "first_turn.py"
# Isolated and without site: no .pth file, no PYTHON* variable and no user's packages have a say.
PYTHON = (sys.executable, "-I", "-S")
#: Byte code that Python takes without looking at the source's time, which a zip would round.
COMPILE = (*PYTHON, "-W", "ignore", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash")


class Start(NamedTuple):
    """A fresh process: the folders it imports from, the skill's first, and the requests it answers."""

    roots: tuple[Path, ...] = ()
    events: tuple[dict[str, Any], ...] = ()


def cold_starts(turns: Sequence[Asked], rounds: int) -> list[Figure]:
    """A figure for each turn as a process's first, both skills compiled beforehand. BenchError when one is not answered."""
    with TemporaryDirectory() as scratch:
        tree = copied(runtime_tree(), Path(scratch) / "tree")
        ours = copied(source_of(FOLDER), Path(scratch) / "ours")
        peer = copied(source_of(PEER), Path(scratch) / "peer")
        subprocess.run([*COMPILE, scratch], check=True)
        starts = [Start()]
        for turn in turns:
            starts += [Start((ours, tree), (turn.event,)), Start((peer, tree), (turn.peer_event,))]
        said = [[answer["response"]["outputSpeech"]["ssml"] for answer in _outcome(start)["answers"]] for start in starts]
        if said[1::2] != [[turn.ssml] for turn in turns]:
            raise BenchError("In a fresh process the skill answers otherwise than here: run make test.")
        taken = [_round(starts, index) for index in range(rounds)]
    pairs = [[(mine - bare, theirs - bare) for bare, mine, theirs in zip(*sides, strict=True)] for sides in _sides(taken)]
    return [
        Figure(f"cold start, {turn.name}", "the peer's cold start", tuple(of_turn))
        for turn, of_turn in zip(turns, pairs, strict=True)
    ]


def unwanted_imports(turns: Sequence[Asked], folder: Path = FOLDER) -> list[str]:
    """What a fresh process has imported after all the turns though it had no use for it.

    The process could import it: it sees everything that is installed here. BenchError when boto3 is not.
    """
    if find_spec("boto3") is None:
        raise BenchError("That boto3 is left alone shows only where it is installed: run make setup.")
    roots = (folder, Path(sysconfig.get_path("purelib")))
    unwanted: list[str] = _outcome(Start(roots, tuple(turn.event for turn in turns)))["unwanted"]
    return unwanted


def _sides(taken: Sequence[Sequence[float]]) -> list[tuple[tuple[float, ...], ...]]:
    """For each turn the seconds of all rounds: of the bare interpreter, the skill and the peer."""
    bare, *columns = zip(*taken, strict=True)
    return [(bare, mine, theirs) for mine, theirs in zip(columns[::2], columns[1::2], strict=True)]


def _round(starts: Sequence[Start], index: int) -> list[float]:
    """The seconds of each start, in the order given; every round begins with another one."""
    first = index % len(starts)
    order = [*range(first, len(starts)), *range(first)]
    taken = {number: _seconds(starts[number]) for number in order}
    return [taken[number] for number in range(len(starts))]


def _seconds(start: Start) -> float:
    command, requests = _command(start), json.dumps(start.events).encode()
    began = perf_counter()
    subprocess.run(command, input=requests, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return perf_counter() - began


def _outcome(start: Start) -> dict[str, Any]:
    """What the process tells of itself. BenchError when it fails."""
    done = subprocess.run(_command(start), input=json.dumps(start.events).encode(), capture_output=True, check=False)
    if done.returncode:
        raise BenchError(f"A fresh process failed: {done.stderr.decode().strip()}")
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


def _command(start: Start) -> list[str]:
    # -B: the sources that stand here get no byte code from a measurement; the copies have theirs already.
    return [*PYTHON, "-B", str(FIRST_TURN), *map(str, start.roots)]
