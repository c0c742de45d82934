"""Warm turns: both skills in this process, called turn about."""

from __future__ import annotations

import importlib.util
import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from simulator.skill import Handler, LambdaContext
from tools.bench.figure import Figure
from tools.bench.package import PEER
from tools.bench.turns import Asked

#: Calls of each skill in a round; the round's value is their median.
CALLS = 20
#: The skill's logger.
LOGGER = "cramp_guide"
_CONTEXT = LambdaContext()


def load_peer() -> Handler:
    """The peer's handler, under a module name of its own."""
    spec = importlib.util.spec_from_file_location("bench_peer", PEER / "lambda_function.py")
    assert spec and spec.loader, "a path that ends in .py always has a loader"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    handler: Handler = module.lambda_handler
    return handler


@contextmanager
def log_to_nowhere() -> Iterator[None]:
    """The skill's log lines are still made and written, for they are a part of its turn, but nobody has to see them."""
    with ExitStack() as stack:
        nowhere = stack.enter_context(Path(os.devnull).open("w"))
        for handler in logging.getLogger(LOGGER).handlers:
            if isinstance(handler, logging.StreamHandler) and (before := handler.setStream(nowhere)):
                stack.callback(handler.setStream, before)
        yield


def warm_turns(turns: Sequence[Asked], rounds: int, ours: Handler, peer: Handler) -> list[Figure]:
    """A figure for each turn, against the peer's answer to the same request."""
    pairs: dict[str, list[tuple[float, float]]] = {turn.name: [] for turn in turns}
    for index in range(-1, rounds):  # the first round warms up
        for turn in turns:
            sides = [(ours, turn.event), (peer, turn.peer_event)]
            mine, theirs = _taken(sides) if index % 2 else reversed(_taken(sides[::-1]))
            if index >= 0:
                pairs[turn.name].append((mine, theirs))
    return [Figure(f"warm turn, {name}", "the peer's turn", tuple(taken)) for name, taken in pairs.items()]


def _taken(sides: Sequence[tuple[Handler, dict[str, Any]]]) -> list[float]:
    calls = [[_seconds(handler, event) for handler, event in sides] for _ in range(CALLS)]
    return [median(side) for side in zip(*calls, strict=True)]


def _seconds(handler: Handler, event: dict[str, Any]) -> float:
    copy = json.loads(json.dumps(event))  # as in Lambda, every call gets an event of its own
    began = perf_counter()
    handler(copy, _CONTEXT)
    return perf_counter() - began
