"""Whatever arrives is answered: endless, foreign, malicious or meaningless words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.dialogue import turn
from guide.heard import Heard
from guide.listening import listen
from guide.pack import Pack, load
from guide.signs import ASKED
from guide.state import State

STRANGE = {
    "two thousand characters": "my leg hurts " * 160,
    "one word without end": "a" * 2000,
    "emoji": "my leg \U0001f9b5 hurts \U0001f622\U0001f622",
    "right to left": "\u0633\u0627\u0642\u064a \u062a\u0624\u0644\u0645\u0646\u064a \u202ecramp\u202c",
    "combining marks": "c\u0301r\u0302a\u0303m\u0304p\u0305",
    "sql": "'; DROP TABLE users; --",
    "ssml": '<speak><audio src="https://example.org/a.mp3"/>cramp</speak>',
    "braces": "{emergency} {they} {0} %s %(name)s",
    "zero width": "cra\u200bmp",
    "nothing but signs": "?!... ---",
    "newlines": "cramp\n\n\tin my\r\nleg",
    "null": "cramp\x00s",
}
STATES = {
    "start": State(),
    "check": State(mode="check", asked="leg", person="me", age=40, answers={"who": "y"}),
    "who": State(mode="check", asked="who"),
    "stretch": State(mode="stretch", asked="step", routine="calf-stretch", step=1),
    "which": State(asked="which:water-pill", topic="diuretics"),
    "after": State(asked="again", outcome="see_soon", person="me", answers={"who": "y", "often": "y"}),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", STRANGE)
def test_strange_words_are_answered_in_every_state(kind: str, state: str, pack: Pack) -> None:
    """With something to say, and without a word of theirs said back."""
    for act in ("tell", "ask", "fallback", "yes"):
        reply, _ = turn(Heard(act, words=STRANGE[kind]), STATES[state], pack)
        assert reply.text
        assert not {"<", "DROP", "{", "\u202e"} & set(reply.text.split()) and "<" not in reply.text and "{" not in reply.text


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_words_are_never_a_no(kind: str, pack: Pack) -> None:
    """In the check they leave the question open."""
    reply, after = turn(Heard("tell", words=STRANGE[kind]), STATES["check"], pack)
    assert after.answers.get("leg") != "n"
    assert reply.ask


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=st.text(max_size=200))
def test_any_text_is_listened_to(text: str) -> None:
    """No text makes the listener fail, and what it finds is something that the skill knows."""
    pack = load("en-US")
    heard = listen(text, pack.vocabulary)
    assert heard.polarity in ("", "yes", "no", "none", "hedged_no", "unsure")
    assert heard.age is None or 0 <= heard.age <= 115
    assert {sign.removesuffix(ASKED) for sign in heard.signs} <= {*pack.table.by_id, "often-not", "self-harm"}


@settings(max_examples=120, deadline=None, derandomize=True)
@given(words=st.lists(st.sampled_from(sorted(load("en-US").vocabulary.groups)), min_size=1, max_size=6))
def test_any_mixture_of_known_phrases_is_answered(words: list[str]) -> None:
    """Phrases of signs in any company, in and out of the check."""
    for state in STATES.values():
        assert turn(Heard("tell", words=" ".join(words)), state, load("en-US"))[0].text


def test_an_unknown_locale_is_answered_in_the_default_one(pack: Pack) -> None:
    """Rather English than silence; and no locale can name a file elsewhere."""
    assert load("xx-XX").locale == pack.locale
    assert load("../../../../etc/passwd").locale == pack.locale
    assert Path(load.__module__.replace(".", "/")).name == "pack"
