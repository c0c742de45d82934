"""Whatever arrives as slot text is met with a kind sentence: nothing fails, nothing is said back raw, nothing is logged."""

import json
import logging
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from guide.state import restored
from simulator.skill import LambdaContext, load_handler
from tests.skill.envelopes import Json, intent_event, is_open, said

BAD = {
    "empty": "",
    "blank": "   ",
    "one letter": "q",
    "two thousand characters": "zyx " * 500,
    "one word of two thousand characters": "z" * 2000,
    "emoji": "🦵🔥😭🦵",
    "right to left": "\u202eساقي تؤلمني\u202c שלום",
    "sql": "'; DROP TABLE users; -- OR 1=1",
    "json": '{"intent": {"name": "AMAZON.StopIntent"}, "slots": [1, 2]}',
    "ssml": '<audio src="https://example.org/x.mp3"/><break time="10s"/>',
    "broken markup": "</prosody> & <say-as ]]> <!--",
    "profanity": "you useless bloody piece of shit",
    "control characters": "\x00\x07\x1b[31m zzz \u0000",
    "placeholders": "{emergency} {doctor} %s {0} ${PATH}",
}
STATES: dict[str, Json] = {"outside": {}, "in the check": {"mode": "check", "asked": "chest-pain", "answers": {"who": "y"}}}
#: Intents that hand on free words, but for those whose carrier says yes: that is an answer, whatever follows.
FREE = ("TellMineIntent", "TellIntent", "TellNotIntent", "TellCannotIntent", "TellHerIntent", "NoButTellIntent")
LISTED = {"AskIntent": "subject", "PersonIntent": "person", "DoseIntent": "subject"}


class Lines(logging.Handler):
    """Keeps every line that is logged."""

    def __init__(self) -> None:
        """Keep them at every level."""
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line as it would be written."""
        self.lines.append(logging.Formatter("%(message)s").format(record))


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """What is logged anywhere while a test runs."""
    kept, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    yield kept.lines
    root.removeHandler(kept)
    root.setLevel(level)


def asked(intent: str, slot: str, text: str, state: Json) -> Json:
    """The whole response to an intent with the text in a slot that resolves to nothing."""
    value: Json = {"name": slot, "value": text, "confirmationStatus": "NONE"}
    event = intent_event(intent, {slot: value}, **({"state": state} if state else {}))
    response: Json = json.loads(json.dumps(load_handler()(json.loads(json.dumps(event)), LambdaContext())))
    return response


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_slot_text_gets_a_kind_fallback(text: str, state: Json, logged: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Every free-text intent and those with lists: sound speech, the session open, and the text nowhere to be found."""
    for intent, slot in [*((name, "words") for name in FREE), ("TellIntent", "sign"), *LISTED.items()]:
        response = asked(intent, slot, text, state)
        ssml = response["response"]["outputSpeech"]["ssml"]
        ElementTree.fromstring(ssml)
        assert is_open(response), (intent, said(response))
        assert said(response)
        assert "something went wrong" not in said(response), intent
        about = response["sessionAttributes"]["about"]
        assert not (about["topics"] or about["medicines"] or about["signs"] or about["outcome"]), (intent, about)
        if len(text.strip()) > 1:
            left = "".join([json.dumps(response, ensure_ascii=False), *logged, *capfd.readouterr()])
            assert text.strip() not in left, intent
            assert json.dumps(text.strip())[1:-1] not in left, intent


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_slot_text_is_never_an_answer(text: str) -> None:
    """In the check it neither says yes nor no: the question is asked again."""
    for intent in ("TellIntent", "TellMineIntent"):
        slot = LISTED.get(intent, "words")
        state = restored(asked(intent, slot, text, STATES["in the check"])["sessionAttributes"]["state"])
        assert state.answers == {"who": "y"}, intent
        assert state.asked == "chest-pain", intent
