"""What is logged: an allow-list of fields, never what was said, by whom, or what it was about."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

FIELDS = frozenset({"request", "intent", "locale", "milliseconds", "error", "reason", "operation"})
#: The names that come with a request. A damaged one may hold anything there, even what somebody said.
SHAPES = {
    "request": re.compile(r"[A-Za-z.]{1,80}(?:Request|SkillEvent\.[A-Za-z]{1,40})"),
    "intent": re.compile(r"(?:AMAZON\.)?[A-Za-z]{1,60}Intent"),
    "locale": re.compile(r"[a-z]{2}-[A-Z]{2}"),
}
OTHER = "other"

_logger = logging.getLogger("cramp_guide")


def log(event: str, **fields: str | int | None) -> None:
    """One JSON line. A field outside the allow-list is left out, so that nothing about a person can slip in."""
    kept = {name: _shown(name, value) for name, value in fields.items() if name in FIELDS and value is not None}
    _logger.info(json.dumps({"event": event, **kept}))


def _shown(name: str, value: str | int) -> str | int:
    """The value, unless it came with a request and is not what belongs in its place."""
    return value if name not in SHAPES or SHAPES[name].fullmatch(str(value)) else OTHER


def set_up() -> None:
    """Lets the lines through to the handler that the runtime puts in place; on a desk nothing is printed."""
    _logger.setLevel(logging.INFO)


@contextmanager
def unlogged() -> Iterator[None]:
    """No line is logged while this lasts: what happens in it happens to nobody."""
    before, _logger.disabled = _logger.disabled, True
    try:
        yield
    finally:
        _logger.disabled = before
