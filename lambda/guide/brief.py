"""Short answers: the first two sentences of a page, and every later one that warns or says where to turn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guide.turn import Turn

#: How many sentences a short answer begins with.
FIRST = 2
_SENTENCE = re.compile(r"(?<=[.?])\s+")


def section_told(turn: Turn, id: str, at: int, *, cut: bool) -> str:
    """A section of a page; the first is cut for somebody who wants short answers. `cut` is false for what never is."""
    text: str = turn.pack.topics[id]["sections"][at]
    short = cut and at == 0 and turn.state.preferences.length == "short"
    return brief(text, turn.pack.content["never_left_out"]) if short else text


def brief(text: str, telling: Sequence[str]) -> str:
    """The text cut short. What is left out is in the page's other sections, at greater length.

    `telling` holds the words that no short answer leaves out. Nor does it leave out a placeholder:
    that is a number, or a place to turn to.
    """
    words = "|".join(map(re.escape, telling))
    never = re.compile(rf"\{{|\b(?:{words})\b", re.IGNORECASE)
    sentences = enumerate(_SENTENCE.split(text))
    return " ".join(sentence for number, sentence in sentences if number < FIRST or never.search(sentence))
