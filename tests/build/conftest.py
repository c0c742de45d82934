"""A project folder with content and nothing built, for tests to edit."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.build.__main__ import main
from tools.build.source import ROOT

Build = Callable[..., tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of content/ for one locale, so that a build is quick."""
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("en-GB", "en-CA", "en-AU", "en-IN"))
    return tmp_path


@pytest.fixture
def build(project: Path, capsys: pytest.CaptureFixture[str]) -> Build:
    """Runs the build over the copy: its exit code, and what it said to standard error."""

    def run(*arguments: str) -> tuple[int, str]:
        code = main(list(arguments), root=project)
        return code, capsys.readouterr().err

    return run


@pytest.fixture
def written(project: Path) -> Callable[[], dict[str, Any]]:
    """What stands outside content/ in the copy: path to parsed JSON."""

    def files() -> dict[str, Any]:
        found = (path for path in project.rglob("*.json") if "content" not in path.relative_to(project).parts)
        return {str(path.relative_to(project)): json.loads(path.read_text(encoding="utf-8")) for path in found}

    return files
