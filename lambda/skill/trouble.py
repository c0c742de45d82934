"""When something fails: one clean log line, and a kind spoken sentence in place of silence."""

from __future__ import annotations

from ask_sdk_core.dispatch_components import AbstractExceptionHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from guide.pack import Pack, load
from guide.reply import Reply, Tell
from guide.voice import voice_for
from skill.hear import at_home
from skill.logs import log
from skill.say import response_to


def apology(pack: Pack, home: bool) -> Reply:
    """What is said when a turn fails: the emergency number of the country, or neutral words away from home; then a question."""
    voice = voice_for(pack, home, "")
    return Reply(
        tell=(Tell(voice.phrase("greeting.trouble")),),
        ask=voice.phrase("greeting.trouble_ask"),
        reprompt=voice.phrase("greeting.trouble_reprompt"),
    )


class TroubleHandler(AbstractExceptionHandler):
    """Catches whatever a handler raises. The words of the person are in no log line."""

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        request = handler_input.request_envelope.request
        log("trouble", request=request.object_type, error=type(exception).__name__)
        if handler_input.request_envelope.session is None or request.object_type == "SessionEndedRequest":
            return handler_input.response_builder.response
        pack = load(getattr(request, "locale", None) or "")
        return response_to(apology(pack, at_home(handler_input.request_envelope, pack)), pack.content["say_as"])
