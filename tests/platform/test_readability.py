"""Texts that are hard to follow are found."""

import pytest

from tools.lint.readability import average, filled, lint_texts, score

PLAIN = "Stand up. Put your weight on the leg. Pull your toes up to your shin. Hold it until the cramp goes."
DENSE = "Neuromuscular hyperexcitability occasionally precipitates involuntary gastrocnemius contractions nocturnally."
LONG = "You can rest " + "and rest " * 10 + "."


def test_plain_text_passes() -> None:
    """Short words and short sentences draw no finding."""
    assert list(lint_texts([("topic", PLAIN)])) == []


@pytest.mark.parametrize("text", [DENSE, LONG])
def test_hard_text_is_refused(text: str) -> None:
    """A section above grade 8 and a sentence above 20 words are errors that name their place."""
    assert any(item.level == "error" and item.place == "hard" for item in lint_texts([("hard", text)]))


def test_the_average_is_held() -> None:
    """Sections of grade 7 pass one by one, and not all together."""
    text = "Magnesium tablets are popular with many people. Studies of older adults did not find that they help."
    assert 6 < average([score("a", text)]) <= 8
    places = {item.place: item.level for item in lint_texts([("a", text), ("b", text)])}
    assert places == {"a": "warning", "b": "warning", "all texts": "error"}


def test_placeholders_are_read_as_words() -> None:
    """What is filled at run time counts as one plain word, and braces are never read."""
    assert filled("Call {emergency} if {They} {are} faint.") == "Call 999 if she is faint."


def test_no_texts_have_no_average() -> None:
    """Nothing to read is nothing wrong."""
    assert list(lint_texts([])) == []
