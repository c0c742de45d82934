"""What a session remembers survives the way through JSON, and damaged memory does no harm."""

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.dialogue import turn
from guide.heard import Heard
from guide.pack import Pack, load
from guide.preferences import Preferences
from guide.state import State, restored

FULL = State(
    mode="check",
    asked="leg",
    tries=1,
    answers={"who": "y", "conditions": "n"},
    person="mother",
    age=80,
    topic="statins",
    medicine="atorvastatin",
    section=2,
    routine="calf-stretch",
    step=3,
    outcome="see_soon",
    welcomed=True,
    disclaimed=True,
    said=("Told.", "Asked?", "Asked again?"),
    preferences=Preferences(pace="slow", length="short", welcomed=True),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def test_a_state_comes_back_as_it_was() -> None:
    """Through JSON and back, whether full or fresh."""
    for state in (State(), FULL):
        assert restored(json.loads(json.dumps(state.plain()))) == state


def test_a_fresh_state_takes_no_room() -> None:
    """What is still as at the start is not written."""
    assert State().plain() == {}
    assert set(FULL.plain()) == {field.name for field in fields(State)}


def test_the_order_of_the_answers_is_kept() -> None:
    """ "Go back" takes back the last one."""
    state = State(answers={"who": "y", "leg": "n", "body": "u", "conditions": "n"})
    assert list(restored(json.loads(json.dumps(state.plain()))).answers) == ["who", "leg", "body", "conditions"]


@pytest.mark.parametrize("data", [None, "", 7, [], "state", [1, 2], True])
def test_what_is_no_state_is_a_new_one(data: Any) -> None:
    """Nothing, or something else altogether."""
    assert restored(data) == State()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mode", 3), ("asked", None), ("tries", "1"), ("tries", -1), ("tries", True), ("answers", {"leg": "maybe"}),
        ("answers", {"leg": 1}), ("answers", ["leg"]), ("person", {}), ("age", 1000), ("age", "old"), ("age", -3),
        ("topic", []), ("section", 10**9), ("step", 1.5), ("outcome", False), ("welcomed", 1), ("disclaimed", "yes"),
        ("said", "hello"), ("said", ["a", "b"]), ("said", [1, 2, 3]), ("nobody", "knows"),
        ("preferences", "slow"), ("preferences", {"pace": "warp", "length": 7}),
    ],
)  # fmt: skip
def test_a_damaged_field_is_left_at_its_start(name: str, value: Any) -> None:
    """And the sound ones beside it are kept."""
    kept = restored({**FULL.plain(), name: value})
    assert getattr(kept, name, None) == getattr(State(), name, None)
    others = [field.name for field in fields(State) if field.name != name]
    assert all(getattr(kept, other) == getattr(FULL, other) for other in others)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.dictionaries(st.sampled_from([field.name for field in fields(State)]) | st.text(max_size=5), JSON, max_size=8))
def test_any_data_gives_a_state_that_can_be_talked_with(data: dict[str, Any]) -> None:
    """Whatever stands in the session, the next turn is answered."""
    pack = load("en-US")
    for act in ("yes", "no", "repeat", "more", "help", "fallback", "back", "next"):
        reply, state = turn(Heard(act), restored(data), pack)
        assert reply.text
        assert restored(json.loads(json.dumps(state.plain()))) == state


@pytest.mark.parametrize("name", ["topic", "medicine", "asked", "routine", "person", "outcome"])
@pytest.mark.parametrize("act", ["yes", "no", "more", "source", "repeat", "check", "stretch", "back", "summary", "checked_when"])
def test_unknown_ids_are_answered(name: str, act: str, pack: Pack) -> None:
    """A session from before a content update names things that are gone."""
    for mode in ("", "check", "stretch"):
        state = State(mode=mode, **{name: "gone"})
        assert turn(Heard(act), state, pack)[0].text
    for id in ("also:gone", "which:gone", "also:"):
        assert turn(Heard(act), State(asked=id), pack)[0].text
