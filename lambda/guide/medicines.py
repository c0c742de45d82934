"""Answers about a medicine: its link with cramps, what always goes with it, and when it is urgent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from guide.reply import Card, Reply
from guide.state import State
from guide.text import normalise
from guide.turn import Turn

#: The longest that a first answer may grow, in words.
MOST_WORDS = 70


def answer(turn: Turn, id: str) -> tuple[Reply, State]:
    """What is known of one medicine and cramps: its link, what always goes with it, and when it is urgent."""
    row = table_of(turn)["rows"][id]
    told = first_on(turn, id)
    turn = turn.with_state(topic=row["topic"], medicine=id, section=0)
    about = turn.about(topics=(row["topic"],), medicines=(id,))
    reply, state = turn.ask(told, "answers.more", "more", about, name=row["name"])
    return replace(reply, card=Card(row["name"], told)), state


def first_on(turn: Turn, id: str) -> str:
    """The first answer. Where it grows too long, what needs help today waits for "tell me more"; the emergency never does."""
    row, lines = table_of(turn)["rows"][id], table_of(turn)["lines"]
    brand = _brand(turn, id)
    name = turn.voice.phrase("medicines.brand", brand=brand, name=row["name"]) if brand else row["name"]
    source = lines["bases"][row["basis"]]
    key = "medicines.about" if source else "medicines.about_unsourced"
    urgent = lines["urgents"][row["urgent"]]
    told = [
        turn.voice.phrase(key, name=name, kind=lines["kinds"][row["kind"]], source=source),
        lines["links"][row["link"]],
        turn.voice.fill(lines["says"][row["say"]]["text"]),
        _urgent(turn, urgent, "emergency"),
        _urgent(turn, urgent, "today"),
    ]
    return joined(told if _fits(told) else told[:-1])


def table_of(turn: Turn) -> dict[str, Any]:
    """The medicines of the pack: rows by id, and the lines that they point at."""
    return cast(dict[str, Any], turn.pack.content["medicines"])


def _fits(parts: Sequence[str]) -> bool:
    return len(joined(parts).split()) <= MOST_WORDS


def more_on(turn: Turn, id: str) -> tuple[Reply, State] | None:
    """What did not fit the first answer; after that the page of the medicine's class."""
    row, lines = table_of(turn)["rows"][id], table_of(turn)["lines"]
    urgent = lines["urgents"][row["urgent"]]
    today = _urgent(turn, urgent, "today")
    told = joined(
        (
            today if today not in first_on(turn, id) else "",
            turn.voice.fill(lines["says"][row["say"]]["rest"]),
            _urgent(turn, urgent, "rest_emergency"),
            _urgent(turn, urgent, "rest_today"),
        )
    )
    if turn.state.section or not told:
        return None
    turn = turn.with_state(topic=row["topic"], section=1)
    about = turn.about(topics=(row["topic"],), medicines=(id,))
    name = turn.pack.topics[row["topic"]]["name"]
    return turn.ask(told, "answers.class", f"also:{row['topic']}", about, name=name)


def _urgent(turn: Turn, urgent: dict[str, str], which: str) -> str:
    """The sentence for one kind of urgent signs; empty where the medicine has none."""
    return turn.voice.phrase(f"medicines.{which}", signs=turn.voice.fill(urgent[which])) if urgent.get(which) else ""


def ask_which(turn: Turn, id: str) -> tuple[Reply, State]:
    """Asks which of many medicines a nickname stands for."""
    nickname = turn.pack.content["nicknames"][id]
    about = turn.about(topics=(nickname["topic"],))
    turn = turn.with_state(topic=nickname["topic"], medicine="", section=0)
    told = joined((turn.voice.fill(nickname["first"]), turn.voice.phrase("answers.on_the_box")))
    reply, state = turn.ask(told, "answers.which_medicine", f"which:{id}", about)
    return replace(reply, ask=turn.voice.fill(nickname["ask"])), state


def _brand(turn: Turn, id: str) -> str:
    """The name the person used for a medicine, where it is a real one and another than its own."""
    words = normalise(turn.heard.words).split()
    name = turn.pack.content["medicines"]["rows"][id]["name"]
    if not words:
        return ""
    names = turn.pack.vocabulary.names
    runs = [" ".join(words[start:end]) for start in range(len(words)) for end in range(len(words), start, -1)]
    said = next((run for run in runs if names.get(run) == id), "")
    return "" if said in ("", normalise(name)) else said.title()


def joined(parts: Sequence[str]) -> str:
    """Parts of speech as one text, the empty ones left out."""
    return " ".join(part for part in parts if part)
