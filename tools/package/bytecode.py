"""Byte code for the run time's own version of Python, which Lambda cannot keep: its folder is read-only.

Unchecked: Python takes it without looking at the time of the source, which a zip rounds. Of another version it is passed
over and the source is compiled at every cold start; the answers are the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

#: The version in template.yaml.
RUNTIME = (3, 13)
#: Where Lambda unpacks the package: what a traceback shows.
TASK_ROOT = "/var/task"
NAME = f"python{RUNTIME[0]}.{RUNTIME[1]}"
MISSING = (
    f"No {NAME} was found, so the package holds no byte code. It answers the same, and a cold start takes about 2.6 times "
    f"as long. Install it, or name it: make package RUNTIME_PYTHON=/path/to/{NAME}"
)


def runtime_python(named: str = "") -> str | None:
    """An interpreter of the run time's version: the one named, this one, or one on the path. None where there is none."""
    candidates = [named] if named else [sys.executable, shutil.which(NAME) or ""]
    return next((python for python in candidates if python and version_of(python) == RUNTIME), None)


def version_of(python: str) -> tuple[int, int] | None:
    """The minor version of an interpreter; None where it does not run."""
    try:
        command = [python, "-I", "-S", "-c", "import sys; print(*sys.version_info[:2])"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    major, minor = done.stdout.split()
    return int(major), int(minor)


def compiled(folder: Path, python: str) -> None:
    """Puts byte code beside every source in the folder. CalledProcessError where a source is not Python."""
    places = ["-s", str(folder), "-p", TASK_ROOT]
    command = [python, "-P", "-S", "-W", "ignore", "-m", "compileall", "-q", "-f", *places]
    # A fixed seed: sets of constants would otherwise be written in another order each time.
    environment = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONHASHSEED": "0"}
    subprocess.run([*command, "--invalidation-mode", "unchecked-hash", str(folder)], check=True, env=environment)
