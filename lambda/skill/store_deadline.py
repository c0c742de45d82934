"""A call that is over in time, whatever it is that is called."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from skill.store_fault import LATE, StoreFault

Answer = TypeVar("Answer")


def within(seconds: float, call: Callable[[], Answer]) -> Answer:
    """What the call returns; StoreFault where it fails, or where the time is up.

    The client's own timeouts are for each wait on the socket, and its retries add a random pause: no sum of them is a
    promise. So the call runs in a thread that is left behind when the time is up.
    """
    done: SimpleQueue[tuple[Answer, None] | tuple[None, Exception]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((call(), None))
        except Exception as error:  # noqa: BLE001 - whatever it is, the person who waits in the other thread is told of it
            done.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        answer, error = done.get(timeout=max(seconds, 0.001))
    except Empty:
        raise StoreFault(LATE) from None
    if error is not None:
        raise error if isinstance(error, StoreFault) else StoreFault(_reason(error)) from None
    return answer  # type: ignore[return-value]


def _reason(error: Exception) -> str:
    """The code that AWS gave, or the error's class. Never its text: that may quote a request."""
    response = getattr(error, "response", None)
    code = response.get("Error", {}).get("Code") if isinstance(response, dict) else None
    return str(code or type(error).__name__)
