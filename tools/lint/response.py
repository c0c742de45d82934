"""RE: whole responses, each with the request that it answers. Tests call these on every response they produce."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tools.lint import speech
from tools.lint.finding import Finding, Level
from tools.lint.phrase import Phrases

SIZE_WARNING = 24_576
SIZE_LIMIT = 122_880
CARD_LIMIT = 8_000
CARD_TEXTS = ("title", "content", "text")
CLOSING = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"})
CAN_FULFILL = "CanFulfillIntentRequest"
APL = "Alexa.Presentation.APL"
Json = dict[str, Any]
URGENT = "call_emergency"
"""The outcome that must give the emergency number."""


def lint_response(request: Json, response: Json, known: Phrases | None = None, outcome: str | None = None) -> list[Finding]:
    """Every RE rule, and MA10, over the whole response JSON and the whole request envelope it answers.

    `known` are the phrases of the locale's model, for RE15. `outcome` is the id of the check's outcome that the
    response gives, for RE14; "call_emergency" is the urgent one.
    """
    kind = request["request"]["type"]
    if kind == CAN_FULFILL:
        return [*size(response), *can_fulfill(request, response)]
    if _silent(kind):
        return [*size(response), *says_nothing(response)]
    return [
        *size(response),
        *session(response),
        *built_ins(request, response),
        *screen(request, response),
        *spoken(request, response, known, outcome),
    ]


def spoken(request: Json, response: Json, known: Phrases | None, outcome: str | None) -> Iterator[Finding]:
    """The rules about speech, over speech and reprompt."""
    locale = request["request"].get("locale", "")
    said, again = speech.output_speech(response), speech.reprompt_speech(response)
    for place, output in (("outputSpeech", said), ("reprompt", again)):
        if output:
            yield from _at(place, _words(output, locale, known))
    if outcome:
        yield from _at("outputSpeech", speech.outcome(speech.words_of(said), locale, outcome == URGENT))
    yield from _at("reprompt", speech.repeated(speech.words_of(said), speech.words_of(again)))


def _words(output: Json, locale: str, known: Phrases | None) -> Iterator[speech.Broken]:
    text = speech.words_of(output)
    yield from speech.size(output)
    if "ssml" in output:
        yield from speech.well_formed(output["ssml"])
        yield from speech.tags(output["ssml"])
    for rule in (speech.signs, speech.question, speech.lengths, speech.options, speech.never_calls):
        yield from rule(text)
    yield from speech.foreign_numbers(text, locale)
    if known:
        yield from speech.suggestions(text, known)


def _at(place: str, broken: Iterable[speech.Broken]) -> Iterator[Finding]:
    for rule, level, wrong, do in broken:
        yield Finding(rule, "response", place, wrong, do, level)


def size(response: Json) -> Iterator[Finding]:
    """RE04 (R3, R4): the response in UTF-8, with session attributes; the card's text."""
    count = len(json.dumps(response, ensure_ascii=False).encode())
    if count > SIZE_WARNING:
        level: Level = "error" if count > SIZE_LIMIT else "warning"
        yield Finding("RE04", "response", "whole", f"{count:,} bytes", f"Keep it under {SIZE_WARNING:,}", level)
    card = response.get("response", {}).get("card") or {}
    texts = [card.get(key) or "" for key in CARD_TEXTS] + [str(url) for url in (card.get("image") or {}).values()]
    if sum(map(len, texts)) > CARD_LIMIT:
        yield Finding("RE04", "response", "card", f"more than {CARD_LIMIT:,} characters", "Shorten it")


