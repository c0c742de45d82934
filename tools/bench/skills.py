"""The skills that are measured beside each other, each laid out as Lambda unpacks it.

The peer is a do-nothing skill on the same ask-sdk-core with everything that the SDK names. The strong peer has unchecked
byte code; as ``sam build`` ships it, it has none. The floor is a handler with no SDK at all.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from tools.bench.figure import BenchError
from tools.bench.growth import PACKS, grown_packs
from tools.package.bytecode import compiled
from tools.package.fault import PackageError
from tools.package.function import FOLDER, REQUIREMENTS, ROOT, function_files, laid_out, own_files
from tools.package.installed import Files, pins, tree
from tools.package.lean import lean
from tools.package.recorded import recorded

PEER = Path(__file__).parent / "peer"
FLOOR = Path(__file__).parent / "floor"
#: What ask-sdk-core names besides: a peer that is installed as usual has it.
NAMED = ("certifi", "charset-normalizer", "idna", "python-dateutil", "requests", "urllib3")


@dataclass(frozen=True)
class Skills:
    """Where each skill lies."""

    ours: Path
    peer: Path
    shipped: Path
    floor: Path


def published() -> Files:
    """The SDK as it is published, with everything that it names. PackageError where it is not installed as pinned."""
    named = [pin for pin in pins(ROOT / "requirements-dev.txt") if pin[0] in NAMED]
    return tree([*pins(REQUIREMENTS), *named])


def laid_out_skills(scratch: Path) -> Skills:
    """All of them, in a folder. BenchError where something is not installed."""
    try:
        sdk = published()
        ours = laid_out(function_files(), scratch / "ours")
    except PackageError as fault:
        raise BenchError(str(fault)) from None
    peer = laid_out(sdk | own_files(PEER), scratch / "peer")
    shipped = laid_out(sdk | own_files(PEER), scratch / "shipped")
    floor = laid_out(own_files(FLOOR), scratch / "floor")
    for folder in (ours, peer, floor):
        compiled(folder, sys.executable)
    return Skills(ours, peer, shipped, floor)


def grown(skill: Path, scratch: Path, times: int = 10) -> Path:
    """The skill with that many times the topics and that many locales, made up: what growth alone costs."""
    files = lean(tree(pins(REQUIREMENTS))) | recorded(own_files(FOLDER))
    others = {name: data for name, data in files.items() if not name.startswith(PACKS)}
    folder = laid_out(others | grown_packs(files, times), scratch / f"{skill.name}-grown")
    compiled(folder, sys.executable)
    return folder
