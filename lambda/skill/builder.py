"""The skill put together once a process: handlers in order, interceptors, and the application id it answers to."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder

from skill.can_fulfil import CanFulfilHandler
from skill.conversation import IntentHandler, LaunchHandler, SessionEndedHandler, UnhandledHandler
from skill.events import SkillDisabledHandler
from skill.fence import fenced
from skill.logs import set_up
from skill.preferences import ready
from skill.reader import RequestReader
from skill.recall import refuse_what_must_stay
from skill.timing import LogTurn, StartClock
from skill.trouble import TroubleHandler

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


def build_handler() -> Handler:
    """The Lambda handler. With SKILL_ID set, requests of any other skill are refused."""
    set_up()
    ready()
    refuse_what_must_stay()
    builder = SkillBuilder()
    if skill_id := os.environ.get("SKILL_ID"):
        builder.skill_id = skill_id
    for handler in (
        LaunchHandler(),
        IntentHandler(),
        SessionEndedHandler(),
        CanFulfilHandler(),
        SkillDisabledHandler(),
        UnhandledHandler(),
    ):
        builder.add_request_handler(handler)
    builder.add_exception_handler(TroubleHandler())
    builder.add_global_request_interceptor(StartClock())
    builder.add_global_response_interceptor(LogTurn())
    return fenced(_handler_of(builder.create()))


def _handler_of(skill: CustomSkill) -> Handler:
    """The skill as a handler. The SDK's own would make a new skill every turn and send the event through JSON once more."""
    reader = skill.serializer = RequestReader()

    def lambda_handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
        return reader.serialize(skill.invoke(reader.deserialize(event), context))

    return lambda_handler
