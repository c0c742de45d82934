"""Everything spoken is easy to follow by ear: short sentences, plain words, nothing that only the eye can read."""

import re
from pathlib import Path
from typing import Any

from tools.lint.readability import lint_texts, score
from tools.lint.texts import spoken_texts, texts_of


def test_no_text_is_too_hard(root: Path) -> None:
    """Sentences of twenty words, sections of grade eight, grade six on average."""
    assert [str(finding) for finding in lint_texts(spoken_texts(root)) if finding.level == "error"] == []


def test_questions_fit_in_one_breath(content: Any) -> None:
    """A question of the check is at most twenty words long, and its last sentence asks."""
    long = {}
    for id, parts in content["questions"].items():
        for part in ("ask", "ask_about_someone_else", "which", "anything_else"):
            text = parts.get(part, "")
            if text and (score("", text).longest > 20 or text.count("?") != 1 or not text.endswith("?")):
                long[id, part] = text
    assert long == {}


def test_only_signs_that_can_be_heard_are_written(content: Any) -> None:
    """Letters, digits and simple punctuation: no brackets, slashes, dashes, symbols or quotation marks."""
    heard = ((place, re.sub(r"\{\w+\}", "", text)) for place, text in texts_of(content))
    assert {place: text for place, text in heard if re.search(r"[^A-Za-z0-9 ,.'?:-]", text)} == {}


def test_numbers_are_whole_counts(content: Any) -> None:
    """No decimals and no percentages: "1 in 3", not "33.3 %"."""
    assert {place: text for place, text in texts_of(content) if re.search(r"\d\.\d|percent|%", text)} == {}


def test_nobody_is_told_what_they_have(content: Any) -> None:
    """What it could be, never "you have" a disease, and never that there is none."""
    claimed = re.compile(r"\byou (?:do not|don't) have\b|\byou have (?:a clot|sepsis|sciatica|P A D|a tear)\b", re.IGNORECASE)
    assert {place: text for place, text in texts_of(content) if claimed.search(text)} == {}
