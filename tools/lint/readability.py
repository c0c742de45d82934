"""How easily spoken texts are understood. A hint for writers, with limits that no text should pass."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textstat import textstat

from tools.lint.finding import Finding
from tools.lint.speech import plain, sentences

AVERAGE_GRADE = 6.0
SECTION_GRADE = 8.0
SENTENCE_WORDS = 20
"""Flesch-Kincaid grades (US school years) and words; the project's rules for text, after D1 and D9."""

FEWEST_WORDS = 8
"""Of a shorter text one long word decides the grade, so that it says nothing: its sentences are measured, it is not graded."""

STAND_INS = {"emergency": "999", "they": "she", "their": "her", "them": "her", "are": "is", "have": "has", "do": "does"}
"""A word of like length for each placeholder that is filled when the skill speaks."""


@dataclass(frozen=True)
class Score:
    """How one text reads: its grade, and the words in its longest sentence and in all of it."""

    place: str
    grade: float
    longest: int
    words: int = FEWEST_WORDS


def filled(text: str) -> str:
    """The text as it is heard, with a stand-in for each placeholder."""
    return plain(re.sub(r"\{(\w+)\}", lambda found: STAND_INS.get(found[1].lower(), found[1]), text))


def score(place: str, text: str) -> Score:
    """The grade and the longest sentence of one text."""
    heard = filled(text)
    longest = max((len(sentence.split()) for sentence in sentences(heard)), default=0)
    return Score(place, float(textstat.flesch_kincaid_grade(heard)) if heard else 0.0, longest, len(heard.split()))


def average(scores: Iterable[Score]) -> float:
    """The mean grade, 0 of no texts."""
    grades = [item.grade for item in scores]
    return sum(grades) / len(grades) if grades else 0.0


def lint_texts(texts: Iterable[tuple[str, str]], file: str = "content") -> Iterator[Finding]:
    """Limits for (place, text) pairs: section grade 8, sentence 20 words, average grade 6; above grade 6 a warning."""
    scores = [score(place, text) for place, text in texts]
    for item in scores:
        yield from _section(item, file)
    mean = average(item for item in scores if item.words >= FEWEST_WORDS)
    if mean > AVERAGE_GRADE:
        wrong = f"average grade {mean:.1f}"
        yield Finding("READ", file, "all texts", wrong, f"Bring it to {AVERAGE_GRADE:g}: shorter words and sentences")


def _section(item: Score, file: str) -> Iterator[Finding]:
    if item.longest > SENTENCE_WORDS:
        wrong = f"a sentence of {item.longest} words"
        yield Finding("READ", file, item.place, wrong, f"Split it: {SENTENCE_WORDS} at most, 12 is good")
    if item.words < FEWEST_WORDS:
        return
    if item.grade > SECTION_GRADE:
        wrong = f"grade {item.grade:.1f}"
        yield Finding("READ", file, item.place, wrong, f"Use shorter words: {SECTION_GRADE:g} at most")
    elif item.grade > AVERAGE_GRADE:
        do = f"Aim at {AVERAGE_GRADE:g}"
        yield Finding("READ", file, item.place, f"grade {item.grade:.1f}", do, "warning")
