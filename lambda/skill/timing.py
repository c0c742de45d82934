"""Interceptors that time a turn and log it: request type, intent, locale and milliseconds."""

from __future__ import annotations

import time

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor, AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import IntentRequest, Response

from skill.logs import log

_START = "started"


class StartClock(AbstractRequestInterceptor):
    """Notes when the turn began, in the request's own attributes."""

    def process(self, handler_input: HandlerInput) -> None:
        handler_input.attributes_manager.request_attributes[_START] = time.perf_counter()


class LogTurn(AbstractResponseInterceptor):
    """Logs the turn: nothing said, nothing about anybody."""

    def process(self, handler_input: HandlerInput, response: Response) -> None:
        request = handler_input.request_envelope.request
        began = handler_input.attributes_manager.request_attributes.get(_START, time.perf_counter())
        log(
            "turn",
            request=request.object_type,
            intent=request.intent.name if isinstance(request, IntentRequest) else None,
            locale=getattr(request, "locale", None),
            milliseconds=round((time.perf_counter() - began) * 1000),
        )
