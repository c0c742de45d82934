"""What is deployed: the files of lambda/ or of the peer, and the run-time tree that lambda/requirements.txt pins."""

from __future__ import annotations

import io
import shutil
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from simulator.skill import FOLDER
from tools.bench.figure import MEGABYTES, BenchError, Figure

PEER = Path(__file__).parent / "peer"
REQUIREMENTS = FOLDER / "requirements.txt"
#: Name in the package, and the file.
Files = dict[str, Path]


def runtime_tree() -> Files:
    """The installed files of every pinned package. BenchError when one is missing or of another version."""
    lines = [line.strip() for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines()]
    pins = [line.partition("==") for line in lines if line and not line.startswith("#")]
    return {name: path for package, _, version in pins for name, path in _installed(package, version).items()}


def source_of(folder: Path) -> Files:
    """A skill's own files."""
    return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file() and _deployed(path)}


def zipped(files: Files) -> int:
    """The size of the package in bytes."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in files.items():
            archive.write(path, name)
    return len(package.getvalue())


def copied(files: Files, folder: Path) -> Path:
    """The files laid out in a folder, which is made for them."""
    for name, path in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


def package_size() -> Figure:
    """The zipped package against the peer's with the same tree."""
    tree = runtime_tree()
    sizes = zipped(tree | source_of(FOLDER)), zipped(tree | source_of(PEER))
    return Figure("package, zipped", "the peer's package", (sizes,), unit=MEGABYTES)


def _installed(package: str, version: str) -> Files:
    try:
        found = distribution(package)
    except PackageNotFoundError:
        raise BenchError(f"{package} is not installed: run make setup.") from None
    if found.version != version:
        raise BenchError(f"{package} is {found.version} here, and {version} is pinned: run make setup.")
    files = {str(file): Path(str(found.locate_file(file))) for file in found.files or []}
    return {name: path for name, path in files.items() if not name.startswith("..") and _deployed(path)}


def _deployed(path: Path) -> bool:
    return "__pycache__" not in path.parts and path.suffix != ".pyc"
