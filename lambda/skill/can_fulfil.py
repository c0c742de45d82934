"""CanFulfillIntentRequest: whether this skill can answer, asked before it is invoked. Nothing is said, kept or changed."""

from __future__ import annotations

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Response
from ask_sdk_model.canfulfill import (
    CanFulfillIntent,
    CanFulfillIntentValues,
    CanFulfillSlot,
    CanFulfillSlotValues,
    CanUnderstandSlotValues,
)

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
        slots = intent.slots or {}
        known = {name: bool(resolved(slot)) for name, slot in slots.items()}
        whole = CanFulfillIntentValues.NO
        if informs:
            whole = CanFulfillIntentValues.YES if all(known.values()) else CanFulfillIntentValues.MAYBE
        answer = CanFulfillIntent(
            can_fulfill=whole,
            slots={
                name: CanFulfillSlot(
                    can_understand=CanUnderstandSlotValues.YES if understood else CanUnderstandSlotValues.NO,
                    can_fulfill=CanFulfillSlotValues.YES if understood and informs else CanFulfillSlotValues.NO,
                )
                for name, understood in known.items()
            },
        )
        return handler_input.response_builder.set_can_fulfill_intent(answer).response
