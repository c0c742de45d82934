"""What was built for each locale, and the pages it was built from."""

import json
from pathlib import Path
from typing import Any

import pytest

from guide.pack import PACKS
from tools.build.source import ROOT, Page, read_pages, read_toml

LOCALES = sorted(path.stem for path in (ROOT / "interaction_model").glob("*.json"))


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    """Each locale in turn."""
    return str(request.param)


@pytest.fixture
def content(locale: str) -> Any:
    """The built pack of the locale."""
    return json.loads(Path(PACKS, f"{locale}.json").read_text(encoding="utf-8"))


@pytest.fixture
def region(locale: str) -> Any:
    """The settings of the locale, as people edit them."""
    return read_toml(ROOT / "content" / locale / "region.toml")


@pytest.fixture(scope="session")
def topic_pages() -> dict[str, Page]:
    """The topic pages by id."""
    return read_pages(ROOT / "content" / "en" / "topics")


@pytest.fixture(scope="session")
def question_pages() -> dict[str, Page]:
    """The pages of the check's questions by id."""
    return read_pages(ROOT / "content" / "en" / "questions")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
