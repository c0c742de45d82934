"""The conversation scripts of the tests, played to Amazon's simulator and to the desk speaker side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from simulator import Speaker
from tests.conversations.script import Script, script_at
from tools.ask.heard import Heard, differences, in_simulation, on_the_desk
from tools.ask.smapi import Smapi

#: Said before each script, so that what one left in the real skill's store does not change the next.
FORGET = "ask cramp guide to forget me"


def play(path: Path, smapi: Smapi) -> Iterator[str]:
    """A line for each difference in one script.

    It ends at the first utterance that was taken for something else: what comes after would only follow from that. It
    ends at a silence too, which the simulator cannot keep.
    """
    script = script_at(path)
    smapi.simulate(script.locale, FORGET, new=True)
    for line, desk, real in _turns(script, smapi):
        found = list(differences(desk, real))
        if found:
            yield f"{path.name}:{line} U: {script_line(script, line)}"
            yield from (f"  {one}" for one in found)
        if desk.what != real.what:
            return


def script_line(script: Script, number: int) -> str:
    """What is said in a line of a script."""
    return next(line.said for line in script.lines if line.line == number)


def _turns(script: Script, smapi: Smapi) -> Iterator[tuple[int, Heard, Heard]]:
    speaker = Speaker(script.locale)
    for at, line in enumerate(script.lines):
        if not line.said:
            return
        new = at == 0 or not speaker.is_open
        desk = speaker.say(line.said)
        yield line.line, on_the_desk(desk), in_simulation(smapi.simulate(script.locale, line.said, new=new))
