"""The whole conversation as one pure function: what was heard, the state and the pack make a reply and the next state."""

from __future__ import annotations

from dataclasses import replace

from guide import answers, asides, boundaries, chat, greeting, stretch, walk, wishes
from guide.heard import Heard
from guide.mending import mended
from guide.pack import Pack
from guide.reply import Reply
from guide.state import State
from guide.table import EMERGENCY
from guide.turn import Turn, taken

Step = tuple[Reply, State]
LEAVING = ("stop", "cancel", "navigate_home")


def turn(heard: Heard, state: State, pack: Pack) -> Step:
    """Answers one turn. Never fails for anything that a person can say."""
    reply, following = _answer(asides.about_whom(taken(heard, mended(state, pack), pack)))
    kept = heard.act in ("repeat", *wishes.WISHES) and not (heard.act == "repeat" and state.mode == "stretch")
    if not kept and not _failed(state, following):
        following = replace(following, said=(" ".join(tell.text for tell in reply.tell), reply.ask, reply.reprompt))
    return reply, following


def _failed(state: State, following: State) -> bool:
    """Whether nothing was understood outside the check: there is then nothing new to say again."""
    return following.mode != "check" and following.tries > state.tries


def _answer(turn: Turn) -> Step:
    if turn.heard.act in LEAVING:
        return greeting.leave(turn)
    if turn.heard.act in wishes.WISHES:
        return wishes.grant(turn)
    if turn.heard.act == "repeat":
        return stretch.again(turn) if turn.state.mode == "stretch" else greeting.repeat(turn)
    if "self-harm" in turn.understood.signs:
        return turn.end(turn.voice.phrase("boundaries.self_harm"), turn.about(outcome=EMERGENCY))
    if turn.state.mode == "check":
        return _in_check(turn)
    if _signs_stated(turn):
        return walk.stated(turn)
    if turn.state.mode == "stretch" and turn.heard.act in chat.IN_STRETCH:
        return chat.IN_STRETCH[turn.heard.act](turn)
    return chat.ACTS.get(turn.heard.act, chat.fallback)(walk.noted(turn) if not turn.understood.asking else turn)


def _signs_stated(turn: Turn) -> bool:
    """Whether the words hold a red-flag sign that outranks every other reading of them.

    A milder sign does not when they also name a topic; a general question ("can ... cause") states only what is urgent.
    """
    if not turn.signs:
        return False
    table = turn.pack.table
    noted = walk.noted(turn).case
    if turn.understood.asking or noted.outcome == EMERGENCY:
        return noted.outcome == EMERGENCY
    demanding = set(turn.signs) & {id for _, id in noted.demands}
    if table.rank(noted.outcome) >= table.rank("see_today") and demanding.intersection(noted.deciding):
        return True
    return bool(demanding) and not answers.ranked(turn, answers.subjects(turn))


def _in_check(turn: Turn) -> Step:
    answers_it = turn.heard.act not in ("person", "check") and (turn.signs or walk.read(turn))
    if not answers_it and (person := asides.other_person(turn)):
        return asides.for_somebody(turn, person)
    if turn.heard.act in asides.ACTS:
        return asides.ACTS[turn.heard.act](turn)
    if turn.heard.act in boundaries.ACTS:
        return asides.aside(turn, boundaries.told(turn))
    named = answers.ranked(turn, answers.subjects(turn))
    answered = turn.signs or walk.read(turn) or turn.state.asked == "who"
    if turn.heard.act in ("relief", "stretch") or (named and not answered):
        return asides.aside(turn, _in_short(turn, named))
    return walk.answer(turn)


def _in_short(turn: Turn, named: list[str]) -> str:
    """The first answer of what was asked about, whole: its cautions belong to it."""
    id = answers.RELIEF if turn.heard.act in ("relief", "stretch") else named[0]
    return turn.voice.phrase("check.aside", text=answers.in_short(turn, id))
