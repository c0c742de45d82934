"""A first turn at import, for nobody: what later turns need is loaded before anybody waits for it.

Lambda imports at full speed, and serves the first request at the speed that the memory pays for.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from skill.logs import unlogged

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]

#: The locale that is most likely asked for first in each region that Alexa calls (platform rules, 5.3).
LOCALES = {"eu-west-1": "en-GB", "us-west-2": "en-AU"}
LIKELY = "en-US"


def primed(handler: Handler) -> Handler:
    """The handler, after a turn whose answer nobody hears. It names no user, so nothing is read or kept for one.

    The vocabulary of free words is left to the first who uses them: it is most of the memory, and most turns need none.
    """
    with unlogged():
        handler(_envelope({"type": "LaunchRequest"}), None)
    return handler


def _envelope(request: dict[str, Any]) -> dict[str, Any]:
    application = {"applicationId": os.environ.get("SKILL_ID", "")}
    locale = LOCALES.get(os.environ.get("AWS_REGION", ""), LIKELY)
    return {
        "version": "1.0",
        "session": {"new": True, "application": application, "attributes": {}},
        "context": {"System": {"application": application}},
        "request": {**request, "locale": locale},
    }
