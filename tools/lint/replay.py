"""DG: replay files for ``ask dialog``."""

from collections.abc import Iterator
from typing import Any

from tools.lint.finding import Finding

QUIT = ".quit"


def replay(file: str, data: dict[str, Any]) -> Iterator[Finding]:
    """DG01 (7.3): skillId and locale are not blank, no input is empty, and the last one quits."""
    for key in ("skillId", "locale"):
        if not str(data.get(key) or "").strip():
            yield Finding("DG01", file, key, "is blank", "Fill it in")
    said = data.get("userInput") or []
    for number, text in enumerate(said, 1):
        if not str(text or "").strip():
            yield Finding("DG01", file, f"userInput {number}", "is empty", "Take it out: silence cannot be replayed")
    if not said or said[-1] != QUIT:
        yield Finding("DG01", file, "userInput", f"does not end in {QUIT}", f"Add {QUIT}")
