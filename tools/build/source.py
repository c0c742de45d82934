"""Reading the files that people edit, with errors that name the file, the line and the mend."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FENCE = "+++"


class ContentError(Exception):
    """Content that cannot be built. Says where, what is wrong and what to do."""

    def __init__(self, path: Path, line: int, wrong: str, mend: str) -> None:
        super().__init__(f"{path}:{line}: {wrong} {mend}")
        self.path, self.line, self.wrong, self.mend = path, line, wrong, mend

    def shown(self, root: Path) -> str:
        """The whole message, with the path as seen from the project's folder."""
        path = self.path.relative_to(root) if self.path.is_relative_to(root) else self.path
        return f"{path}:{self.line}: {self.wrong} {self.mend}"


@dataclass(frozen=True)
class Page:
    """A Markdown page: its front matter and its sections, in order."""

    path: Path
    front: dict[str, Any]
    sections: tuple[tuple[str, str], ...]

    def text(self, heading: str) -> str:
        """A section's text; empty where the page has none of that heading."""
        return next((text for title, text in self.sections if title == heading), "")

    def fault(self, wrong: str, mend: str, near: str = "") -> ContentError:
        """An error about this page, at the line where `near` stands."""
        return ContentError(self.path, line_of(self.path, near), wrong, mend)


def line_of(path: Path, near: str) -> int:
    """The first line that holds `near`, counted from 1; 1 where none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if near and near in line), 1)


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file. Raises ContentError where it is missing or cannot be parsed."""
    if not path.exists():
        raise ContentError(path, 1, "This file is missing.", "Bring it back, or take its locale out of content/.")
    return _toml(path, path.read_text(encoding="utf-8"), offset=0)


def read_page(path: Path) -> Page:
    """A page with TOML front matter between two lines of ``+++``. Raises ContentError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].strip() != FENCE or FENCE not in (line.strip() for line in lines[1:]):
        raise ContentError(path, 1, "The front matter is not closed.", f"Put it between two lines of {FENCE}.")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    front = _toml(path, "\n".join(lines[1:end]), offset=1)
    page = Page(path, front, tuple(_sections(path, lines[end + 1 :], end + 2)))
    if front.get("id") != path.stem:
        raise page.fault(f"The id is {front.get('id')!r}.", f'Make it id = "{path.stem}", like the file.', near="id =")
    return page


def read_pages(folder: Path) -> dict[str, Page]:
    """Every page of a folder by id."""
    return {path.stem: read_page(path) for path in sorted(folder.glob("*.md"))}


def _toml(path: Path, text: str, offset: int) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = (int(found[1]) if found else 1) + offset
        raise ContentError(path, line, f"This is not TOML: {error}.", "Look for a missing quote, comma or bracket.") from error


def _sections(path: Path, lines: list[str], first: int) -> list[tuple[str, str]]:
    sections: list[tuple[str, list[str]]] = []
    for number, line in enumerate(lines, first):
        if line.startswith("## "):
            sections.append((line[3:].strip(), []))
        elif line.strip() and not sections:
            raise ContentError(path, number, "This text stands under no heading.", "Put a line such as '## In short' above it.")
        elif line.strip():
            sections[-1][1].append(line.strip())
    for title, body in sections:
        if not body:
            raise ContentError(path, line_of(path, f"## {title}"), f"The section '{title}' is empty.", "Write it or take it out.")
    return [(title, "\n".join(body)) for title, body in sections]
