"""Every conversation of the project, with markers in all that people say: none of it is stored, logged, counted or shown.

What may be found in a card is the page that was told, and never what was said of anybody.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from moto import mock_aws

from simulator import Speaker
from simulator.skill import LambdaContext, load_handler
from tests.conversations.script import SCRIPTS, play, script_at
from tests.preferences.table import SETTINGS, Table, create

#: Put after free words, in place of what was heard for a slot, and into ids that Alexa gives.
MARKER = "zqmarker"
FIELDS = {"id", "version", "pace", "length", "welcomed", "expires"}
VALUES = {"slow", "normal", "fast", "full", "short", True, False, "1"}
LOGGED = {"event", "request", "intent", "locale", "milliseconds", "error", "reason", "operation"}
#: Words of answers and outcomes that no line of a log may hold.
HEALTH = ("call_emergency", "see_today", "see_soon", "ask_pharmacist", "self_care", "chest", "swollen", "pregnan", "statin")


class Everything(logging.Handler):
    """Keeps every line that anything logs while a conversation goes on."""

    def __init__(self) -> None:
        """Keep them at every level."""
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the skill's lines, and whatever else holds a marker; the clients of AWS are chatty here and mute there."""
        line = logging.Formatter("%(message)s").format(record)
        if record.name == "cramp_guide" or MARKER in line:
            self.lines.append(line)


@pytest.fixture
def everything() -> Iterator[list[str]]:
    """The lines that are logged while a test runs."""
    kept, own = Everything(), logging.getLogger("cramp_guide")
    logging.getLogger().addHandler(kept)
    before = own.level
    own.setLevel(logging.DEBUG)
    yield kept.lines
    own.setLevel(before)
    logging.getLogger().removeHandler(kept)


@pytest.fixture(scope="module")
def one_table() -> Iterator[Table]:
    """One table for all conversations: to make one takes longer than to talk."""
    with pytest.MonkeyPatch.context() as environment, mock_aws():
        for name, value in {**SETTINGS, "TABLE": "preferences-of-all"}.items():
            environment.setenv(name, value)
        yield create("preferences-of-all")


@pytest.fixture
def table(one_table: Table) -> Table:
    """The table, with nothing in it."""
    for item in one_table.items():
        one_table.client.delete_item(TableName=one_table.name, Key={"id": item["id"]})
    return one_table


class Marked:
    """The skill behind an ear that marks whatever it hears; it keeps the cards that come back."""

    def __init__(self) -> None:
        """No card yet."""
        self.cards: list[str] = []

    def __call__(self, event: Mapping[str, Any], context: Any = None) -> Any:
        """The skill's answer to the marked request."""
        returned = load_handler()(marked(event), LambdaContext())
        self.cards.append(json.dumps(returned["response"].get("card"), ensure_ascii=False).casefold())
        return returned


def marked(event: Mapping[str, Any]) -> dict[str, Any]:
    """The request with a marker in every id of the person and in every word that they said."""
    sent: dict[str, Any] = json.loads(json.dumps(event))
    sent["session"]["user"]["userId"] = sent["context"]["System"]["user"]["userId"] = f"amzn1.ask.account.{MARKER}"
    sent["context"]["System"]["device"]["deviceId"] = f"amzn1.ask.device.{MARKER}"
    sent["context"]["System"]["apiAccessToken"] = MARKER
    for slot in (sent["request"].get("intent") or {}).get("slots", {}).values():
        if "value" in slot:
            slot["value"] = MARKER if "resolutions" in slot else f"{slot['value']} {MARKER}"
            slot["slotValue"] = {**slot.get("slotValue", {}), "value": slot["value"]}
    return sent


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_conversation_leaves_anything_of_anybody(
    path: Path, table: Table, everything: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """Table, log, standard output and cards, after every line of the script."""
    script, skill = script_at(path), Marked()
    said = {line.said.casefold() for line, _ in play(script, Speaker(script.locale, handler=skill))}
    _stored(table)
    printed = "".join(capfd.readouterr())
    log = "\n".join([*everything, printed]).casefold()
    assert MARKER not in log
    assert not [word for word in HEALTH if word in log]
    assert all(set(json.loads(line)) <= LOGGED for line in everything)
    spoken = [words for words in said if len(words.split()) > 3]
    assert not [words for words in spoken if words in log or any(words in card for card in skill.cards)]
    assert not [card for card in skill.cards if MARKER in card]


def _stored(table: Table) -> None:
    """One item at most, of known fields with known values; the id and the date apart, which are of no words."""
    items = table.items()
    assert len(items) <= 1
    for item in items:
        assert set(item) == FIELDS
        values = {value for name, kinds in item.items() if name not in ("id", "expires") for value in kinds.values()}
        assert values <= VALUES
        assert MARKER not in str(item)


def test_the_marker_is_heard(table: Table) -> None:
    """Or the test above would pass for a skill that never saw it: it reaches the words that the skill listens to."""
    heard: list[str] = []

    def ear(event: Mapping[str, Any], context: Any = None) -> Any:
        sent = marked(event)
        heard.append(json.dumps(sent["request"]))
        return load_handler()(sent, LambdaContext())

    Speaker("en-US", handler=ear).say("ask cramp guide my calf is swollen")
    assert MARKER in heard[0]
