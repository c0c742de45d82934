"""Red-flag signs in people's own words: found, unless denied; and harmless look-alikes left alone."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.listening import Understood, listen
from guide.pack import Pack
from guide.signs import ASKED

SELDOM = "often-not"

SAID: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("heard.toml").read_text(encoding="utf-8"))["said"]
Hear = Callable[[str], Understood]


def stated(heard: Understood) -> set[str]:
    """The red-flag signs that count at any time: without those that only count while the check asks, and how often."""
    return {sign for sign in heard.signs if not sign.endswith(ASKED)} - {SELDOM}


@pytest.mark.parametrize("said", SAID, ids=lambda said: said["text"])
def test_signs_are_heard_and_denials_are_not(said: dict[str, Any], hear: Hear) -> None:
    """Each line of heard.toml."""
    heard = stated(hear(said["text"]))
    assert set(said.get("signs", ())) <= heard
    assert not set(said.get("not", ())) & heard
    if "signs" not in said and "not" not in said:
        assert heard == set()


@pytest.mark.parametrize("said", [said for said in SAID if "signs" in said], ids=lambda said: said["text"])
def test_every_region_hears_the_same_signs(said: dict[str, Any], any_pack: Pack) -> None:
    """What is dangerous is so everywhere."""
    assert set(said["signs"]) <= stated(listen(said["text"], any_pack.vocabulary))


def test_what_is_denied_is_told_apart_from_what_is_not_said(hear: Hear) -> None:
    """A denied sign is known to be denied."""
    heard = hear("no chest pain and my leg is not swollen")
    assert stated(heard) == set()
    assert {"chest-pain", "leg-swollen"} <= set(heard.denied)


def test_a_sign_both_denied_and_said_counts_as_said(hear: Hear) -> None:
    """In doubt for the sign."""
    heard = hear("no chest pain yesterday but i have chest pain now")
    assert "chest-pain" in heard.signs
    assert "chest-pain" not in heard.denied


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("can a blood clot feel like a cramp", True),
        ("what does a swollen calf mean", True),
        ("does a stroke cause leg cramps", True),
        ("is my swollen calf a clot", False),
        ("my calf is swollen", False),
        ("should i worry that my foot is cold", False),
    ],
)
def test_a_general_question_is_no_statement(text: str, asking: bool, hear: Hear) -> None:
    """ "What does a swollen calf mean" is no sign of the person who asks it."""
    assert hear(text).asking is asking


@pytest.mark.parametrize("text", ["i want to kill myself", "i don't want to be alive anymore", "i took all my tablets to end it"])
def test_self_harm_is_heard(text: str, hear: Hear) -> None:
    """However it is said."""
    assert {"self-harm", "overdose"} & stated(hear(text))


def test_how_often_is_heard_without_a_yes(hear: Hear) -> None:
    """ "Every night" answers how often, and so does "now and then"."""
    assert "often" in hear("every night").signs
    assert SELDOM in hear("once in a blue moon").signs
