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
    """Lets the lines through to the handler that the runtime puts in place; on a desk nothing is printed."""
    _logger.setLevel(logging.INFO)
