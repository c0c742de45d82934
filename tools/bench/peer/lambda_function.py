"""The peer: what ask-sdk-core costs by itself. It launches, helps, stops, knows no intent, and has nothing to say."""

# The SDK carries no types: its handlers and what its helpers return are Any.
# mypy: disable-error-code="misc,no-any-return"

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type
from ask_sdk_model import Response

WELCOME = "Hello world."


class LaunchHandler(AbstractRequestHandler):
    """The skill was opened."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("LaunchRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return handler_input.response_builder.speak(WELCOME).ask(WELCOME).response


class HelpHandler(AbstractRequestHandler):
    """Help was asked for."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_intent_name("AMAZON.HelpIntent")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return handler_input.response_builder.speak(WELCOME).ask(WELCOME).response


class StopHandler(AbstractRequestHandler):
    """The person leaves."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_intent_name("AMAZON.StopIntent")(handler_input) or is_intent_name("AMAZON.CancelIntent")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return handler_input.response_builder.speak("Goodbye.").response


class FallbackHandler(AbstractRequestHandler):
    """Any other intent: the same short sentence for all of them."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("IntentRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        return handler_input.response_builder.speak("Sorry.").ask(WELCOME).response


_builder = SkillBuilder()
for _handler in (LaunchHandler(), HelpHandler(), StopHandler(), FallbackHandler()):
    _builder.add_request_handler(_handler)

lambda_handler = _builder.lambda_handler()
