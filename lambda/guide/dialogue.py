"""The whole conversation as one pure function: what was heard, the state and the pack make a reply and the next state."""

from __future__ import annotations

from dataclasses import replace

from guide import answers, asides, chat, stretch, walk
from guide.heard import Heard
from guide.mending import mended
from guide.pack import Pack
from guide.reply import Reply
from guide.state import State
from guide.table import EMERGENCY
from guide.turn import Turn

Step = tuple[Reply, State]
LEAVING = ("stop", "cancel", "navigate_home")


def turn(heard: Heard, state: State, pack: Pack) -> Step:
    """Answers one turn. Never fails for anything that a person can say."""
    now = Turn(heard, mended(state, pack), pack)
    reply, following = _answer(now)
    if heard.act != "repeat" or state.mode == "stretch":
        following = replace(following, said=(" ".join(tell.text for tell in reply.tell), reply.ask, reply.reprompt))
    return reply, following


def _answer(turn: Turn) -> Step:
    if turn.heard.act in LEAVING:
        return chat.leave(turn)
    if turn.heard.act == "repeat":
        return stretch.again(turn) if turn.state.mode == "stretch" else chat.repeat(turn)
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
    table = turn.pack.table
    if not turn.signs:
        return False
    noted = walk.noted(turn).case
    if turn.understood.asking or noted.outcome == EMERGENCY:
        return noted.outcome == EMERGENCY
    demanding = set(turn.signs) & {id for _, id in noted.demands}
    if table.rank(noted.outcome) >= table.rank("see_today") and demanding.intersection(noted.deciding):
        return True
    return bool(demanding) and not answers.ranked(turn, chat.subjects(turn))


def _in_check(turn: Turn) -> Step:
    if turn.heard.act in asides.ACTS:
        return asides.ACTS[turn.heard.act](turn)
    if turn.heard.act in chat.BOUNDARIES:
        return asides.aside(turn, turn.voice.phrase(f"boundaries.{turn.heard.act}"))
    named = answers.ranked(turn, chat.subjects(turn))
    answered = turn.signs or walk.read(turn) or turn.state.asked == "who"
    if turn.heard.act in ("relief", "stretch") or (named and not answered):
        return asides.aside(turn, _in_short(turn, named))
    return walk.answer(turn)


def _in_short(turn: Turn, named: list[str]) -> str:
    """One sentence or two of the page that was asked about, for an aside in the check."""
    content = turn.pack.content
    relief = turn.heard.act in ("relief", "stretch")
    if relief and turn.case.barred:
        return turn.voice.phrase("stretch.barred")
    id = answers.RELIEF if relief else named[0]
    row = content["medicines"]["rows"].get(id) or content["nicknames"].get(id)
    page = turn.pack.topics[row["topic"] if row and id not in turn.pack.topics else id]
    sentences = turn.voice.fill(page["sections"][0]).split(". ")
    text = ". ".join(sentences[:2]).rstrip(".") + "."
    return turn.voice.phrase("check.aside", text=text)
