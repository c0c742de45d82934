"""A guided stretch: one step a turn, each with its silence."""

from __future__ import annotations

from dataclasses import replace

from guide.outcome import conclude
from guide.recall import WITHDRAWN
from guide.reply import Reply, Tell
from guide.state import State
from guide.table import EMERGENCY
from guide.turn import Turn

DEFAULT = "calf-stretch"


def begin(turn: Turn) -> tuple[Reply, State]:
    """What to know before the first step; refused while a sign forbids stretching."""
    if turn.case.outcome == EMERGENCY:
        return conclude(turn)
    if turn.case.barred:
        return _barred(turn)
    routines = turn.pack.content["routines"]
    id = next((id for id in turn.heard.ids if id in routines), DEFAULT)
    if WITHDRAWN in routines[id]:
        return turn.ask(turn.voice.fill(routines[id]["before"]), "boundaries.boundary", "check")
    turn = turn.with_state(mode="stretch", routine=id, step=0)
    return turn.ask(turn.voice.fill(routines[id]["before"]), "stretch.start", "step")


def step(turn: Turn) -> tuple[Reply, State]:
    """The next step with its pause, or the end."""
    routine = turn.pack.content["routines"].get(turn.state.routine) or turn.pack.content["routines"][DEFAULT]
    if turn.case.barred:
        return _barred(turn)
    steps = routine["steps"]
    at = turn.state.step
    if at >= len(steps):
        return turn.with_state(mode="", routine="", step=0).ask(
            turn.voice.fill(routine["done"]), "greeting.anything_else", "anything-else"
        )
    told = (Tell(turn.voice.fill(steps[at]["text"]), steps[at]["pause"]),)
    reply, state = turn.ask(told, "stretch.next", "step")
    return reply, replace(state, step=at + 1)


def _barred(turn: Turn) -> tuple[Reply, State]:
    """No stretch, because of what was told; the check is offered."""
    return turn.with_state(mode="", routine="", step=0).ask(turn.voice.phrase("stretch.barred"), "boundaries.boundary", "check")


def back(turn: Turn) -> tuple[Reply, State]:
    """The step before the last one told."""
    return step(turn.with_state(step=max(turn.state.step - 2, 0)))


def again(turn: Turn) -> tuple[Reply, State]:
    """The step told last once more, with its pause."""
    return step(turn.with_state(step=turn.state.step - 1)) if turn.state.step else begin(turn)
