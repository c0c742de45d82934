"""What a turn leaves behind: nothing that was said, by whom, or what it was about."""

import json
import logging
from collections.abc import Iterator

import pytest

from tests.skill.envelopes import NAMES, answered, event, intent_event

#: What stands in the stored events in place of a person's words, their account, their device and their token.
MARKERS = ("marker", "magnesium", "chest", "night-cramps", "amzn1.ask.account", "amzn1.ask.device", "amzn1.echo-api")
ALLOWED = {"event", "request", "intent", "locale", "milliseconds", "error", "reason"}


class Lines(logging.Handler):
    """Keeps every line that is logged."""

    def __init__(self) -> None:
        """Keep them at every level."""
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line as it would be written, with its traceback where it has one."""
        self.lines.append(logging.Formatter("%(message)s").format(record))


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """What the skill's log and everybody else's get while a test runs, at the lowest level."""
    kept, loggers = Lines(), [logging.getLogger(), logging.getLogger("cramp_guide")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(kept)
        logger.setLevel(logging.DEBUG)
    yield kept.lines
    for logger, level in zip(loggers, before, strict=True):
        logger.removeHandler(kept)
        logger.setLevel(level)


@pytest.mark.parametrize("name", NAMES)
def test_no_log_line_holds_anything_of_the_person(name: str, lines: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Every stored event, the strange and the failing ones too; and nothing is printed past the log."""
    answered(event(name))
    printed = "".join(capfd.readouterr())
    left = [marker for marker in MARKERS if marker in "\n".join([*lines, printed]).casefold()]
    assert not left


@pytest.mark.parametrize("name", ["launch", "ask", "tell", "ask-unknown-dialog-state", "unknown-request", "session-ended"])
def test_a_log_line_holds_only_what_is_on_the_list(name: str, lines: list[str]) -> None:
    """A turn is one line of JSON with its type, intent, locale and time."""
    answered(event(name))
    logged = [json.loads(line) for line in lines if line.startswith("{")]
    assert logged
    assert all(set(line) <= ALLOWED for line in logged)


def test_no_outcome_or_answer_of_the_check_is_logged(lines: list[str]) -> None:
    """The end of a check leaves the same line as any other turn."""
    answers = {"who": "y", "heart-breath": "y"}
    state = {"mode": "check", "person": "me", "answers": answers, "asked": "chest-pain"}
    response = answered(intent_event("AMAZON.YesIntent", state=state))
    about = response["sessionAttributes"]["about"]
    assert about["outcome"] == "call_emergency"
    assert not [word for word in (about["outcome"], *about["signs"], "chest", "heart") if word in "\n".join(lines)]


def test_the_card_of_an_outcome_tells_nothing_of_the_person() -> None:
    """A card stays in the account's history: it holds the action and no answer."""
    state = {"mode": "check", "person": "mother", "answers": {"who": "y", "heart-breath": "y"}, "asked": "chest-pain"}
    card = json.dumps(answered(intent_event("AMAZON.YesIntent", state=state))["response"]["card"]).casefold()
    assert not [word for word in ("chest", "mother", "she", "her ", "you said") if word in card]
