"""Answers from the pages: a topic, a medicine, more on it, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from guide import medicines
from guide.brief import section_told
from guide.listening import BASICS
from guide.medicines import joined
from guide.reply import Card, Reply
from guide.state import State
from guide.turn import Turn

#: Topics whose names are so general that anything else in the same words says more.
GENERAL = ("cramp-basics", "causes", "not-covered", "other-medicines", "medicines-general")
#: The page that is spoken at once, without an opening: every second counts.
RELIEF = "relief-now"


def subjects(turn: Turn) -> list[str]:
    """What content was named: by the platform, then in the words. Some names count only once a topic was told."""
    beside = turn.understood.beside
    named = [*turn.heard.ids, *turn.understood.names, *beside]
    return named if turn.state.topic else [id for id in named if id not in beside]


def answer(turn: Turn, ids: Sequence[str]) -> tuple[Reply, State]:
    """The answer to the most telling of `ids`, which must name content; the next one is offered after it."""
    first, *others = ranked(turn, ids)
    content = turn.pack.content
    if first in content["nicknames"]:
        return medicines.ask_which(turn, first)
    if first in turn.pack.topics:
        reply, state = topic(turn, first, 0)
    else:
        reply, state = medicines.answer(turn, first)
    about = replace(
        reply.about,
        topics=tuple(dict.fromkeys((*reply.about.topics, *_topics_of(turn, others)))),
        medicines=tuple(
            dict.fromkeys((*reply.about.medicines, *(id for id in others if id in medicines.table_of(turn)["rows"])))
        ),
    )
    others = [id for id in others if id not in GENERAL]
    if not others or first == RELIEF:
        return replace(reply, about=about), state
    return _offer(turn, replace(reply, about=about), state, others[0])


def ranked(turn: Turn, ids: Sequence[str]) -> list[str]:
    """The known ids, the most telling first: medicines, then particular topics, then the general ones, cramps as such last."""
    content = turn.pack.content
    rows = content["medicines"]["rows"]

    def weight(id: str) -> int:
        return 0 if id in rows and id not in turn.pack.topics else 3 if id == BASICS else 2 if id in GENERAL else 1

    known = [id for id in dict.fromkeys(ids) if id in rows or id in turn.pack.topics or id in content["nicknames"]]
    return sorted(known, key=weight)


def topic(turn: Turn, id: str, section: int) -> tuple[Reply, State]:
    """One section of a topic page; the first opens with what was understood and who says it."""
    page = turn.pack.topics[id]
    text = turn.voice.fill(section_told(turn, id, section, cut=id != RELIEF))
    source = turn.pack.content["sources"].get(page["says"])
    opening = ""
    if section == 0 and id != RELIEF:
        key = "answers.about" if source else "answers.about_unsourced"
        opening = turn.voice.phrase(key, name=page["name"], source=source["spoken"] if source else "")
    told = f"{opening} {text}".strip()
    if page.get("moves") and turn.case.barred:
        return turn.ask(turn.voice.phrase("stretch.barred"), "boundaries.boundary", "check", turn.about(topics=(id,)))
    medicines = (id,) if id in turn.pack.content["medicines"]["rows"] else ()
    turn = turn.with_state(topic=id, medicine="", section=section)
    card = _card(turn, id) if section == 0 else None
    about = turn.about(topics=(id,), medicines=medicines)
    if id == RELIEF and section == 0:
        reply, state = turn.ask(told, "answers.relief", "stretch", about)
        return replace(reply, card=card), state
    told, turn = _with_disclaimer(turn, told)
    if "offer" in page and section == 0:
        reply, state = turn.ask(told, "boundaries.boundary", page["offer"], about)
    elif section + 1 < len(page["sections"]):
        reply, state = turn.ask(told, "answers.more", "more", about, name=page["name"])
    else:
        reply, state = turn.ask(told, "greeting.anything_else", "anything-else", about)
    return replace(reply, card=card), state


def in_short(turn: Turn, id: str) -> str:
    """The first answer about anything that content names, for an aside; nothing that is barred is advised."""
    content = turn.pack.content
    if id in turn.pack.topics:
        page = turn.pack.topics[id]
        barred = page.get("moves") and turn.case.barred
        return turn.voice.phrase("stretch.barred") if barred else turn.voice.fill(page["sections"][0])
    if id in content["nicknames"]:
        return in_short(turn, content["nicknames"][id]["topic"])
    return medicines.first_on(turn, id)


def more(turn: Turn) -> tuple[Reply, State]:
    """The next part of what was told last."""
    state = turn.state
    if state.medicine in turn.pack.content["medicines"]["rows"]:
        return medicines.more_on(turn, state.medicine) or topic(turn, state.topic, 0)
    if state.topic not in turn.pack.topics:
        return turn.ask(turn.voice.phrase("answers.nothing_more"), "answers.topic", "topic")
    page = turn.pack.topics[state.topic]
    if state.section + 1 < len(page["sections"]):
        return topic(turn, state.topic, state.section + 1)
    told = turn.voice.phrase("answers.no_more", name=page["name"])
    return turn.ask(told, "greeting.anything_else", "anything-else", turn.about(topics=(state.topic,)))


def source(turn: Turn) -> tuple[Reply, State]:
    """Who says what was told last, with the page's link on a card."""
    page = turn.pack.topics.get(turn.state.topic)
    row = medicines.table_of(turn)["rows"].get(turn.state.medicine)
    told = turn.pack.content["sources"].get(page["says"]) if page else None
    if row:
        basis = medicines.table_of(turn)["lines"]["bases"][row["basis"]]
        text = turn.voice.phrase("medicines.source" if basis else "medicines.source_none", basis=basis)
    elif page:
        key = "answers.source" if told else "answers.unsourced"
        text = turn.voice.phrase(key, **{name: told[name] for name in ("spoken", "title")} if told else {})
    else:
        return turn.ask(turn.voice.phrase("answers.source_none"), "answers.topic", "topic")
    reply, state = turn.ask(text, "greeting.anything_else", "anything-else", _about_last(turn))
    return replace(reply, card=_card(turn, turn.state.topic)), state


