"""A stand-in for Lambda's Runtime API, as much of it as the runtime client asks for: next, response and error.

The paths and headers are those of AWS's "Building a custom runtime" page. It listens on loopback only.
"""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from time import perf_counter, time
from typing import Any

Json = dict[str, Any]
VERSION = "/2018-06-01/runtime"
#: Milliseconds that the function has, as in template.yaml.
TIMEOUT = 7000
ARN = "arn:aws:lambda:us-east-1:000000000000:function:cramp-guide:live"


class RuntimeFault(Exception):
    """The function failed: what the runtime client posted in place of a response, or that it posted nothing."""


@dataclass(frozen=True)
class Moment:
    """Something that the runtime client did: ``next``, ``response`` or ``error``, when, and with what body."""

    what: str
    at: float
    body: bytes = b""


class RuntimeApi:
    """One function's Runtime API: give it an event with `invoke`, and it gives back what the function answered."""

    def __init__(self, address: str) -> None:
        """`address` is where the runtime client finds it."""
        self.address = address
        self.events: Queue[bytes] = Queue()
        self.moments: Queue[Moment] = Queue()

    def ready(self, timeout: float = 60) -> float:
        """When the function asked for its next event, by ``perf_counter``. RuntimeFault when it does not."""
        return self._moment("next", timeout).at

    def send(self, event: Any) -> None:
        """Gives the function its next event."""
        self.events.put(json.dumps(event).encode())

    def answer(self, timeout: float = 60) -> tuple[Any, float]:
        """What the function answered, and when. RuntimeFault when it failed."""
        moment = self._moment("response", timeout)
        return json.loads(moment.body), moment.at

    def invoke(self, event: Any) -> Any:
        """A whole turn with a function that is ready or will be: its answer. RuntimeFault when it failed."""
        self.ready()
        self.send(event)
        return self.answer()[0]

    def _moment(self, what: str, timeout: float) -> Moment:
        try:
            moment = self.moments.get(timeout=timeout)
        except Empty:
            raise RuntimeFault(f"The function did not come to its {what}.") from None
        if moment.what != what:
            raise RuntimeFault(f"{moment.what} in place of {what}: {moment.body.decode(errors='replace')[:2000]}")
        return moment


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A function that is ended in the middle of a request is no error here."""


def _handler(api: RuntimeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """One request of the runtime client."""

        protocol_version = "HTTP/1.1"
        # Head and body go out as one: apart, the second would wait for the first to be acknowledged.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            """The next event: the runtime client waits for it as long as it takes."""
            api.moments.put(Moment("next", perf_counter()))
            self._reply(200, api.events.get(), _headers())

        def do_POST(self) -> None:
            """A response, or an error."""
            body = self.rfile.read(int(self.headers["Content-Length"]))
            what = "response" if self.path.endswith("/response") else "error"
            api.moments.put(Moment(what, perf_counter(), body))
            self._reply(202, b'{"status":"OK"}')

        def _reply(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is printed."""

    return Handler


def _headers() -> dict[str, str]:
    return {
        "Lambda-Runtime-Aws-Request-Id": str(uuid.uuid4()),
        "Lambda-Runtime-Deadline-Ms": str(int(time() * 1000) + TIMEOUT),
        "Lambda-Runtime-Invoked-Function-Arn": ARN,
    }


@contextmanager
def runtime_api() -> Iterator[RuntimeApi]:
    """A Runtime API while the context lasts, on a free port of the loopback interface."""
    api = RuntimeApi("")
    server = _Server(("127.0.0.1", 0), _handler(api))
    api.address = f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
