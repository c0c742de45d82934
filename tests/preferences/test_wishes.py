"""What people may ask of the speaking itself, anywhere in a conversation, with nothing kept beyond it."""

import re

import pytest

from guide.brief import brief
from guide.pack import Pack, load
from simulator import Speaker
from tests.guide.conftest import LOCALES

SLOW = '<prosody rate="85%">'


def test_slower_speech_begins_with_the_confirmation() -> None:
    """Speech, question and reprompt, and the next answer too."""
    speaker = Speaker("en-GB")
    speaker.open()
    for said in ("speak slower", "why do my legs cramp at night"):
        turn = speaker.say(said)
        assert str(turn.ssml).startswith(f"<speak>{SLOW}")
        assert str(turn.returned and turn.returned["response"]["reprompt"]["outputSpeech"]["ssml"]).startswith(f"<speak>{SLOW}")


@pytest.mark.parametrize(
    ("said", "rates"),
    [
        ("speak slower", {"85"}),
        ("speak faster", {"115"}),
        ("speak normally", set()),
    ],
)
def test_each_pace_has_a_rate(said: str, rates: set[str]) -> None:
    """The usual pace is the voice's own: nothing is written around it."""
    assert set(re.findall(r'rate="(\d+)%"', str(Speaker("en-US").say(f"ask cramp guide to {said}").ssml))) == rates


def test_slower_has_an_end() -> None:
    """The third time nothing changes, and that is said."""
    speaker = Speaker("en-US")
    speaker.open()
    turns = [speaker.say("slower please") for _ in range(2)]
    assert "slower" in turns[0].speech
    assert "limit" in turns[1].speech
    assert SLOW in str(turns[1].ssml)


def test_results_are_slower_than_answers_at_every_pace() -> None:
    """They are acted on. Even who wants it fast hears the action at the voice's own rate."""
    for wish, rates in (("speak slower", ["80", "85"]), ("speak normally", ["90"]), ("speak faster", ["115"])):
        speaker = Speaker("en-US")
        speaker.open()
        speaker.say(wish)
        turn = speaker.say("i have crushing chest pain")
        assert turn.about.outcome == "call_emergency"
        assert re.findall(r'rate="(\d+)%"', str(turn.ssml)) == rates


def test_a_wish_leaves_the_open_question_open() -> None:
    """After the confirmation the same question is asked, and a yes still answers it."""
    speaker = Speaker("en-US")
    speaker.open()
    speaker.say("why do my legs cramp at night")
    assert speaker.say("speak slower").speech.endswith("Shall I tell you more?")
    assert "night-cramps" in speaker.say("yes").about.topics


def test_repeat_after_slower_says_the_answer_again() -> None:
    """Who asks for slower speech has missed something: it is the answer that they want again."""
    speaker = Speaker("en-US")
    speaker.open()
    told = speaker.say("why do my legs cramp at night").speech
    speaker.say("speak slower")
    again = speaker.say("say that again")
    assert again.speech == told.removesuffix(" ")
    assert SLOW in str(again.ssml)


@pytest.mark.parametrize("said", ["speak slower", "short answers", "what do you keep about me", "forget me"])
def test_in_the_check_the_question_comes_again_and_nothing_is_lost(said: str) -> None:
    """A wish is no answer: neither a no nor a step."""
    speaker = Speaker("en-US")
    speaker.open()
    speaker.say("check my symptoms")
    asked = speaker.say("me i'm forty")
    turn = speaker.say(said)
    assert turn.about.question == asked.about.question
    assert not turn.ended


def test_in_a_stretch_the_step_comes_after_a_wish() -> None:
    """The stretch goes on where it was."""
    speaker = Speaker("en-US")
    for said in ("open cramp guide", "guide me through a calf stretch", "yes"):
        before = speaker.say(said)
    assert before.speech.split(".")[-1] in speaker.say("speak slower").speech
    assert speaker.say("next").speech != before.speech


def test_a_short_answer_is_shorter_and_full_comes_back() -> None:
    """In the same session, for the same page."""
    speaker = Speaker("en-US")
    speaker.open()
    full = speaker.say("why do my legs cramp at night").speech
    speaker.say("short answers")
    short = speaker.say("why do my legs cramp at night").speech
    speaker.say("full answers")
    assert len(short) < len(full)
    assert speaker.say("why do my legs cramp at night").speech.split(":")[1] in full


@pytest.mark.parametrize("locale", LOCALES)
def test_no_short_answer_leaves_out_a_warning(locale: str) -> None:
    """Not one sentence with a number, a day, a "don't" or somebody to ask, on any page."""
    content = load(locale).content
    for id, page in content["topics"].items():
        whole = page["sections"][0]
        told = brief(whole, content["never_left_out"])
        left = [sentence for sentence in re.split(r"(?<=[.?])\s+", whole) if sentence not in told]
        warning = re.compile(r"\{|\b(?:today|call|don't|never|ask|within|get help|unless|fever)\b", re.IGNORECASE)
        assert not [sentence for sentence in left if warning.search(sentence)], id
        assert told.startswith(whole[:20])


def test_some_page_is_cut(pack: Pack) -> None:
    """Or the test above would find nothing to say."""
    content = pack.content
    cut = [
        id
        for id, page in content["topics"].items()
        if brief(page["sections"][0], content["never_left_out"]) != page["sections"][0]
    ]
    assert len(cut) > 15


@pytest.fixture
def pack() -> Pack:
    """What is said in the default locale."""
    return load("en-US")


def test_what_is_kept_is_said_in_full() -> None:
    """The three things, this person's own, and how to be rid of them."""
    speaker = Speaker("en-US")
    speaker.open()
    speaker.say("speak slower")
    speaker.say("short answers")
    told = speaker.say("what do you keep about me").speech
    for part in ("nothing about your health", "the welcome", "slower", "short answers", "forget me"):
        assert part in told
