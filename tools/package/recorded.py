"""The skill's own sources in the package, with ``records.py`` in place of the standard library's ``dataclasses``."""

from __future__ import annotations

import ast
from pathlib import Path

from tools.package.fault import PackageError
from tools.package.installed import Files

RECORDS = Path(__file__).with_name("records.py")
#: What records.py has of dataclasses, and what of it the skill's sources may use.
KNOWN = {"FrozenInstanceError", "asdict", "dataclass", "field", "fields", "replace"}
OPTIONS = {"frozen"}


def recorded(files: Files) -> Files:
    """The skill's files with the substitution made. PackageError where one uses more than records.py has."""
    changed = {name: _changed(name, data) for name, data in files.items() if name.endswith(".py")}
    return files | changed | {RECORDS.name: RECORDS.read_bytes()}


def _changed(name: str, data: bytes) -> bytes:
    text = data.decode()
    if "dataclass" not in text:
        return data
    lines = text.splitlines(keepends=True)
    for node in ast.walk(ast.parse(text)):
        _checked(name, node)
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses":
            lines[node.lineno - 1] = lines[node.lineno - 1].replace("from dataclasses import", f"from {RECORDS.stem} import")
    return "".join(lines).encode()


def _checked(name: str, node: ast.AST) -> None:
    """Refuses what records.py does not have. PackageError says where."""
    unknown: set[str] = set()
    if isinstance(node, ast.Import):
        unknown = {alias.name for alias in node.names} & {"dataclasses"}
    elif isinstance(node, ast.ImportFrom) and node.module == "dataclasses":
        unknown = {alias.name for alias in node.names} - KNOWN
    elif isinstance(node, ast.ClassDef):
        calls = [
            call for call in node.decorator_list if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "dataclass"
        ]
        unknown = {str(keyword.arg) for call in calls for keyword in call.keywords} - OPTIONS
        if node.bases and any(
            getattr(call, "id", "") == "dataclass" for call in [*node.decorator_list, *(c.func for c in calls)]
        ):
            unknown = unknown | {"a base class"}
    if unknown:
        place = f"{name}:{getattr(node, 'lineno', 0)}"
        raise PackageError(f"{place}: tools/package/records.py has no {', '.join(sorted(unknown))}. Add it, with a test.")
