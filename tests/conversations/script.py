"""Conversation scripts: what a person says, and what must be heard. Plain text that a clinician can read and approve.

# why this conversation is here
locale: en-GB

U: what the person says; "U:" alone is silence
A: words that must be heard, in any case; several lines, several fragments
A! words that must not be heard
A> outcome see_today         the ids that the answer is about: topic, medicine, sign, question, outcome
A> no outcome                nothing of that kind
A> session open              or closed
A> first ten words: 999      heard that early
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from simulator import Speaker, Turn

SCRIPTS = tuple(sorted(Path(__file__).parent.glob("*.txt")))
TROUBLE = "something went wrong"
EARLY = "first ten words: "
KINDS = ("topic", "medicine", "sign", "question", "outcome")


@dataclass(frozen=True)
class Check:
    """One line about what is heard: its place in the script, its mark (``A:``, ``A!`` or ``A>``) and its text."""

    line: int
    mark: str
    text: str

    def broken(self, turn: Turn) -> bool:
        """Whether what was heard is otherwise; ValueError when the line says nothing that can be checked."""
        heard = turn.speech.casefold()
        if self.mark == "A:":
            return self.text.casefold() not in heard
        if self.mark == "A!":
            return self.text.casefold() in heard
        if self.text in ("session open", "session closed"):
            return turn.ended is (self.text == "session open")
        if self.text.startswith(EARLY):
            return self.text.removeprefix(EARLY).casefold() not in " ".join(heard.split()[:10])
        return not self._about(turn)

    def _about(self, turn: Turn) -> bool:
        first, _, second = self.text.partition(" ")
        kind, id = (second, "") if first == "no" else (first, second)
        if kind not in KINDS or (first != "no" and not id):
            raise ValueError(f"line {self.line}: cannot check {self.text!r}")
        about = turn.about.record()
        found = about[f"{kind}s"] if f"{kind}s" in about else [about[kind]] if about[kind] else []
        return not found if first == "no" else id in found


@dataclass
class Line:
    """One thing said, and what must be true of the answer."""

    line: int
    said: str
    checks: list[Check] = field(default_factory=list)


@dataclass(frozen=True)
class Script:
    """A conversation in one locale."""

    path: Path
    locale: str
    lines: tuple[Line, ...]


def script_at(path: Path) -> Script:
    """The script in a file; ValueError names the line that is none of the kinds above."""
    locale, lines = "", list[Line]()
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = raw.strip()
        mark, rest = text[:2], text[2:].strip()
        if text.startswith("locale:"):
            locale = text.removeprefix("locale:").strip()
        elif mark == "U:":
            lines.append(Line(number, rest))
        elif mark in ("A:", "A!", "A>") and lines and rest:
            lines[-1].checks.append(Check(number, mark, rest))
        elif text and not text.startswith("#"):
            raise ValueError(f"{path.name}:{number}: begin a line with U:, A:, A!, A> or #")
    if not locale or not lines:
        raise ValueError(f"{path.name}: needs a locale and something said")
    return Script(path, locale, tuple(lines))


def play(script: Script, speaker: Speaker) -> Iterator[tuple[Line, Turn]]:
    """Says the script's lines one after the other, and gives each with what was heard."""
    for line in script.lines:
        yield line, speaker.say(line.said)
