"""Each rule about responses finds the one thing that is wrong."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.platform.specimens import Json, model, request, response
from tools.lint.finding import Finding
from tools.lint.phrase import heard_as, phrases
from tools.lint.response import lint_response, same_speech

KNOWN = phrases(model())
ASKS = ("Would you like to hear more?", "Shall I go on?", False)
APL = [{"type": "Alexa.Presentation.APL.RenderDocument"}]
DISCLAIMED = "This is not a diagnosis."
CAN = {"canFulfill": "YES", "slots": {"topic": {"canUnderstand": "YES", "canFulfill": "YES"}}}


def rules(found: Iterable[Finding], level: str = "error") -> set[str]:
    return {finding.rule for finding in found if finding.level == level}


def asked(slots: Json | None = None) -> Json:
    return request("CanFulfillIntentRequest", "TopicIntent", slots={"topic": {}} if slots is None else slots)


GOOD: list[tuple[Json, Json]] = [
    (request(intent="TopicIntent"), response("Rest the leg. Drink some water.")),
    (request("LaunchRequest"), response(*ASKS)),
    (
        request(intent="AMAZON.HelpIntent"),
        response("You can ask, why do my legs cramp at night. " + ASKS[0], *ASKS[1:]),
    ),
    (request(intent="AMAZON.StopIntent"), response("Take care.")),
    (request("SessionEndedRequest"), response()),
    (request("AlexaSkillEvent.SkillDisabled"), {"version": "1.0", "response": {}}),
    (asked(), {"version": "1.0", "response": {"canFulfillIntent": CAN}}),
    (request("LaunchRequest", screen=True), response(*ASKS, directives=APL)),
    (request(intent="TopicIntent"), response('Wait. <break time="500ms"/> In about 150 in 1,000 people it passes.')),
    (request(intent="TopicIntent"), response("I can't call anyone. I'll tell you when to call a G P.")),
]


@pytest.mark.parametrize(("heard", "answer"), GOOD)
def test_a_good_response_breaks_no_rule(heard: Json, answer: Json) -> None:
    """Otherwise the cases below would prove nothing."""
    assert lint_response(heard, answer, KNOWN) == []


TOPIC, HELP = request(intent="TopicIntent"), request(intent="AMAZON.HelpIntent")
ERRORS: list[tuple[str, Json, Json]] = [
    ("RE01", TOPIC, response("a" * 8_001)),
    ("RE01", TOPIC, response("<p>Rest.")),
    ("RE01", TOPIC, response("Salt & vinegar.")),
    ("RE02", TOPIC, response('<amazon:emotion name="excited">Rest.</amazon:emotion>')),
    ("RE02", TOPIC, response('<voice name="Amy">Rest.</voice>')),
    ("RE02", TOPIC, response('<break time="11s"/>Rest.')),
    ("RE02", TOPIC, response('<audio src="a"/>' * 6)),
    ("RE03", TOPIC, response("Salt &amp; vinegar.")),
    ("RE03", TOPIC, response("See www.nhs.uk for more.")),
    ("RE04", TOPIC, {**response("Rest."), "sessionAttributes": {"a": "b" * 122_881}}),
    ("RE04", TOPIC, response("Rest.", card={"type": "Simple", "title": "a", "content": "b" * 8_000})),
    ("RE05", TOPIC, response("More?", "Go on?")),
    ("RE05", TOPIC, response("More?", "", False)),
    ("RE05", TOPIC, response("More?", "Go on?", None)),
    ("RE05", TOPIC, response("Rest.", "", False)),
    ("RE05", TOPIC, response("Rest.", "", None)),
    ("RE05", TOPIC, response("Rest.", "Go on?")),
    ("RE08", HELP, response("Ask me about cramps.")),
    ("RE08", request(intent="AMAZON.StopIntent"), response("Do you want to stop?", "Stop?", False)),
    ("RE08", request(intent="AMAZON.NavigateHomeIntent"), response(*ASKS)),
    ("RE08", request(intent="AMAZON.CancelIntent"), response("Sure? Take care.")),
    ("RE09", request("SessionEndedRequest"), response("Take care.")),
    ("RE09", request("AlexaSkillEvent.SkillDisabled"), response(card={"type": "Simple"})),
    ("RE10", asked(), {"response": {"canFulfillIntent": CAN, "outputSpeech": {"type": "SSML"}}}),
    ("RE10", asked(), {"response": {"canFulfillIntent": {**CAN, "canFulfill": "SURE"}}}),
    ("RE10", asked(), {"response": {"canFulfillIntent": {"canFulfill": "YES"}}}),
    ("RE10", asked({}), {"response": {"canFulfillIntent": CAN}}),
    ("RE10", asked(), {"response": {"canFulfillIntent": {**CAN, "slots": {"topic": {"canUnderstand": "YES"}}}}}),
    ("RE11", TOPIC, response("Rest.", directives=APL)),
    ("RE14", TOPIC, response("I will call an ambulance.")),
    ("RE14", TOPIC, response("I'm calling your doctor.")),
    ("RE15", HELP, response("You can ask, why is the sky blue. More?", "Go on?", False)),
    ("RE15", HELP, response("You can say, check my leg, or, paint my leg. More?", "Go on?", False)),
    ("MA10", TOPIC, response("Call 911.")),
    ("MA10", TOPIC, response('Call <say-as interpret-as="digits">911</say-as>.')),
    ("MA10", TOPIC, response("Call triple zero.")),
]


@pytest.mark.parametrize(("rule", "heard", "answer"), ERRORS)
def test_an_error_is_found(rule: str, heard: Json, answer: Json) -> None:
    """A response with one fault is refused, by the rule that names it."""
    assert rule in rules(lint_response(heard, answer, KNOWN))


WARNINGS: list[tuple[str, Json]] = [
    ("RE03", response("Rest!")),
    ("RE03", response("Rest (a little).")),
    ("RE04", {**response("Rest."), "sessionAttributes": {"a": "b" * 24_577}}),
    ("RE06", response("Is it hot? Is it red?", "Go on?", False)),
    ("RE06", response("Is it hot? Say so.")),
    ("RE07", response("Is it hot?", "Is it hot?", False)),
    ("RE07", response("Now the leg. Is it hot?", "Is it hot?", False)),
    ("RE12", response("Rest the leg. " * 31)),
    ("RE12", response("rest " * 26 + ".")),
    ("RE13", response("Would you like rest, heat, ice, or water?", "Which one?", False)),
]


@pytest.mark.parametrize(("rule", "answer"), WARNINGS)
def test_a_warning_is_given(rule: str, answer: Json) -> None:
    """What people may find hard is printed and does not fail."""
    assert rule in rules(lint_response(TOPIC, answer, KNOWN), "warning")


@pytest.mark.parametrize(
    ("said", "outcome", "ok"),
    [
        (f"Call 999 now. {DISCLAIMED}", "call_emergency", True),
        (f"Call 9 9 9 now. {DISCLAIMED}", "call_emergency", True),
        (f"Go to hospital. {DISCLAIMED}", "call_emergency", False),
        ("Call 999 now.", "call_emergency", False),
        (f"Talk to your G P. {DISCLAIMED}", "see_soon", True),
        ("Talk to your G P.", "see_soon", False),
    ],
)
def test_a_result_of_the_check(said: str, outcome: str, ok: bool) -> None:
    """RE14: every result has the disclaimer; the urgent one gives the number."""
    assert ("RE14" not in rules(lint_response(TOPIC, response(said), KNOWN, outcome))) is ok


def test_the_same_words_with_and_without_a_screen() -> None:
    """RE11: a screen adds to what is said and changes none of it."""
    assert list(same_speech(response("Rest.", directives=APL), response("Rest."))) == []
    assert rules(same_speech(response("Look.", directives=APL), response("Rest."))) == {"RE11"}


@pytest.mark.parametrize(
    ("phrase", "intent"),
    [
        ("Can a statin cause cramps?", "TopicIntent"),
        ("could it be a d. v. t.", "CheckIntent"),
        ("i get three cramps a week", "OftenIntent"),
        ("my leg is on fire", "SayIntent"),
        ("stop", "AMAZON.StopIntent"),
        ("can bananas cause cramps", None),
        ("my leg", None),
        ("next", None),
    ],
)
def test_how_a_phrase_is_heard(phrase: str, intent: Any) -> None:
    """Samples, values of slots, numbers, search queries and the platform's own phrases, but nothing else."""
    assert heard_as(phrase, KNOWN) == intent
