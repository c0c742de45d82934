"""The handlers of a conversation: read the request, take the turn, render."""

from __future__ import annotations

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Response

from guide.dialogue import turn
from guide.pack import Pack
from skill.hear import heard_in
from skill.recall import pack_in
from skill.say import response_to
from skill.session import visited, write_state


def pack_for(handler_input: HandlerInput) -> Pack:
    """The content of the request's locale."""
    return pack_in(getattr(handler_input.request_envelope.request, "locale", None) or "")


def respond(handler_input: HandlerInput) -> Response:
    """Hears the request, takes the turn, and renders its reply."""
    pack = pack_for(handler_input)
    visit, before = visited(handler_input)
    heard = visit.obeyed(heard_in(handler_input.request_envelope, pack))
    reply, state = turn(heard, before, pack)
    visit.keep(before, state, heard)
    write_state(handler_input, state, reply.about, unread=visit.unread)
    return response_to(reply, pack.content["say_as"], state.preferences.pace)


class LaunchHandler(AbstractRequestHandler):
    """ "Alexa, open cramp guide"."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("LaunchRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return respond(handler_input)


class IntentHandler(AbstractRequestHandler):
    """Every intent: what it means in this state is the dialogue's affair. An unknown one is answered as not understood."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("IntentRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return respond(handler_input)


class SessionEndedHandler(AbstractRequestHandler):
    """The session is over: nothing may be said."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("SessionEndedRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return handler_input.response_builder.response


class UnhandledHandler(AbstractRequestHandler):
    """Any other request with a session: a person may be waiting, so it is answered as not understood."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        if handler_input.request_envelope.session is None:
            return handler_input.response_builder.response
        return respond(handler_input)
