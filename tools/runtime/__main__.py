"""``python -m tools.runtime`` holds conversations with the packaged function under several runtime clients at once.

It fails on any error, on memory that grows, and on anything of one person in another's answer.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.package.bytecode import compiled
from tools.package.fault import PackageError
from tools.package.function import function_files, laid_out
from tools.runtime.client import client_folder
from tools.runtime.load import GROWTH, WARM, loaded

MOST_FUNCTIONS = 16


def main(arguments: list[str]) -> int:
    """Runs the load and prints a line for each function. Returns the exit code: 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.runtime", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, metavar="M", help="how long (10)")
    parser.add_argument(
        "--functions", type=int, default=4, choices=range(1, MOST_FUNCTIONS + 1), metavar="N", help="how many (4)"
    )
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        try:
            package = laid_out(function_files(), Path(scratch) / "task")
        except PackageError as fault:
            print(fault, file=sys.stderr)
            return 2
        compiled(package, sys.executable)
        client = client_folder(Path(scratch) / "client")
        reports = loaded(package, client, chosen.functions, chosen.minutes * 60)
    for number, report in enumerate(reports, 1):
        memory = f"{report.growth / 1e6:+.1f} MB since turn {WARM}" if report.warm else f"not warm: fewer than {WARM} turns"
        print(f"function {number}: {report.turns} turns, {memory}, {len(report.faults)} faults")
        for wrong in sorted(set(report.faults))[:5]:
            print(f"  {wrong}", file=sys.stderr)
    return 1 if any(report.faults or report.growth > GROWTH for report in reports) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
