"""The session's state and what the last reply was about, in session attributes and nowhere else."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

from guide.reply import About
from guide.state import State, restored


def read_state(handler_input: HandlerInput) -> State:
    """The conversation so far; a new one where the session brings none or a damaged one."""
    if handler_input.request_envelope.session is None:
        return State()
    return restored(handler_input.attributes_manager.session_attributes.get("state"))


def write_state(handler_input: HandlerInput, state: State, about: About) -> None:
    """Keeps the state for this session's next turn, and tells what the reply is about."""
    if handler_input.request_envelope.session is None:
        return
    handler_input.attributes_manager.session_attributes = {"state": state.plain(), "about": plain(about)}


def plain(about: About) -> dict[str, Any]:
    """About as JSON-plain data."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(about).items()}
