"""What is logged: an allow-list of fields, never what was said, by whom, or what it was about."""

from __future__ import annotations

import json
import logging

FIELDS = frozenset({"request", "intent", "locale", "milliseconds", "error", "reason"})

_logger = logging.getLogger("cramp_guide")


def log(event: str, **fields: str | int | None) -> None:
    """One JSON line. A field outside the allow-list is left out, so that nothing about a person can slip in."""
    kept = {name: value for name, value in fields.items() if name in FIELDS and value is not None}
    _logger.info(json.dumps({"event": event, **kept}))


def set_up() -> None:
    """Sends the log to standard error once, a line an event."""
    if not _logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        _logger.addHandler(handler)
        _logger.setLevel(logging.INFO)
        _logger.propagate = False
