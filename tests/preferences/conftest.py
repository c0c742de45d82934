"""A table to keep preferences in: a pretended one in this process, or one at any endpoint of DynamoDB.

DYNAMODB_ENDPOINT=http://localhost:8000 runs the same tests against what answers there.
"""

import json
import logging
import os
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from moto import mock_aws

from skill.preferences import ready
from skill.store import store_for
from tests.preferences.table import SETTINGS, Table, create

ENDPOINT = os.environ.get("DYNAMODB_ENDPOINT", "")


@pytest.fixture(autouse=True)
def logging_on() -> Iterator[None]:
    """Lines are logged, whatever a test elsewhere has switched off for the whole process."""
    before = logging.root.manager.disable
    logging.disable(logging.NOTSET)
    yield
    logging.disable(before)


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment of a function that has a table of its own, which nobody has made yet."""
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TABLE", f"preferences-{uuid.uuid4()}")
    monkeypatch.delenv("HASH_KEY_BEFORE", raising=False)
    monkeypatch.delenv("PREFERENCES_FILE", raising=False)
    return monkeypatch


@pytest.fixture(params=["moto", pytest.param("endpoint", marks=pytest.mark.skipif(not ENDPOINT, reason="no DYNAMODB_ENDPOINT"))])
def table(request: pytest.FixtureRequest, settings: pytest.MonkeyPatch) -> Iterator[Table]:
    """The table that the skill is told of."""
    if request.param == "endpoint":
        settings.setenv("AWS_ENDPOINT_URL_DYNAMODB", ENDPOINT)
        yield create(os.environ["TABLE"])
        return
    with mock_aws():
        yield create(os.environ["TABLE"])


@pytest.fixture
def client(settings: pytest.MonkeyPatch) -> Any:
    """The skill's own client of a table that is not there, made as at the start of a function."""
    ready()
    return store_for(os.environ).client  # type: ignore[attr-defined]


class Lines(logging.Handler):
    """Keeps every line that the skill logs, as its fields."""

    def __init__(self) -> None:
        """Keep them from now on."""
        super().__init__()
        self.lines: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(json.loads(record.getMessage()))


@pytest.fixture
def faults() -> Iterator[list[dict[str, Any]]]:
    """The lines about the store that are logged while a test runs; a list that fills."""
    kept, logger = _Faults(), logging.getLogger("cramp_guide")
    logger.addHandler(kept)
    yield kept.lines
    logger.removeHandler(kept)


class _Faults(Lines):
    def emit(self, record: logging.LogRecord) -> None:
        if "store_fault" in record.getMessage():
            super().emit(record)
