"""What Alexa tells the skill outside any conversation: nobody is listening, and nothing may be said."""

from __future__ import annotations

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Response

from skill.preferences import Visit, user_of

#: How often the deletion is tried. Nobody waits, and Lambda gives 7 seconds.
TRIES = 2


class SkillDisabledHandler(AbstractRequestHandler):
    """The skill was disabled: what was kept for that user goes. The event may come twice, late, or out of order (6.3)."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("AlexaSkillEvent.SkillDisabled")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        user = user_of(handler_input.request_envelope)
        any(Visit(user).forgotten() for _ in range(TRIES))
        return handler_input.response_builder.response
