"""Coming and going: the welcome, help, saying it again, thanks and goodbye."""

from __future__ import annotations

from dataclasses import replace

from guide import asides
from guide.outcome import action
from guide.reply import Reply, Tell
from guide.state import State
from guide.turn import Turn
from guide.walk import TODAY

Step = tuple[Reply, State]


def launch(turn: Turn) -> Step:
    """The welcome: in full the first time, shorter ever after."""
    if turn.state.welcomed:
        return turn.ask(turn.voice.phrase("greeting.welcome_again"), "greeting.welcome_again", "topic")
    kept = turn.state.preferences
    if kept.welcomed:
        return turn.with_state(welcomed=True).ask(turn.voice.phrase("greeting.welcome_back"), "greeting.welcome_back", "topic")
    welcomed = turn.with_state(welcomed=True, disclaimed=True, preferences=replace(kept, welcomed=True))
    return welcomed.ask(turn.voice.phrase("greeting.welcome"), "greeting.welcome", "topic")


def help_out(turn: Turn) -> Step:
    """What can be said, in this state."""
    if turn.state.mode == "stretch":
        return turn.ask(turn.voice.phrase("greeting.help_in_stretch"), "stretch.next", "step")
    return turn.ask(turn.voice.phrase("greeting.help"), "greeting.help", "topic")


def leave(turn: Turn) -> Step:
    """Goodbye; never without what to do, where a sign was told that needs help."""
    if turn.pack.table.rank(turn.case.outcome) >= turn.pack.table.rank(TODAY):
        return turn.end(f"{action(turn)} {turn.voice.phrase('greeting.bye_after_sign')}")
    key = {"check": "greeting.bye_in_check", "stretch": "greeting.bye_in_stretch"}.get(turn.state.mode, "greeting.bye")
    return turn.end(turn.voice.phrase(key))


def repeat(turn: Turn) -> Step:
    """What was said last, once more."""
    told, ask, reprompt = turn.state.said
    if not ask:
        return turn.ask(told or turn.voice.phrase("greeting.nothing_to_repeat"), "greeting.what_else", "topic")
    in_check = turn.state.mode == "check" and turn.state.asked in turn.pack.table.by_id
    about = turn.about(
        question=turn.state.asked if in_check else None, outcome=turn.state.outcome or None, topics=_told_topic(turn)
    )
    return Reply(tell=(Tell(told),) if told else (), ask=ask, reprompt=reprompt, about=about), turn.state


def _told_topic(turn: Turn) -> tuple[str, ...]:
    return (turn.state.topic,) if turn.state.topic and turn.state.mode != "check" else ()


def start_over(turn: Turn) -> Step:
    """From the beginning: the check after a result, else the welcome."""
    if turn.state.outcome:
        return asides.start_over(turn)
    kept = State(welcomed=turn.state.welcomed, disclaimed=turn.state.disclaimed, preferences=turn.state.preferences)
    return launch(replace(turn, state=kept))


def welcome_thanks(turn: Turn) -> Step:
    """An answer to thanks."""
    return turn.ask(turn.voice.phrase("greeting.welcome_thanks"), "greeting.anything_else", "anything-else")
