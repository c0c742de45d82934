"""Every script in this folder, spoken to the whole skill. How to write one stands in ``script.py``."""

from pathlib import Path

import pytest

from simulator import Speaker, Turn
from tests.conversations.script import SCRIPTS, TROUBLE, Line, play, script_at


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_goes_as_its_script_says(path: Path) -> None:
    """The first answer that is not as written ends it: what comes after would only follow from that."""
    script = script_at(path)
    for line, turn in play(script, Speaker(script.locale)):
        wrong = _wrong(path.name, line, turn)
        assert not wrong, wrong


def _wrong(name: str, line: Line, turn: Turn) -> str:
    broken = [f"  line {check.line}: {check.mark} {check.text}" for check in line.checks if check.broken(turn)]
    if turn.problem or TROUBLE in turn.speech:
        broken.append(f"  the skill failed: {turn.problem or 'see the log'}")
    if not broken:
        return ""
    about = {kind: ids for kind, ids in turn.about.record().items() if ids}
    return "\n".join([f"{name}:{line.line} U: {line.said}", f"  heard: {turn.speech or '(nothing)'} {about}", *broken])


@pytest.mark.parametrize(
    "text", ["locale: en-GB\nU: hello\nB: hello", "locale: en-GB\nA: too early", "U: no locale", "locale: en-GB"]
)
def test_a_script_with_a_slip_in_it_is_refused(text: str, tmp_path: Path) -> None:
    """A mistyped line is never passed over as if it had been checked."""
    path = tmp_path / "slip.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"slip\.txt"):
        script_at(path)


def test_a_line_that_cannot_be_checked_is_refused(tmp_path: Path) -> None:
    """``A> outcomes see_today`` would otherwise never be looked at."""
    path = tmp_path / "slip.txt"
    path.write_text("locale: en-GB\nU: open cramp guide\nA> outcomes see_today", encoding="utf-8")
    line, turn = next(play(script_at(path), Speaker("en-GB")))
    with pytest.raises(ValueError, match="cannot check"):
        line.checks[0].broken(turn)
