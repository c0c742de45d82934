"""The function's code: the skill's own files and the run-time tree, laid out as Lambda unpacks it."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

from tools.package.installed import Files, runtime_tree
from tools.package.lean import lean
from tools.package.recorded import recorded

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "lambda"
REQUIREMENTS = FOLDER / "requirements.txt"
#: Lambda refuses code larger than this when it is uploaded directly, in bytes zipped.
LIMIT = 50 * 1024 * 1024
#: For those who build it, not for those who run it.
LEFT_OUT = {"requirements.txt", "Makefile"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def function_files() -> Files:
    """Every file of the package but byte code. PackageError where the run-time tree is not as pinned."""
    return lean(runtime_tree(REQUIREMENTS)) | recorded(own_files(FOLDER))


def own_files(folder: Path) -> Files:
    """A skill's own files."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    named = ((path.relative_to(folder).as_posix(), path) for path in paths)
    return {name: path.read_bytes() for name, path in named if name not in LEFT_OUT}


def laid_out(files: Files, folder: Path) -> Path:
    """The files in a folder, from which everything else is taken away first."""
    if folder.exists():
        shutil.rmtree(folder)
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def zipped(folder: Path) -> bytes:
    """The folder as a zip, the same to the byte whenever and wherever it is made."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, path.read_bytes())
    return archive.getvalue()
