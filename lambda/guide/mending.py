"""A session's state held against today's pack: what it names and the pack does not have is dropped, the rest is kept.

So a damaged session, or one begun on another release, goes on: what is lost is asked again, and nothing that was
answered is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace

from guide.check import REST
from guide.pack import Pack
from guide.state import State

#: Offers that a yes or no can answer outside the check; two of them carry an id.
OFFERS = frozenset({"more", "again", "check", "stretch", "step", "topic", "anything-else"})


def mended(state: State, pack: Pack) -> State:
    """The state with nothing in it that the pack does not know. What is empty is sound, and opens no page of the pack."""
    topic = _known(state.topic, lambda: pack.topics)
    return replace(
        state,
        mode=state.mode if state.mode in ("check", "stretch") else "",
        asked=_known(state.asked, lambda: pack.table.by_id) if state.mode == "check" else _offered(state.asked, pack),
        answers={id: answer for id, answer in state.answers.items() if id.removesuffix(REST) in pack.table.by_id},
        person=state.person if state.person == "me" else _known(state.person, lambda: pack.persons),
        topic=topic,
        medicine=_known(state.medicine, lambda: pack.content["medicines"]["rows"]) if topic else "",
        routine=_known(state.routine, lambda: pack.content["routines"]),
        outcome=_known(state.outcome, lambda: pack.table.outcomes),
    )


def _known(id: str, known: Callable[[], Container[str]]) -> str:
    return id if id and id in known() else ""


def _offered(asked: str, pack: Pack) -> str:
    """The offer, if it is one that can have been made."""
    kind, _, id = asked.partition(":")
    content = pack.content
    if kind == "also":
        made = id in pack.topics or id in content["medicines"]["rows"] or id in content["nicknames"]
    else:
        made = id in content["nicknames"] if kind == "which" else asked in OFFERS
    return asked if made else ""
