"""What a fresh process has imported after all the turns though it had no use for it."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tools.bench.figure import BenchError
from tools.bench.turns import Asked

FIRST_TURN = Path(__file__).parent / "first_turn.py"


def unwanted_imports(turns: Sequence[Asked], folder: Path) -> list[str]:
    """The names. The process could import them: it sees everything that is installed here. BenchError when boto3 is not."""
    if find_spec("boto3") is None:
        raise BenchError("That boto3 is left alone shows only where it is installed: run make setup.")
    command = [sys.executable, "-I", "-S", "-B", str(FIRST_TURN), str(folder), sysconfig.get_path("purelib")]
    requests = json.dumps([turn.event for turn in turns]).encode()
    done = subprocess.run(command, input=requests, capture_output=True, check=False)
    if done.returncode:
        raise BenchError(f"A fresh process failed: {done.stderr.decode().strip()}")
    unwanted: list[str] = json.loads(done.stdout)["unwanted"]
    return unwanted
