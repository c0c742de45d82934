"""A session's state held against today's pack: what it names and the pack does not have is dropped, the rest is kept.

So a damaged session, or one begun on another release, goes on: what is lost is asked again, and nothing that was
answered is forgotten.
"""

from __future__ import annotations

from dataclasses import replace

from guide.check import REST
from guide.pack import Pack
from guide.state import State

#: Offers that a yes or no can answer outside the check; two of them carry an id.
OFFERS = frozenset({"more", "again", "check", "stretch", "step", "topic", "anything-else"})


def mended(state: State, pack: Pack) -> State:
    """The state with nothing in it that the pack does not know."""
    table, content = pack.table, pack.content
    rows, routines = content["medicines"]["rows"], content["routines"]
    in_check = state.mode == "check"
    return replace(
        state,
        mode=state.mode if state.mode in ("check", "stretch") else "",
        asked=state.asked if (state.asked in table.by_id if in_check else _offered(state.asked, pack)) else "",
        answers={id: answer for id, answer in state.answers.items() if id.removesuffix(REST) in table.by_id},
        person=state.person if state.person == "me" or state.person in pack.persons else "",
        topic=state.topic if state.topic in pack.topics else "",
        medicine=state.medicine if state.medicine in rows and state.topic in pack.topics else "",
        routine=state.routine if state.routine in routines else "",
        outcome=state.outcome if state.outcome in table.outcomes else "",
    )


def _offered(asked: str, pack: Pack) -> bool:
    """Whether an offer is one that can have been made."""
    kind, _, id = asked.partition(":")
    content = pack.content
    if kind == "also":
        return id in pack.topics or id in content["medicines"]["rows"] or id in content["nicknames"]
    return id in content["nicknames"] if kind == "which" else asked in OFFERS
