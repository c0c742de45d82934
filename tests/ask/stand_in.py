"""A stand-in on this machine for the calls of Amazon that tools/ask makes, in the shapes of ask-smapi-model 1.36.0."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

from simulator import Speaker, Turn

Json = dict[str, Any]
SKILL = "amzn1.ask.skill.00000000-0000-0000-0000-000000000001"
SIMULATIONS = f"/v2/skills/{SKILL}/stages/development/simulations"
PROFILE = re.compile(rf"/v1/skills/{SKILL}/stages/development/interactionModel/locales/(\w\w-\w\w)/profileNlu")
TOKEN = "Atza|token"


@dataclass
class Amazon:
    """Answers as the service would, by a desk speaker of its own. `spoil` may change a result before it is sent; `busy`
    are statuses that the next calls get first, `polls` how often a simulation is still in progress."""

    spoil: Callable[[Json], Json] = lambda result: result
    busy: list[int] = field(default_factory=list)
    polls: int = 1
    error: str = ""
    accepted: str = TOKEN
    calls: list[tuple[str, str, Json]] = field(default_factory=list)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    results: dict[str, list[Json]] = field(default_factory=dict)

    def __enter__(self) -> Amazon:
        """Listen on loopback."""
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def environment(self, **more: str) -> dict[str, str]:
        """What the ASK CLI's variables hold for somebody with an access token."""
        hosts = {"ASK_SMAPI_SERVER_BASE_URL": self.address, "ASK_LWA_TOKEN_HOST": self.address}
        return {"SKILL_ID": SKILL, "ASK_ACCESS_TOKEN": TOKEN, **hosts, **more}

    def answer(self, method: str, path: str, authorization: str, body: Json) -> tuple[int, Json]:
        """The status and body for one call."""
        self.calls.append((method, path, body))
        if path == "/auth/o2/token":
            return self._token(body)
        if authorization != f"Bearer {self.accepted}":
            return 401, {"message": "The auth token is invalid or expired."}
        if self.busy:
            return self.busy.pop(0), {"message": "Too many requests."}
        if (method, path) == ("POST", SIMULATIONS):
            return self._begin(body)
        if method == "GET" and path.startswith(SIMULATIONS + "/"):
            return 200, self._next(path.rpartition("/")[2])
        if method == "POST" and (found := PROFILE.fullmatch(path)):
            return 200, self.spoil(self._profile(found[1], body))
        return 404, {"message": f"no {method} {path}"}

    def _token(self, form: Json) -> tuple[int, Json]:
        known = {"grant_type": "refresh_token", "refresh_token": "Atzr|r", "client_id": "id", "client_secret": "secret"}
        if form != known:
            return 400, {"error": "invalid_grant"}
        self.accepted = TOKEN
        return 200, {"access_token": TOKEN, "expires_in": 3600, "token_type": "bearer"}

    def _begin(self, body: Json) -> tuple[int, Json]:
        if set(body) != {"input", "device", "session", "simulation"}:
            return 400, {"message": "bad request", "violations": [{"message": str(sorted(body))}]}
        locale, mode = body["device"]["locale"], body["session"]["mode"]
        if mode == "FORCE_NEW_SESSION" or locale not in self.speakers:
            self.speakers[locale] = Speaker(locale)
        turn = self.speakers[locale].say(body["input"]["content"])
        id = str(len(self.results))
        waiting = {"id": id, "status": "IN_PROGRESS", "result": None}
        done = {"id": id, "status": "SUCCESSFUL", "result": self.spoil(_simulated(turn))}
        if self.error:
            done = {"id": id, "status": "FAILED", "result": {"error": {"message": self.error}}}
        self.results[id] = [waiting] * self.polls + [done]
        return 200, self._next(id)

    def _next(self, id: str) -> Json:
        left = self.results[id]
        return left.pop(0) if len(left) > 1 else left[0]

    def _profile(self, locale: str, body: Json) -> Json:
        speaker = Speaker(locale)
        speaker.open()
        turn = speaker.say(body["utterance"])
        intent = (turn.sent or {}).get("request", {}).get("intent")
        return {"sessionEnded": turn.ended, "selectedIntent": intent, "consideredIntents": [], "multiTurn": None}


def _simulated(turn: Turn) -> Json:
    """A result of a simulation, with what went to the skill and came back."""
    invocation = {
        "invocationRequest": {"endpoint": "arn:aws:lambda:us-east-1:000000000000:function:cramp-guide", "body": turn.sent},
        "invocationResponse": {"body": turn.returned},
        "metrics": {"skillExecutionTimeInMilliseconds": 12},
    }
    speech = [{"type": "Speech", "content": {"caption": turn.speech}}]
    return {
        "alexaExecutionInfo": {"alexaResponses": speech, "consideredIntents": []},
        "skillExecutionInfo": {"invocations": [invocation]},
        "error": None,
    }


def _handler(amazon: Amazon) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Passes every request on."""

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

        def _answer(self) -> None:
            raw = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            form = self.headers.get("content-type") == "application/x-www-form-urlencoded"
            body = {key: value for key, (value,) in parse_qs(raw).items()} if form else json.loads(raw or "{}")
            status, answer = amazon.answer(self.command, self.path, self.headers.get("authorization", ""), body)
            sent = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

    return Handler
