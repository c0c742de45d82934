"""The two calls of the Skill Management API that are needed here, one at a time and never faster than it allows."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from tools.ask.access import Access
from tools.ask.fault import AskError
from tools.ask.http import Answer, send

BASE = "https://api.amazonalexa.com"
#: Seconds between two calls (platform rules, 7.3).
SPACING = 1.5
#: How often a simulation is asked after, and how often a call is made again that the service was too busy for.
MOST_POLLS, MOST_TRIES = 20, 5
BUSY = (409, 429, 500, 503)
Json = Mapping[str, Any]


@dataclass
class Pace:
    """Lets a call go when its time has come."""

    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep
    next: float = 0.0

    def go(self) -> None:
        """Waits until at least SPACING seconds after the call before."""
        now = self.clock()
        if now < self.next:
            self.wait(self.next - now)
        self.next = max(now, self.next) + SPACING


@dataclass
class Smapi:
    """One skill in its development stage."""

    skill: str
    access: Access
    base: str = BASE
    pace: Pace = field(default_factory=Pace)

    def simulate(self, locale: str, utterance: str, *, new: bool) -> Json:
        """The result of one utterance in Amazon's simulator; `new` begins a session. AskError where it fails."""
        body = {
            "input": {"content": utterance},
            "device": {"locale": locale},
            "session": {"mode": "FORCE_NEW_SESSION" if new else "DEFAULT"},
            "simulation": {"type": "DEFAULT"},
        }
        path = f"/v2/skills/{quote(self.skill)}/stages/development/simulations"
        begun = self._call("POST", path, body)
        for _ in range(MOST_POLLS):
            if begun.get("status") != "IN_PROGRESS":
                break
            begun = self._call("GET", f"{path}/{quote(str(begun.get('id', '')))}")
        result = begun.get("result") or {}
        if begun.get("status") != "SUCCESSFUL":
            said = (result.get("error") or {}).get("message") or f"status {begun.get('status')}"
            raise AskError(f"The simulator did not answer {utterance!r}: {said}")
        return result

    def profile(self, locale: str, utterance: str) -> Json:
        """What the model makes of an utterance, without running the skill."""
        path = f"/v1/skills/{quote(self.skill)}/stages/development/interactionModel/locales/{quote(locale)}/profileNlu"
        return self._call("POST", path, {"utterance": utterance})

    def _call(self, method: str, path: str, body: Json | None = None) -> Json:
        answer = self._sent(method, path, body)
        for _ in range(MOST_TRIES - 1):
            if answer.status not in BUSY and not (answer.status == 401 and self.access.renewed()):
                break
            answer = self._sent(method, path, body)
        if answer.status >= 300:
            message = answer.body.get("message") or answer.body.get("violations") or "no reason given"
            raise AskError(f"{method} {path.rpartition('/')[2]}: status {answer.status}, {message}")
        return answer.body

    def _sent(self, method: str, path: str, body: Json | None) -> Answer:
        headers = {"authorization": f"Bearer {self.access.token()}", "accept": "application/json"}
        sent = json.dumps(body).encode() if body is not None else None
        self.pace.go()
        return send(method, self.base + path, headers | ({"content-type": "application/json"} if sent else {}), sent)
