"""``python -m tools.package`` makes what is deployed: the function's code and the skill package."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tools.package.alexa import VARIABLE, endpoints, skill_package
from tools.package.bytecode import MISSING, compiled, runtime_python
from tools.package.fault import PackageError
from tools.package.function import ROOT, function_files, laid_out, zipped

BUILD = ROOT / "build"


def main(arguments: list[str]) -> int:
    """Packages the project. Returns the exit code: 1 when something is not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tools.package", description=__doc__)
    parser.add_argument("--function", type=Path, metavar="FOLDER", help="make the function's code only, in this folder")
    parser.add_argument("--python", default="", metavar="PATH", help="an interpreter of the run time's version, for byte code")
    parser.add_argument(
        "--endpoints",
        type=Path,
        metavar="FILE",
        help=f"alias ARNs by region, as JSON; or {VARIABLE}NA, ...EU, ...FE in the environment",
    )
    chosen = parser.parse_args(arguments)
    try:
        if not chosen.function:
            _skill_package(endpoints(os.environ, chosen.endpoints))
        _function(chosen.function or BUILD / "function", chosen.python)
    except PackageError as fault:
        print(fault, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError:
        print("The byte code could not be made: see above.", file=sys.stderr)
        return 1
    return 0


def _skill_package(arns: dict[str, str]) -> None:
    package = skill_package(BUILD, arns)
    where = ", ".join(arns) if arns else f"placeholders, for no ARN was given ({VARIABLE}NA, ...EU, ...FE)"
    print(f"{_shown(package)}: endpoints {where}")


def _function(folder: Path, named: str) -> None:
    laid_out(function_files(), folder)
    if python := runtime_python(named):
        compiled(folder, python)
    else:
        print(MISSING, file=sys.stderr)
    print(f"{_shown(folder)}: {len(zipped(folder)) / 1e6:.1f} MB zipped")


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