def session(response: Json) -> Iterator[Finding]:
    """RE05 (C1, C2, R13): a closing question keeps the session open, with a reprompt; anything else closes it."""
    body = response.get("response", {})
    asks, ends = _asks(response), body.get("shouldEndSession")
    again = bool(speech.reprompt_speech(response))
    if asks and (ends is not False or not again):
        wrong = f"asks, with shouldEndSession {ends} and {'a' if again else 'no'} reprompt"
        yield Finding("RE05", "response", "shouldEndSession", wrong, "Keep the session open, with a reprompt")
    if not asks and (ends is not True or again):
        wrong = f"asks nothing, with shouldEndSession {ends} and {'a' if again else 'no'} reprompt"
        yield Finding("RE05", "response", "shouldEndSession", wrong, "Close the session, or end with a question")


def _asks(response: Json) -> bool:
    return speech.words_of(speech.output_speech(response)).endswith("?")


def built_ins(request: Json, response: Json) -> Iterator[Finding]:
    """RE08 (C4, C5): Help stays open with a question; Stop, Cancel and NavigateHome close without one."""
    intent = request["request"].get("intent", {}).get("name")
    is_open = response.get("response", {}).get("shouldEndSession") is False
    if intent == "AMAZON.HelpIntent" and not (is_open and _asks(response)):
        yield Finding("RE08", "response", intent, "does not stay open with a question", "Say what it can do, and ask")
    if intent in CLOSING and (is_open or "?" in speech.words_of(speech.output_speech(response))):
        yield Finding("RE08", "response", intent, "stays open or asks", "Say goodbye and close, in every state")


def _silent(kind: str) -> bool:
    return kind == "SessionEndedRequest" or kind.startswith("AlexaSkillEvent.")


def says_nothing(response: Json) -> Iterator[Finding]:
    """RE09 (R10): no speech, card, directive or reprompt for an ended session or a skill event."""
    body = response.get("response") or {}
    for part in ("outputSpeech", "card", "directives", "reprompt"):
        if body.get(part):
            yield Finding("RE09", "response", part, "is not permitted here", "Return an empty response")


def can_fulfill(request: Json, response: Json) -> Iterator[Finding]:
    """RE10 (6.1): canFulfillIntent and nothing else, with each slot of the request answered."""
    body = response.get("response", {})
    answer = body.get("canFulfillIntent") or {}
    for part in sorted({key for key, value in body.items() if value is not None} - {"canFulfillIntent"}):
        yield Finding("RE10", "response", part, "is not permitted here", "Return canFulfillIntent only")
    if answer.get("canFulfill") not in {"YES", "NO", "MAYBE"}:
        yield Finding("RE10", "response", "canFulfill", f"is {answer.get('canFulfill')}", "Use YES, NO or MAYBE")
    asked = set(request["request"].get("intent", {}).get("slots") or {})
    slots = answer.get("slots") or {}
    if asked != set(slots):
        wrong = f"answers {sorted(slots)} where {sorted(asked)} were asked"
        yield Finding("RE10", "response", "canFulfillIntent.slots", wrong, "Answer every slot of the request")
    for name, slot in slots.items():
        if slot.get("canUnderstand") not in {"YES", "NO", "MAYBE"} or slot.get("canFulfill") not in {"YES", "NO"}:
            do = "canUnderstand is YES, NO or MAYBE; canFulfill YES or NO"
            yield Finding("RE10", "response", f"canFulfillIntent.slots.{name}", "has another answer", do)


def screen(request: Json, response: Json) -> Iterator[Finding]:
    """RE11 (C15): no APL directive for a device without the interface."""
    device = request.get("context", {}).get("System", {}).get("device") or {}
    if APL in (device.get("supportedInterfaces") or {}):
        return
    for directive in response.get("response", {}).get("directives") or ():
        if directive.get("type", "").startswith(APL):
            yield Finding("RE11", "response", "directives", "APL for a device without a screen", "Check the device")


def same_speech(with_screen: Json, without_screen: Json) -> Iterator[Finding]:
    """RE11 (C15): the same words with and without a screen."""
    for part, of in (("outputSpeech", speech.output_speech), ("reprompt", speech.reprompt_speech)):
        if of(with_screen) != of(without_screen):
            yield Finding("RE11", "response", part, "differs with a screen", "Say the same on every device")
