"""The session's state and what the last reply was about, in session attributes and nowhere else."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

from guide.reply import About
from guide.state import State, restored
from skill.preferences import Visit, user_of


def read_state(handler_input: HandlerInput) -> State:
    """The conversation so far; a new one where the session brings none or a damaged one."""
    if handler_input.request_envelope.session is None:
        return State()
    return restored(handler_input.attributes_manager.session_attributes.get("state"))


def visited(handler_input: HandlerInput) -> tuple[Visit, State]:
    """The turn's dealings with the store, and the conversation so far: a session begins with what the store has kept."""
    envelope = handler_input.request_envelope
    attributes = handler_input.attributes_manager.session_attributes if envelope.session else {}
    visit = Visit(user_of(envelope), unread=attributes.get("unread") is True)
    if "state" in attributes or visit.unread:
        return visit, read_state(handler_input)
    return visit, State(preferences=visit.recalled())


def write_state(handler_input: HandlerInput, state: State, about: About, *, unread: bool = False) -> None:
    """Keeps the state for this session's next turn, and tells what the reply is about.

    `unread` says that this session goes without the store.
    """
    if handler_input.request_envelope.session is None:
        return
    attributes: dict[str, Any] = {"state": state.plain(), "about": plain(about)}
    handler_input.attributes_manager.session_attributes = attributes | ({"unread": True} if unread else {})


def plain(about: About) -> dict[str, Any]:
    """About as JSON-plain data."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(about).items()}
