"""How an outcome is said: the action first, then why, what to say at the desk, and when to act at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from guide.check import UNSURE
from guide.reply import Card, Reply, Tell
from guide.state import State
from guide.table import EMERGENCY
from guide.turn import Turn

#: How many signs are said back as the reason.
MOST_SAID_BACK = 2
#: How many danger signs are named after a result.
MOST_NAMED = 3


def conclude(turn: Turn, *lead: str) -> tuple[Reply, State]:
    """The outcome of the check as the answers stand, with an offer to say it again."""
    case = turn.case
    words = turn.pack.content["outcomes"][case.outcome]
    parts = _emergency(turn, words) if case.outcome == EMERGENCY else _milder(turn, words)
    parts.append(turn.voice.phrase("check.disclaimer"))
    told = tuple(Tell(text) for text in (*lead, *parts) if text)
    about = turn.about(outcome=case.outcome)
    turn = turn.with_state(mode="", outcome=case.outcome, disclaimed=True)
    reply, state = turn.ask(told, "check.say_again", "again", about)
    if case.outcome == EMERGENCY:
        reply = replace(reply, reprompt=f"{_do(turn, words)} {reply.reprompt}")
    return replace(reply, card=Card(turn.voice.phrase("greeting.name"), turn.voice.fill(words["card"])), slowly=True), state


def action(turn: Turn) -> str:
    """What the outcome so far says to do, and nothing else."""
    return _do(turn, turn.pack.content["outcomes"][turn.case.outcome])


def because(turn: Turn) -> str:
    """The signs that decide, said back; empty where none was told."""
    told = [id for id in turn.case.deciding if turn.case.given(id) != UNSURE]
    heard = [text for id in told if (text := turn.voice.question(id, "heard"))]
    return turn.voice.listed(heard[:MOST_SAID_BACK])


def unsure_about(turn: Turn) -> str:
    """The deciding signs about which the person was not sure, said back as such; empty where there was none."""
    doubtful = [id for id in turn.case.deciding if turn.case.given(id) == UNSURE]
    heard = [text for id in doubtful if (text := turn.voice.question(id, "heard"))]
    return turn.voice.phrase("check.unsure", heard=turn.voice.listed(heard[:MOST_SAID_BACK])) if heard else ""


def _emergency(turn: Turn, words: dict[str, str]) -> list[str]:
    """The action twice with the number, what it could be, and what to do while waiting: then the rest."""
    do = _do(turn, words)
    waiting = turn.pack.phrases.get(f"waiting.{_wait(turn)}", "")
    heard = because(turn)
    return [
        do,
        _could_be(turn, words),
        do,
        turn.voice.fill(waiting),
        *_also(turn),
        turn.voice.fill(words["because"], heard=heard) if heard else unsure_about(turn),
        _tell_them(turn, words),
        turn.voice.fill(words["net"]),
    ]


def _milder(turn: Turn, words: dict[str, str]) -> list[str]:
    heard = because(turn)
    told_nothing = turn.case.outcome == turn.pack.table.outcomes[0]
    reason = words["because"] if heard or told_nothing else ""
    return [
        _do(turn, words),
        turn.voice.fill(reason, heard=heard) or unsure_about(turn),
        _could_be(turn, words),
        _tell_them(turn, words),
        *(_also(turn) or [turn.voice.fill(words.get("care", "")) if not turn.case.barred else ""]),
        turn.voice.fill(words.get("barred", "")) if turn.case.barred else "",
        *_nets(turn),
    ]


def _do(turn: Turn, words: dict[str, str]) -> str:
    """The action: the question's own where it has one, or that of the place to turn to."""
    if turn.case.outcome == EMERGENCY:
        own = next((text for id in turn.case.deciding if (text := turn.voice.question(id, "do"))), "")
        return own or turn.voice.fill(words["do"])
    return turn.voice.fill(words.get(f"do_{turn.case.place}") or words["do"])


def _could_be(turn: Turn, words: dict[str, str]) -> str:
    named = _first(turn, "could_be")
    return turn.voice.fill(words["could_be"], could_be=named) if named else ""


def _tell_them(turn: Turn, words: dict[str, str]) -> str:
    named = _first(turn, "tell_them")
    return turn.voice.fill(words["tell_them"], tell_them=named) if named else ""


def _first(turn: Turn, part: str) -> str:
    """A part of the first deciding question's page that has it."""
    return next((text for id in turn.case.deciding if (text := turn.voice.question(id, part))), "")


def _also(turn: Turn) -> list[str]:
    """What else goes with the signs heard, at most one line."""
    lines = [text for id in turn.case.deciding if (text := turn.voice.question(id, "also"))]
    return lines[:1]


def _wait(turn: Turn) -> str:
    """Which waiting line fits: that of the combination or the question that decides."""
    table, case = turn.pack.table, turn.case
    single = (table.by_id[id].wait for id in case.deciding if table.by_id[id].yes == EMERGENCY)
    company = (rule.wait for rule in table.together if rule.level == EMERGENCY and all(case.possible(id) for id in rule.all))
    return next((wait for wait in (*single, *company) if wait), "")


def _nets(turn: Turn) -> list[str]:
    """The two closing lists, the items near what was heard first."""
    content = turn.pack.content["outcomes"]
    urgent = turn.case.outcome == "see_today"
    return [
        _net(turn, content["now"], content["frames"]["now"]),
        "" if urgent else _net(turn, content["today"], content["frames"]["today"]),
    ]


def _net(turn: Turn, items: list[dict[str, Any]], frame: str) -> str:
    near = [item for item in items if any(turn.case.possible(id) for id in item["near"])]
    chosen = [*near, *(item for item in items if item not in near)][:MOST_NAMED]
    named = turn.voice.listed([turn.voice.fill(item["text"]) for item in chosen], "or")
    return turn.voice.fill(frame, items=named)