def checked(turn: Turn) -> tuple[Reply, State]:
    """When what was told last was checked against its sources, and that no clinician has signed it."""
    page = turn.pack.topics.get(turn.state.topic)
    if not page:
        return turn.ask(turn.voice.phrase("answers.source_none"), "answers.topic", "topic")
    text = turn.voice.phrase("answers.checked", date=page["reviewed"], next=page["next_review"])
    text = joined((text, "" if page["signed"] else turn.voice.phrase("answers.unsigned")))
    return turn.ask(text, "greeting.anything_else", "anything-else", _about_last(turn))


def _about_last(turn: Turn) -> Any:
    medicines = (turn.state.medicine,) if turn.state.medicine else ()
    return turn.about(topics=(turn.state.topic,), medicines=medicines)


def _offer(turn: Turn, reply: Reply, state: State, other: str) -> tuple[Reply, State]:
    """Offers to go on to another thing that was asked in the same breath."""
    content = turn.pack.content
    named = content["topics"].get(other) or content["nicknames"].get(other) or content["medicines"]["rows"][other]
    ask = turn.voice.phrase("answers.also_ask", name=named["name"])
    reprompt = turn.voice.phrase("answers.also_reprompt", name=named["name"])
    return replace(reply, ask=ask, reprompt=reprompt), replace(state, asked=f"also:{other}")


def _topics_of(turn: Turn, ids: Sequence[str]) -> list[str]:
    content = turn.pack.content
    rows, nicknames = content["medicines"]["rows"], content["nicknames"]
    return [id if id in turn.pack.topics else (nicknames.get(id) or rows[id])["topic"] for id in ids]


def _with_disclaimer(turn: Turn, told: str) -> tuple[str, Turn]:
    """The text with the disclaimer after it, the first time in a session."""
    if turn.state.disclaimed:
        return told, turn
    return f"{told} {turn.voice.phrase('greeting.disclaimer')}", turn.with_state(disclaimed=True)


def _card(turn: Turn, id: str) -> Card:
    page = turn.pack.topics[id]
    told = turn.pack.content["sources"].get(page["says"], {})
    lines = (turn.voice.fill(page["sections"][0]), told.get("title", ""), told.get("url", ""))
    title = page["name"][:1].upper() + page["name"][1:]
    return Card(title, "\n\n".join(line for line in lines if line))
