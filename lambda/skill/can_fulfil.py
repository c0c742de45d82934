"""CanFulfillIntentRequest: whether this skill can answer, asked before it is invoked. Nothing is said, kept or changed."""

from __future__ import annotations

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Response, canfulfill

from skill.hear import resolved

#: The intents that ask for information; everything else needs a conversation.
INFORMATION = frozenset({"AskIntent", "ReliefIntent"})


class CanFulfilHandler(AbstractRequestHandler):
    """Yes for a question whose subject was recognised, maybe without one, no for everything else."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return is_request_type("CanFulfillIntentRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        intent = handler_input.request_envelope.request.intent
        informs = intent.name in INFORMATION
        known = {name: bool(resolved(slot)) for name, slot in (intent.slots or {}).items()}
        values = canfulfill.CanFulfillIntentValues
        whole = values.NO if not informs else values.YES if all(known.values()) else values.MAYBE
        slots = {name: _slot(understood, understood and informs) for name, understood in known.items()}
        answer = canfulfill.CanFulfillIntent(can_fulfill=whole, slots=slots)
        return handler_input.response_builder.set_can_fulfill_intent(answer).response


def _slot(understood: bool, fulfilled: bool) -> canfulfill.CanFulfillSlot:
    understand, fulfil = canfulfill.CanUnderstandSlotValues, canfulfill.CanFulfillSlotValues
    return canfulfill.CanFulfillSlot(
        can_understand=understand.YES if understood else understand.NO,
        can_fulfill=fulfil.YES if fulfilled else fulfil.NO,
    )
