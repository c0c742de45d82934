"""The package, built once for all tests, and the function that runs from it with nothing else installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tools.package.bytecode import compiled
from tools.package.function import function_files, laid_out
from tools.runtime.client import Function, client_folder, function

settings.register_profile("fuzz", max_examples=20_000, deadline=None, print_blob=True)


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The function's code as it is deployed, with byte code for the interpreter that runs the tests."""
    folder = laid_out(function_files(), tmp_path_factory.mktemp("package") / "task")
    compiled(folder, sys.executable)
    return folder


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runtime client by itself."""
    return client_folder(tmp_path_factory.mktemp("client"))


@pytest.fixture(scope="session")
def running(package: Path, client: Path) -> Iterator[Function]:
    """A function that has started, for all tests of a session: as Lambda keeps one between requests."""
    with function(package, client) as started:
        yield started


@pytest.fixture(autouse=True)
def no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a developer's own environment reaches the skill."""
    for name in ("SKILL_ID", "TABLE", "WITHDRAWN", "PREFERENCES_FILE"):
        monkeypatch.delenv(name, raising=False)
    assert "TABLE" not in os.environ
