"""Built JSON whose sections are read one by one: a turn needs few of them, and most of the text belongs to others.

The file is a JSON object with each of its values on a line of its own (``tools/build`` writes it so).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


class Sections(Mapping[str, Any]):
    """The object, from its text. A section is read when it is first asked for, and kept."""

    def __init__(self, text: str) -> None:
        """ValueError for a text that is not laid out in lines."""
        first, *lines, last = text.strip().split("\n")
        if (first, last) != ("{", "}"):
            raise ValueError(first[:40])
        pairs = (line.split(":", 1) for line in lines)
        self._unread = {json.loads(name): value.rstrip(",") for name, value in pairs}
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = json.loads(self._unread[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._unread)

    def __len__(self) -> int:
        return len(self._unread)


def text_of(path: str) -> str:
    """A file's text."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - see PACKS
        return file.read()
