"""What a person at the keyboard sees of a turn."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator

from simulator.match import FALLBACK
from simulator.turn import Turn

_WIDEST = 88
_DIM, _PLAIN = "\033[2m", "\033[0m"


def show(turn: Turn, *, as_json: bool) -> str:
    """Lay out a turn: what is heard, then dim lines for what a person does not hear."""
    lines = [_wrapped("A: ", turn.speech)] if turn.speech else []
    lines += [_dim(line) for line in _notes(turn)]
    if as_json:
        lines += [_dim(json.dumps(side, indent=2, ensure_ascii=False)) for side in (turn.sent, turn.returned) if side]
    return "\n".join(lines)


def note(text: str) -> str:
    """Lay out a remark of the simulator's own."""
    return _dim(_wrapped("", text))


def _notes(turn: Turn) -> Iterator[str]:
    yield _wrapped("   ", _understood(turn))
    if turn.problem:
        yield _wrapped("   problem: ", turn.problem)
    if turn.reprompt and turn.speech != turn.reprompt:
        yield _wrapped("   reprompt: ", turn.reprompt)
    if turn.card:
        yield _wrapped("   card: ", str(turn.card.get("title", turn.card.get("type", ""))))
    yield "   session closed" if turn.ended else "   session open"


def _understood(turn: Turn) -> str:
    if turn.request is None:
        return "silence, so the reprompt" if turn.speech else "silence"
    if turn.request == "SessionEndedRequest":
        return "the session is over; the skill was told"
    if turn.intent is None:
        return "opened the skill"
    if turn.intent == FALLBACK:
        return "matched nothing, and nothing was near enough to guess"
    how = "matched a sample" if turn.match == "sample" else f"guessed ({turn.score:.2f}), nearest sample"
    return f'{how}: "{turn.sample}" ({", ".join([turn.intent, *_slots(turn)])})'


def _slots(turn: Turn) -> Iterator[str]:
    for name, filled in turn.slots.items():
        yield f"{name} = {filled.id or filled.value!r}"


def _wrapped(label: str, text: str) -> str:
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    return textwrap.fill(label + text, width, subsequent_indent=" " * max(3, len(label) if len(label) < 10 else 3))


def _dim(text: str) -> str:
    return f"{_DIM}{text}{_PLAIN}" if sys.stdout.isatty() else text
