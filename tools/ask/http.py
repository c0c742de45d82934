"""One request over HTTPS with JSON both ways."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from tools.ask.fault import AskError

#: Seconds to wait for an answer: the simulator runs the whole skill meanwhile.
PATIENCE = 30
LOOPBACK = ("localhost", "127.0.0.1")


@dataclass(frozen=True)
class Answer:
    """The status, and what came with it; an empty mapping where that was no JSON object."""

    status: int
    body: Mapping[str, Any]


def send(method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
    """What the server answers. AskError where it cannot be reached, or where a secret would travel in the open."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" and host not in LOOPBACK:
        raise AskError(f"{url} is not https: the token would travel in the open.")
    connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = connect(host, parts.port, timeout=PATIENCE)
    try:
        connection.request(method, parts.path, body, dict(headers))
        response = connection.getresponse()
        return Answer(response.status, _object(response.read()))
    except (OSError, HTTPException) as error:
        raise AskError(f"{host} cannot be reached: {type(error).__name__}.") from error
    finally:
        connection.close()


def _object(text: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(text or b"{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
