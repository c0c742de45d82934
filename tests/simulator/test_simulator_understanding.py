"""Utterances find their intents as they do at Alexa's, and the speaker says whether it guessed."""

from pathlib import Path
from typing import Any

import pytest

from simulator import Speaker

NOT_OURS = [
    "what's the weather",
    "play some music",
    "tell me a joke",
    "my stomach hurts",
    "period cramps",
    "how do i stop smoking",
    "what is a star",
    "tell me about quantum physics",
    "does homework help",
    "asdf qwer",
]


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("check my symptoms", "CheckIntent", {}),
        ("Can vitamin B12 cause leg cramps?", "SubjectIntent", {"subject": ("vitamin b twelve", "vitamin-b")}),
        ("why do my legs cramp in bed", "SubjectIntent", {"subject": ("in bed", "night-cramps")}),
        ("DVT", "AMAZON.FallbackIntent", {}),
        ("d.v.t.", "SubjectIntent", {"subject": ("d v t", "dvt")}),
        ("tell me about Parkinson's", "SubjectIntent", {"subject": ("parkinson's", "parkinsons")}),
        ("can lipitor cause leg cramps", "MedicineIntent", {"medicine": ("lipitor", "atorvastatin")}),
        ("check my mother's leg", "CheckIntent", {"who": ("my mother's", "mother")}),
        ("I'm 64 years old", "AgeIntent", {"age": ("64", None)}),
        ("i am one hundred and five", "AgeIntent", {"age": ("105", None)}),
        ("my leg is red", "TellIntent", {"words": ("is red", None)}),
    ],
)
def test_samples(speaker: Speaker, said: str, intent: str, slots: dict[str, tuple[str, str | None]]) -> None:
    """A sample matches word for word, and its slots resolve to ids."""
    turn = speaker.say(said)
    assert turn.intent == intent
    assert {name: (filled.value, filled.id) for name, filled in turn.slots.items()} == slots
    assert turn.match == ("none" if intent == "AMAZON.FallbackIntent" else "sample")


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("yeah", "AMAZON.YesIntent"),
        ("no thanks", "AMAZON.NoIntent"),
        ("say that again", "AMAZON.RepeatIntent"),
        ("go back", "AMAZON.PreviousIntent"),
        ("go home", "AMAZON.NavigateHomeIntent"),
        ("start over", "AMAZON.StartOverIntent"),
        ("never mind", "AMAZON.CancelIntent"),
        ("pause", "AMAZON.FallbackIntent"),
    ],
)
def test_built_in(speaker: Speaker, said: str, intent: str) -> None:
    """Standard phrases need no samples, but the model must name the intent."""
    assert speaker.say(said).intent == intent


def test_no_slots_before_free_words(speaker: Speaker) -> None:
    """A plain sample beats one that takes any words."""
    assert speaker.say("my leg check").intent == "CheckIntent"


def test_the_model_before_standard_phrases(speaker: Speaker) -> None:
    """A phrase that the model gives to an intent of its own is not taken for a built-in one."""
    assert (speaker.say("skip it").intent, speaker.say("skip").intent) == ("SkipIntent", "AMAZON.NextIntent")


def test_longest_carrier(speaker: Speaker) -> None:
    """Among samples that take any words the longest carrier wins."""
    assert speaker.say("my left leg is red").sample == "my left leg {words}"


def test_free_words_need_a_word(speaker: Speaker) -> None:
    """A carrier alone does not fill the slot."""
    assert speaker.say("my leg").match != "sample"


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("well, check my symptoms please", "CheckIntent", {}),
        ("how do i get rid of this cramp", "ReliefIntent", {}),
        ("is magnesium any good for cramps", "SubjectIntent", {"subject": ("magnesium", "magnesium")}),
        ("is magnezium good for cramps", "SubjectIntent", {"subject": ("magnesium", "magnesium")}),
        ("how do i stop cramping", "ReliefIntent", {}),
        ("can blurgle cause leg cramps", "SubjectIntent", {"subject": ("blurgle", None)}),
        ("why does my leg cramp at night", "TellIntent", {"words": ("why does cramp at night", None)}),
    ],
)
def test_guesses(speaker: Speaker, said: str, intent: str, slots: dict[str, tuple[str, str | None]]) -> None:
    """What no sample describes is guessed, and the guess is called one."""
    turn = speaker.say(said)
    assert (turn.match, turn.intent) == ("nearest", intent)
    assert {name: (filled.value, filled.id) for name, filled in turn.slots.items()} == slots
    assert turn.sample is not None


def test_built_in_only_at_its_word(speaker: Speaker) -> None:
    """A built-in intent is never guessed: a wrong yes would do harm."""
    assert speaker.say("yes yes yes").intent == "AMAZON.FallbackIntent"


def test_no_end_of_words(speaker: Speaker) -> None:
    """However long somebody types, an answer comes."""
    assert speaker.say("so cramps " * 2000).request == "IntentRequest"


@pytest.mark.parametrize("said", NOT_OURS)
def test_refuses(speaker: Speaker, said: str) -> None:
    """What is about something else ends in the fallback."""
    turn = speaker.say(said)
    assert (turn.match, turn.intent, turn.slots) == ("none", "AMAZON.FallbackIntent", {})


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("alexa, ask cramp guide why do my legs cramp at night", "SubjectIntent"),
        ("ask cramp guide about magnesium", "SubjectIntent"),
        ("ask cramp guide to check my symptoms", "CheckIntent"),
        ("open cramp guide and check my symptoms", "CheckIntent"),
        ("check my symptoms with cramp guide", "CheckIntent"),
        ("Alexa, please ask Cramp Guide for help", "AMAZON.HelpIntent"),
        ("alexa check my symptoms", "CheckIntent"),
    ],
)
def test_one_shot(speaker: Speaker, said: str, intent: str) -> None:
    """A request in a launch phrase starts a session of its own."""
    turn = speaker.say(said)
    assert (turn.match, turn.intent) == ("sample", intent)
    assert turn.sent is not None
    assert turn.sent["session"]["new"]


@pytest.mark.parametrize(
    "said",
    [
        "alexa, open cramp guide",
        "cramp guide",
        "talk to cramp guide",
        "start the cramp guide please",
        "ask cramp guide to",
    ],
)
def test_launch(speaker: Speaker, said: str) -> None:
    """A launch phrase without a request opens the skill."""
    assert speaker.say(said).request == "LaunchRequest"


def test_canonical_name_before_synonym(skill: Any, tmp_path: Path, model: Path) -> None:
    """An ambiguous word resolves to the value that bears it as its name."""
    text = model.read_text(encoding="utf-8").replace('"not drinking enough"', '"magnesium"')
    changed = tmp_path / "en-US.json"
    changed.write_text(text, encoding="utf-8")
    turn = Speaker("en-US", handler=skill, model=changed).say("about magnesium")
    assert [value.id for value in turn.slots["subject"].values] == ["magnesium", "dehydration"]
