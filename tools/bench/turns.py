"""The turns that are timed: each is had once with the skill, and the request envelope that it took is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulator import About, Speaker
from tools.bench.figure import BenchError

LOCALE = "en-US"


@dataclass(frozen=True)
class Script:
    """What to say, the last of it being the turn meant; `reached` tells from what that turn was about if it came to it."""

    name: str
    said: tuple[str, ...]
    reached: Callable[[About], bool]


@dataclass(frozen=True)
class Asked:
    """A turn with its request envelope, and what the skill said to it."""

    name: str
    event: dict[str, Any]
    ssml: str | None

    @property
    def peer_event(self) -> dict[str, Any]:
        """The envelope as the peer would get it: it keeps nothing in a session."""
        return self.event | {"session": self.event["session"] | {"attributes": {}}}


SCRIPTS = (
    Script("launch", ("open cramp guide",), lambda about: not about.topics),
    Script("topic answer", ("ask cramp guide about cramps at night",), lambda about: bool(about.topics)),
    Script("medicine answer", ("ask cramp guide about atorvastatin",), lambda about: bool(about.medicines)),
    Script("check turn", ("ask cramp guide to check my symptoms", "me", "no"), lambda about: bool(about.question)),
    Script("free statement", ("open cramp guide", "my calf is swollen and warm"), lambda about: bool(about.signs)),
)


def asked(screen: bool = False) -> tuple[Asked, ...]:
    """Every script's turn, with or without a screen. BenchError when one was not answered as meant: an apology would be timed."""
    return tuple(_had(script, screen) for script in SCRIPTS)


def _had(script: Script, screen: bool) -> Asked:
    speaker = Speaker(LOCALE, screen=screen)
    turn = [speaker.say(said) for said in script.said][-1]
    if turn.problem or turn.match != "sample" or not turn.sent or not script.reached(turn.about):
        heard = turn.problem or turn.speech
        raise BenchError(f"The {script.name} is not what {script.said[-1]!r} led to ({heard}): mend tools/bench/turns.py.")
    return Asked(f"{script.name}{', screen' if screen else ''}", dict(turn.sent), turn.ssml)
