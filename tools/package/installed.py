"""The run-time tree: the installed files of the packages that lambda/requirements.txt pins, as their wheels had them.

pip has held each wheel against the hash in that file; here each file is held against the wheel's own list (RECORD).
"""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, PackagePath, distribution
from pathlib import Path

from tools.package.fault import PackageError

#: Name in the package, and its bytes.
Files = dict[str, bytes]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def pins(requirements: Path) -> list[tuple[str, str]]:
    """Each package that a requirements file pins, with its version."""
    return _PIN.findall(requirements.read_text(encoding="utf-8"))


def runtime_tree(requirements: Path) -> Files:
    """The files of every pinned package. PackageError when one is missing, of another version, or changed by hand."""
    return tree(pins(requirements))


def tree(pinned: Iterable[tuple[str, str]]) -> Files:
    """The files of the packages named with their versions, without what is only for installers."""
    return {name: data for package, version in pinned for name, data in _files(package, version)}


def _files(package: str, version: str) -> Iterator[tuple[str, bytes]]:
    try:
        found = distribution(package)
    except PackageNotFoundError:
        raise PackageError(f"{package} is not installed: run make setup.") from None
    if found.version != version:
        raise PackageError(f"{package} is {found.version} here, and {version} is pinned: run make setup.")
    for file in found.files or ():
        if _run(file):
            yield str(file), _verified(package, file)


def _run(file: PackagePath) -> bool:
    """Whether a file is run: no metadata, no command, no byte code of the interpreter here, nothing compiled for it."""
    foreign = {"..", "__pycache__", "tests"} & set(file.parts)
    return not foreign and not file.parts[0].endswith(".dist-info") and file.suffix not in (".pyc", ".so", ".pyd")


def _verified(package: str, file: PackagePath) -> bytes:
    data = Path(str(file.locate())).read_bytes()
    if file.hash:
        found = urlsafe_b64encode(hashlib.new(file.hash.mode, data).digest()).rstrip(b"=").decode()
        if found != file.hash.value:
            raise PackageError(f"{file} is not as {package} was published: rm -r .venv, then make setup.")
    return data
