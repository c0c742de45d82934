"""What a person wishes of the speaking itself: slower or faster, short or full answers, what is kept, and to be forgotten.

A wish never changes where the conversation is: it is confirmed, and the question that was open is asked again. So "say
that again" after "speak slower" says the answer again, slower.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from guide import asides
from guide.preferences import PACES, Preferences
from guide.reply import Reply
from guide.state import State
from guide.turn import Turn, tells

Step = tuple[Reply, State]


def grant(turn: Turn) -> Step:
    """Confirms the wish, changes the preferences, and asks what was open again."""
    told, preferences = WISHES[turn.heard.act](turn)
    turn = turn.with_state(preferences=preferences)
    if turn.state.mode == "check":
        return asides.aside(turn, told)
    _, ask, reprompt = turn.state.said
    if not ask:
        return turn.ask(told, "greeting.what_else", "topic")
    return Reply(tell=tells(told), ask=ask, reprompt=reprompt, about=turn.about()), turn.state


def _pace(turn: Turn, step: int) -> tuple[str, Preferences]:
    """One step slower or faster, as far as there is one."""
    kept = turn.state.preferences
    at = PACES.index(kept.pace)
    pace = PACES[min(max(at + step, 0), len(PACES) - 1)]
    key = "preferences.no_further" if pace == kept.pace else "preferences.slower" if step < 0 else "preferences.faster"
    return turn.voice.phrase(key), replace(kept, pace=pace)


def _slower(turn: Turn) -> tuple[str, Preferences]:
    return _pace(turn, -1)


def _faster(turn: Turn) -> tuple[str, Preferences]:
    return _pace(turn, 1)


def _normal_pace(turn: Turn) -> tuple[str, Preferences]:
    return turn.voice.phrase("preferences.normal_pace"), replace(turn.state.preferences, pace="normal")


def _short_answers(turn: Turn) -> tuple[str, Preferences]:
    return turn.voice.phrase("preferences.short_answers"), replace(turn.state.preferences, length="short")


def _full_answers(turn: Turn) -> tuple[str, Preferences]:
    return turn.voice.phrase("preferences.full_answers"), replace(turn.state.preferences, length="full")


def _what_kept(turn: Turn) -> tuple[str, Preferences]:
    """What is kept beyond this session, in this person's case, and how to be rid of it."""
    kept = turn.state.preferences
    lines = (
        turn.voice.phrase("preferences.kept"),
        turn.voice.phrase(f"preferences.kept_{kept.pace}_{kept.length}"),
        turn.voice.phrase("preferences.kept_until"),
    )
    return " ".join(line for line in lines if line), kept


def _forget_me(turn: Turn) -> tuple[str, Preferences]:
    return turn.voice.phrase("preferences.forgotten"), Preferences()


def _not_forgotten(turn: Turn) -> tuple[str, Preferences]:
    """The store could not be reached, and nobody is told otherwise."""
    return turn.voice.phrase("preferences.not_forgotten"), turn.state.preferences


#: What is told and kept for each wish. ``not_forgotten`` is what "forget me" becomes where the store does not answer.
WISHES: Mapping[str, Callable[[Turn], tuple[str, Preferences]]] = {
    "slower": _slower,
    "faster": _faster,
    "normal_pace": _normal_pace,
    "short_answers": _short_answers,
    "full_answers": _full_answers,
    "what_kept": _what_kept,
    "forget_me": _forget_me,
    "not_forgotten": _not_forgotten,
}
