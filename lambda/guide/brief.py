"""Short answers: the first two sentences of a page, and of the rest nothing that says where to turn is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: How many sentences a short answer begins with.
FIRST = 2
_SENTENCE = re.compile(r"(?<=[.?])\s+(?=[A-Z{0-9])")


def brief(sections: Sequence[str], at: int) -> str:
    """What is told of section `at` where answers are short: the first is cut, and the second begins with what was left.

    A sentence with a placeholder names a number or a place to turn to: it is always told at once.
    """
    first, left = _parted(sections[0])
    if at == 0:
        return first
    return f"{left} {sections[1]}".strip() if at == 1 else sections[at]


def _parted(section: str) -> tuple[str, str]:
    told, left = list[str](), list[str]()
    for number, sentence in enumerate(_SENTENCE.split(section)):
        (told if number < FIRST or "{" in sentence else left).append(sentence)
    return " ".join(told), " ".join(left)
