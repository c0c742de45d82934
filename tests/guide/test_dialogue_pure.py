"""The conversation is one pure function: same turn, same answer, and nothing changes under it."""

import json
import random
from types import MappingProxyType
from typing import Any

import pytest

from guide.dialogue import turn
from guide.heard import Heard
from guide.pack import Pack
from guide.state import State, restored

ACTS = (
    "launch", "ask", "tell", "relief", "stretch", "check", "person", "yes", "no", "none", "not_sure", "more", "next",
    "previous", "source", "checked_when", "summary", "start_over", "help", "back", "why_ask", "meaning", "how_many",
    "skip", "repeat", "fallback", "dose", "stop_medicine", "buy", "call_someone", "diagnose", "unknown_act",
)  # fmt: skip
WORDS = (
    "", "", "", "my calf is swollen", "every night", "my mother is eighty", "no but i'm short of breath", "not sure", "statins",
    "lipitor and magnesium", "banana banana", "me i'm forty", "none of those", "my son is six", "water pill", "no swelling",
)  # fmt: skip
IDS = (
    (),
    (),
    (),
    ("statins",),
    ("atorvastatin",),
    ("mother",),
    ("water-pill", "magnesium"),
    ("gone",),
    ("calf-stretch",),
    ("son",),
)


def conversation(pack: Pack, seed: int, turns: int = 30) -> list[Any]:
    """A random conversation: everything heard, and everything answered."""
    chance, state, record = random.Random(seed), State(), []
    for _ in range(turns):
        heard = Heard(chance.choice(ACTS), chance.choice(IDS), chance.choice(WORDS), chance.random() < 0.9)
        reply, following = turn(heard, state, pack)
        again, following_again = turn(heard, state, pack)
        assert (reply, following) == (again, following_again), heard
        record.append((heard, reply, following))
        state = restored(json.loads(json.dumps(following.plain())))
        assert state == following, "the state does not come back from JSON as it was"
    return record


@pytest.mark.parametrize("seed", range(12))
def test_the_same_turn_has_the_same_answer(seed: int, pack: Pack) -> None:
    """Nothing hidden, no chance, no clock: and the next state survives the session's JSON."""
    first = conversation(pack, seed)
    assert first == conversation(Pack(pack.locale, pack.content), seed)


def test_many_turns_leave_the_content_as_it_was(pack: Pack, frozen: str) -> None:
    """The pack is shared by all sessions of a running skill."""
    for seed in range(20, 30):
        conversation(pack, seed)
    assert json.dumps(dict(pack.content), sort_keys=True) == frozen


def test_a_state_is_not_changed_under_its_owner(pack: Pack) -> None:
    """The answers given so far are read, never written."""
    answers = MappingProxyType({"who": "y", "conditions": "n"})
    state = State(mode="check", asked="lately", person="me", age=40, answers=answers)
    for act in ACTS:
        turn(Heard(act), state, pack)
    assert dict(answers) == {"who": "y", "conditions": "n"}


@pytest.mark.parametrize("seed", range(6))
def test_every_reply_can_be_spoken_and_answered(seed: int, any_pack: Pack) -> None:
    """No braces, at most one question, an open question has another wording ready, and a closed session asks nothing."""
    for heard, reply, _ in conversation(any_pack, 100 + seed):
        spoken = f"{reply.text} {reply.reprompt}"
        assert reply.text.strip(), heard
        assert "{" not in spoken and "}" not in spoken, (heard, spoken)
        assert bool(reply.ask) == bool(reply.reprompt), heard
        assert reply.text.count("?") == (1 if reply.ask else 0), (heard, reply.text)
        assert not reply.ask or reply.text.endswith("?"), (heard, reply.text)
        assert reply.ask != reply.reprompt or not reply.ask, heard
