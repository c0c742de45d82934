"""Whatever the store does, the person is answered in time, without preferences: one log line tells of it."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
from botocore.awsrequest import AWSResponse
from urllib3.exceptions import SSLError

from skill.preferences import ready
from skill.store_item import KEPT_FOR, VERSION
from tests.preferences.person import Person
from tests.preferences.table import Table

Faults = list[dict[str, Any]]
#: Seconds within which a person is answered, whatever the store does.
ANSWERED_WITHIN = 2.5


class Raw:
    """The body of a response as botocore reads it."""

    def __init__(self, body: bytes) -> None:
        """Keep it."""
        self._body = body

    def stream(self, **_: Any) -> Iterator[bytes]:
        """All of it at once."""
        yield self._body


def refusing(code: str, status: int = 400) -> Callable[..., AWSResponse]:
    """What AWS answers in place of DynamoDB's own answer."""
    body = f'{{"__type": "com.amazonaws.dynamodb.v20120810#{code}", "message": "MARKER"}}'.encode()

    def answer(request: Any, **_: Any) -> AWSResponse:
        return AWSResponse(request.url, status, {"content-type": "application/x-amz-json-1.0"}, Raw(body))

    return answer


def raising(error: Exception) -> Callable[..., AWSResponse]:
    """What happens to a request that never gets an answer."""

    def fail(**_: Any) -> AWSResponse:
        raise error

    return fail


def answered_without(faults: Faults, reason: str | None = None, user: str = "amzn1.ask.account.MARKER") -> None:
    """A person opens the skill and asks something: answered in time, by one log line, and the store is let alone then."""
    somebody, began = Person(user), time.monotonic()
    turn = somebody.says("open cramp guide")
    assert time.monotonic() - began < ANSWERED_WITHIN
    assert "Welcome to Cramp Guide" in turn.speech
    assert "prosody" not in str(turn.ssml)
    assert [line["operation"] for line in faults] == ["read"]
    assert set(faults[0]) == {"event", "operation", "reason"}
    assert reason in (None, faults[0]["reason"])
    assert "MARKER" not in str(faults)
    slower = somebody.says("speak slower")
    assert "slower" in slower.speech
    assert "prosody" in str(slower.ssml), "the session itself remembers"
    assert len(faults) == 1, "what is broken is not asked again in this session"


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("ThrottlingException", 400),
        ("ProvisionedThroughputExceededException", 400),
        ("AccessDeniedException", 400),
        ("ResourceNotFoundException", 400),
        ("UnrecognizedClientException", 400),
        ("InternalServerError", 500),
        ("ServiceUnavailable", 503),
    ],
)
def test_an_error_of_aws(code: str, status: int, client: Any, faults: Faults) -> None:
    """Throttled, access denied, table missing, key unknown, down."""
    client.meta.events.register("before-send.dynamodb", refusing(code, status))
    answered_without(faults, code)


@pytest.mark.parametrize(
    "error", [ConnectionResetError("MARKER"), SSLError("MARKER"), OSError("MARKER"), ValueError("MARKER")], ids=repr
)
def test_a_request_that_fails_on_its_way(error: Exception, client: Any, faults: Faults) -> None:
    """A reset, a bad certificate, and what nobody thought of."""
    client.meta.events.register("before-send.dynamodb", raising(error))
    answered_without(faults)


@pytest.mark.parametrize("body", [b"", b"not json", b'{"Item": []}', b'{"Item": {"id": 1}}'])
def test_an_answer_that_is_none(body: bytes, client: Any, faults: Faults) -> None:
    """Empty, garbled, of another shape."""

    def answer(request: Any, **_: Any) -> AWSResponse:
        return AWSResponse(request.url, 200, {"content-type": "application/x-amz-json-1.0"}, Raw(body))

    client.meta.events.register("before-send.dynamodb", answer)
    began = time.monotonic()
    assert "Welcome to Cramp Guide" in Person().says("open cramp guide").speech
    assert time.monotonic() - began < ANSWERED_WITHIN


