"""A function under awslambdaric, Amazon's own runtime client for Python, with nothing else installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import IO

from tools.runtime.api import RuntimeApi, runtime_api

#: The runtime client and what it needs.
CLIENT = ("awslambdaric", "simplejson", "snapshot-restore-py")
HANDLER = "lambda_function.lambda_handler"
#: Starts the client as Lambda does; isolated, so that nothing of this machine's is imported.
_START = (
    "import sys; sys.path[:0] = sys.argv[1:3]; sys.argv[1:] = [sys.argv[3]]; "
    "from awslambdaric.__main__ import main; main(sys.argv)"
)


@dataclass
class Function:
    """A running function: its Runtime API, its process, and what it wrote."""

    api: RuntimeApi
    process: subprocess.Popen[bytes]
    output: IO[bytes]
    errors: IO[bytes]

    def memory(self, what: str = "VmHWM") -> int:
        """Bytes of memory: ``VmHWM`` is the most that it has held, ``VmRSS`` what it holds. Linux only."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith(f"{what}:"))
        return int(line.split()[1]) * 1024

    def printed(self) -> str:
        """What it has written to standard output so far: the log."""
        return self._read(self.output)

    def complained(self) -> str:
        """What it has written to standard error so far."""
        return self._read(self.errors)

    @staticmethod
    def _read(stream: IO[bytes]) -> str:
        stream.seek(0)
        return stream.read().decode()


def client_folder(folder: Path) -> Path:
    """The runtime client alone in a folder, so that a function run with it sees nothing else that is installed here."""
    for package in CLIENT:
        for file in distribution(package).files or ():
            target = folder / str(file)
            if ".." not in file.parts and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.symlink_to(Path(str(file.locate())))
    return folder


@contextmanager
def function(code: Path, client: Path, environment: Mapping[str, str] | None = None) -> Iterator[Function]:
    """The function whose package lies in `code`, starting up; it is ended with the context."""
    with runtime_api() as api, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        command = [sys.executable, "-I", "-S", "-B", "-c", _START, str(client), str(code), HANDLER]
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=errors,
            stdin=subprocess.DEVNULL,
            env=_environment(api, code, environment or {}),
            cwd=code,
        )
        try:
            yield Function(api, process, output, errors)
        finally:
            process.kill()
            process.wait()


def _environment(api: RuntimeApi, code: Path, more: Mapping[str, str]) -> dict[str, str]:
    return {
        "AWS_LAMBDA_RUNTIME_API": api.address,
        "LAMBDA_TASK_ROOT": str(code),
        "AWS_REGION": "us-east-1",
        "AWS_LAMBDA_FUNCTION_NAME": "cramp-guide",
        "AWS_LAMBDA_LOG_FORMAT": "JSON",
        "PATH": os.environ.get("PATH", os.defpath),
        **more,
    }
