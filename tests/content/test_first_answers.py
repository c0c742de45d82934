"""The first answer about anything is short enough to be taken in by ear, and begins with what was understood."""

import json
import re
from collections.abc import Iterator
from typing import Any

from guide.answers import RELIEF
from guide.dialogue import turn
from guide.heard import Heard
from guide.pack import load
from guide.state import State
from simulator import Speaker
from tools.build.source import ROOT

MOST_WORDS = 75
STOP = re.compile(r"(?<!don't )(?<!not )(?<!never )(?<!before )(?<!won't )\bstop (?:it|taking|the)\b", re.IGNORECASE)
FLOXACINS = {"ciprofloxacin", "levofloxacin", "moxifloxacin", "ofloxacin", "norfloxacin"}
SUPPLEMENTS = {"pyridoxine", "vitamin-b-complex"}


def names_of_topics(locale: str, topics: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each topic with the plainest name that the interaction model knows it by."""
    path = ROOT / "interaction_model" / f"{locale}.json"
    types = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]["types"]
    subject = next(kind for kind in types if kind["name"] == "SUBJECT")
    yield from ((value["id"], value["name"]["value"]) for value in subject["values"] if value["id"] in topics)


def test_every_topic_is_told_in_seventy_five_words(locale: str, content: Any) -> None:
    """All that is heard counts: the opening, the answer, the disclaimer of a first turn, and the offer to go on."""
    told = dict(names_of_topics(locale, content["topics"]))
    assert set(told) == set(content["topics"])
    long, other = {}, {}
    for id, name in told.items():
        heard = Speaker(locale).say(f"ask cramp guide to tell me about {name}")
        if id not in heard.about.topics and heard.about.outcome is None:
            other[id] = (name, heard.speech)
        if len(heard.speech.split()) > MOST_WORDS:
            long[id] = len(heard.speech.split())
    assert other == {}
    assert long == {}


def test_every_topic_says_what_was_understood_and_who_says_so(locale: str, content: Any) -> None:
    """ "About cramps at night, according to ...": but for a cramp that is gripping now, where every second counts."""
    for id, page in content["topics"].items():
        reply, _ = turn(Heard("ask", (id,)), State(), load(locale))
        start = f"About {page['name']}"
        spoken = content["sources"][page["says"]]["spoken"] if page["says"] else ""
        assert reply.text.startswith(start) or id == RELIEF, id
        assert f"according to {spoken}:" in reply.text or not spoken or id == RELIEF, id
        assert reply.ask.endswith("?"), id


def test_every_medicine_is_told_in_seventy_five_words(locale: str, content: Any) -> None:
    """By its own name, in a first turn and in a later one."""
    pack, long = load(locale), {}
    for id in content["medicines"]["rows"]:
        for state in (State(), State(welcomed=True, disclaimed=True)):
            reply, _ = turn(Heard("ask", (id,)), state, pack)
            assert id in reply.about.medicines, id
            words = len(reply.text.split())
            if words > MOST_WORDS:
                long[id] = words
    assert long == {}


def test_every_brand_is_told_in_seventy_five_words(locale: str) -> None:
    """A name on the box is said back with what it is, which must not make the answer too long."""
    pack, long = load(locale), {}
    rows = pack.content["medicines"]["rows"]
    for name, id in pack.vocabulary.names.items():
        if id in rows and id not in pack.topics:
            reply, _ = turn(Heard("ask", (id,), words=name), State(), pack)
            if len(reply.text.split()) > MOST_WORDS and id in reply.about.medicines:
                long[name] = len(reply.text.split())
    assert long == {}


def test_the_answer_after_tell_me_more_is_as_short(locale: str, content: Any) -> None:
    """Every further part of a page, to its end, and every part ends in a question."""
    pack, long = load(locale), {}
    for id, page in content["topics"].items():
        for section in range(1, len(page["sections"])):
            state = State(welcomed=True, disclaimed=True, topic=id, section=section - 1, asked="more")
            reply, after = turn(Heard("yes"), state, pack)
            assert after.section == section, id
            assert reply.ask, id
            if len(reply.text.split()) > 90:
                long[id, section] = len(reply.text.split())
    assert long == {}


def test_only_what_a_regulator_says_to_stop_is_stopped(locale: str, content: Any) -> None:
    """Supplements may be stopped anywhere; a medicine only where that country's regulator says so, and with a call."""
    stopped = {}
    for id in content["medicines"]["rows"]:
        reply, _ = turn(Heard("ask", (id,)), State(disclaimed=True), load(locale))
        told = STOP.findall(reply.text)
        if told and id not in SUPPLEMENTS:
            stopped[id] = told
            assert "today" in reply.text, id
    assert set(stopped) <= (FLOXACINS | {"quinine"} if locale == "en-GB" else set()), stopped