@contextmanager
def listening(treat: Callable[[socket.socket], None]) -> Iterator[str]:
    """An endpoint on this machine that treats every connection alike; its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    kept.append(server.accept()[0])
                except OSError:
                    return
                Thread(target=treat, args=(kept[-1],), daemon=True).start()

        Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        for connection in kept:
            connection.close()


def nothing(connection: socket.socket) -> None:
    """Take what comes, and never answer."""


def dribble(connection: socket.socket) -> None:
    """Answer so slowly that no wait on the socket is ever too long, and the answer never whole."""
    connection.recv(65536)
    heading = iter(b"HTTP/1.1 200 OK\r\nx-slow: " + b"." * 100_000)
    connection.settimeout(0.3)
    for byte in heading:
        try:
            connection.send(bytes([byte]))
            connection.recv(1)
        except TimeoutError:
            continue
        except OSError:
            return


@pytest.mark.parametrize("treat", [nothing, dribble])
def test_a_store_that_never_answers(treat: Callable[[socket.socket], None], settings: pytest.MonkeyPatch, faults: Faults) -> None:
    """Silent like a black hole, or a byte at a time."""
    with listening(treat) as address:
        settings.setenv("AWS_ENDPOINT_URL_DYNAMODB", address)
        ready()
        answered_without(faults, "Late" if treat is dribble else None)


def test_a_store_that_refuses_connections(settings: pytest.MonkeyPatch, faults: Faults) -> None:
    """Nobody listens at the endpoint."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    settings.setenv("AWS_ENDPOINT_URL_DYNAMODB", f"http://127.0.0.1:{port}")
    ready()
    answered_without(faults, "EndpointConnectionError")


def test_an_event_is_over_before_lambda_ends_it(settings: pytest.MonkeyPatch, faults: Faults) -> None:
    """Disabling the skill is tried twice against a dead store, and nothing is said."""
    with listening(nothing) as address:
        settings.setenv("AWS_ENDPOINT_URL_DYNAMODB", address)
        ready()
        began = time.monotonic()
        assert Person().disables()["response"] == {}
        assert time.monotonic() - began < 5
        assert [line["operation"] for line in faults] == ["delete"] * 2


@pytest.mark.parametrize("missing", ["HASH_KEY", "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION"])
def test_a_function_that_is_set_up_badly(missing: str, settings: pytest.MonkeyPatch, faults: Faults) -> None:
    """No key to hash by, no credentials, no region: the skill answers, and says so in its log."""
    settings.delenv(missing)
    for name, value in {
        "AWS_SECRET_ACCESS_KEY": "",
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_CONFIG_FILE": os.devnull,
    }.items():
        settings.setenv(name, value)
    ready()
    assert "Welcome to Cramp Guide" in Person().says("open cramp guide").speech
    assert faults
    assert {line["operation"] for line in faults} <= {"open", "read"}


def test_an_item_of_a_later_release_is_left_alone(table: Table, faults: Faults) -> None:
    """After going back to this release, the later one's preferences are neither applied nor written over."""
    Person().says("ask cramp guide to speak slower")
    table.change(version={"N": str(VERSION + 1)}, pace={"S": "whispered"})
    answered_without(faults, "Newer", Person().user)
    assert table.item()["pace"] == {"S": "whispered"}


@pytest.mark.parametrize(
    "damage",
    [
        {"pace": {"S": "whispered"}},
        {"pace": {"N": "1"}},
        {"length": None},
        {"welcomed": {"S": "yes"}},
        {"version": None},
        {"expires": {"S": "later"}},
    ],
    ids=str,
)
def test_a_damaged_item_is_mended(damage: dict[str, Any], table: Table, faults: Faults) -> None:
    """Once it is a fault; the next session finds a sound item."""
    Person().says("ask cramp guide to speak slower")
    table.change(**damage)
    assert "Welcome to Cramp Guide" in Person().says("open cramp guide").speech
    assert [(line["operation"], line["reason"]) for line in faults] == [("read", "Unreadable")]
    assert "Welcome back" in Person().says("open cramp guide").speech
    assert int(table.item()["expires"]["N"]) > time.time() + KEPT_FOR - 60
    assert len(faults) == 1


def test_a_wish_that_cannot_be_kept_holds_for_the_session(table: Table, faults: Faults) -> None:
    """The store goes away in mid-session: one line, and the wish is granted all the same."""
    somebody = Person()
    somebody.says("open cramp guide")
    table.client.delete_table(TableName=table.name)
    assert "prosody" in str(somebody.says("speak slower").ssml)
    assert [(line["operation"], line["reason"]) for line in faults] == [("write", "ResourceNotFoundException")]
    assert "prosody" in str(somebody.says("what about magnesium").ssml)
    assert len(faults) == 1
