"""The speaker keeps a session as a device does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator import About, Speaker
from simulator.speaker import PROBLEM

ABOUT = {"topics": ["magnesium"], "medicines": [], "question": "q1", "signs": ["RF1"], "outcome": "see_soon"}
Make = Callable[..., dict[str, Any]]


def types(skill: Any) -> list[str]:
    """The types of the requests that the skill got."""
    return [event["request"]["type"] for event in skill.heard]


def test_attributes_are_carried(speaker: Speaker, skill: Any, asking: Make) -> None:
    """What a response keeps comes back with the next request of the session, and goes when it does not."""
    skill.returns = asking("Yes?", reprompt="Yes?", attributes={"kept": 1})
    speaker.open()
    skill.returns = asking("Yes?", reprompt="Yes?")
    speaker.say("yes")
    speaker.say("yes")
    sessions = [event["session"] for event in skill.heard]
    assert [session["new"] for session in sessions] == [True, False, False]
    assert [session["attributes"] for session in sessions] == [{}, {"kept": 1}, {}]
    assert len({session["sessionId"] for session in sessions}) == 1


def test_closed_session_starts_anew(speaker: Speaker, skill: Any, telling: Make) -> None:
    """After an ending the next utterance is a one-shot request."""
    skill.returns = telling("Bye.")
    assert speaker.say("check my symptoms").ended
    speaker.say("check my symptoms")
    assert [event["session"]["new"] for event in skill.heard] == [True, True]


def test_fresh(skill: Any, model: Path) -> None:
    """A fresh speaker starts a session for every line, and silence does nothing."""
    speaker = Speaker("en-US", fresh=True, handler=skill, model=model)
    speaker.say("check my symptoms")
    assert speaker.say("").request is None
    speaker.say("yes")
    assert [event["session"]["new"] for event in skill.heard] == [True, True]


def test_invocation_replaces_the_session(speaker: Speaker, skill: Any, asking: Make) -> None:
    """Calling the skill by name in mid-session starts a new one."""
    skill.returns = asking("Yes?", reprompt="Yes?", attributes={"kept": 1})
    speaker.open()
    speaker.say("alexa, ask cramp guide about magnesium")
    assert [event["session"]["attributes"] for event in skill.heard] == [{}, {}]


def test_silence(speaker: Speaker, skill: Any) -> None:
    """Silence brings the reprompt, then the end of the session, then nothing."""
    speaker.open()
    first, second, third = speaker.say(""), speaker.say("  "), speaker.say("")
    assert (first.speech, first.request, first.ended) == ("Are you there?", None, False)
    assert (second.speech, second.request, second.ended) == ("", "SessionEndedRequest", True)
    assert (third.speech, third.request, third.ended) == ("", None, True)
    assert skill.heard[-1]["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert types(skill) == ["LaunchRequest", "SessionEndedRequest"]


def test_an_answer_after_the_reprompt(speaker: Speaker) -> None:
    """Once answered, silence starts with the reprompt again."""
    speaker.open()
    speaker.say("")
    speaker.say("yes")
    assert speaker.say("").speech == "Are you there?"


def test_silence_without_a_reprompt(speaker: Speaker, skill: Any, asking: Make) -> None:
    """A question without a reprompt ends with the first silence."""
    skill.returns = asking("Yes?")
    speaker.open()
    assert speaker.say("").request == "SessionEndedRequest"


def test_exit_is_the_devices(speaker: Speaker, skill: Any) -> None:
    """In a session "exit" never reaches the skill as an intent."""
    speaker.open()
    assert speaker.say("exit").request == "SessionEndedRequest"
    assert skill.heard[-1]["request"]["reason"] == "USER_INITIATED"
    assert not speaker.is_open


def test_close(speaker: Speaker, skill: Any) -> None:
    """Leaving the desk ends an open session, once."""
    speaker.open()
    assert speaker.close() is not None
    assert speaker.close() is None
    assert types(skill) == ["LaunchRequest", "SessionEndedRequest"]


def test_the_last_words_are_not_heard(speaker: Speaker, skill: Any, telling: Make) -> None:
    """Speech returned to SessionEndedRequest is not allowed and not heard."""
    speaker.open()
    skill.returns = telling("Goodbye.")
    turn = speaker.close()
    assert turn is not None
    assert turn.speech == ""


def test_heard(speaker: Speaker, skill: Any, asking: Make) -> None:
    """A turn tells what is heard, in words and as returned."""
    skill.returns = asking('Heat &amp; <sub alias="cold">ice</sub>.<break time="1s"/>\n More?', attributes={"about": ABOUT})
    turn = speaker.open()
    assert turn.speech == "Heat & cold. More?"
    assert turn.ssml == skill.returns["response"]["outputSpeech"]["ssml"]
    assert turn.about == About(("magnesium",), (), "q1", ("RF1",), "see_soon")


def test_about_at_the_end(speaker: Speaker, skill: Any, telling: Make) -> None:
    """What a turn was about is told when the session ends, too."""
    skill.returns = telling("Bye.", attributes={"about": ABOUT})
    assert speaker.say("yes").about.outcome == "see_soon"


def test_unset_end(skill: Any, model: Path, asking: Make) -> None:
    """An unset shouldEndSession ends, unless something is on a screen; then nobody listens and silence does nothing."""
    skill.returns = asking("There.")
    del skill.returns["response"]["shouldEndSession"]
    skill.returns["response"]["directives"] = [{"type": "Alexa.Presentation.APL.RenderDocument"}]
    assert Speaker("en-US", handler=skill, model=model).open().ended
    show = Speaker("en-US", screen=True, handler=skill, model=model)
    assert not show.open().ended
    assert (show.say("").request, show.is_open) == (None, True)


@pytest.mark.parametrize(
    "returned",
    [
        None,
        {"response": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Salt & water</speak>"}}},
        {"response": {"outputSpeech": {"type": "SSML", "ssml": "no speak"}}},
        {"response": {"outputSpeech": {"type": "PlainText", "text": "a" * 8001}}},
        {"response": object()},
    ],
)
def test_unusable_response(speaker: Speaker, skill: Any, returned: Any) -> None:
    """A response that a device refuses is reported, ends the session, and the skill is told."""
    skill.returns = returned
    turn = speaker.open()
    assert (turn.speech, turn.ended) == (PROBLEM, True)
    assert turn.problem
    assert skill.heard[-1]["request"]["reason"] == "ERROR"
    assert skill.heard[-1]["session"]["sessionId"] == skill.heard[0]["session"]["sessionId"]


def test_failing_skill(model: Path) -> None:
    """A skill that fails leaves the speaker working."""

    def fails(event: dict[str, Any], context: object) -> None:
        raise RuntimeError("no pack")

    turn = Speaker("en-US", handler=fails, model=model).open()
    assert (turn.speech, turn.problem) == (PROBLEM, "RuntimeError('no pack')")
