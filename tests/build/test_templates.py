"""Sentence templates stand for every sentence that they allow."""

import pytest

from tools.build.samples import expand


@pytest.mark.parametrize(
    ("template", "sentences"),
    [
        ("how are you", ["how are you"]),
        ("(what|how) about {subject}", ["what about {subject}", "how about {subject}"]),
        ("tell me (more|)", ["tell me more", "tell me"]),
        ("(a|b) (c|d)", ["a c", "a d", "b c", "b d"]),
        ("  (please|)  stop ", ["please stop", "stop"]),
        ("(go|go) on", ["go on"]),
    ],
)
def test_a_template_is_every_choice_in_order(template: str, sentences: list[str]) -> None:
    """An empty choice leaves the words out, and no sentence stands twice."""
    assert expand(template) == sentences
