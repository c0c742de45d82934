"""A region: its numbers, its words and its spelling, filled into the language's texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.build.source import ContentError, line_of, read_toml

#: Filled when the skill speaks: numbers by country, people by pronoun, and what a sentence is about.
RUN_TIME = frozenset(
    [
        "emergency",
        "advice",
        "poison",
        "crisis",
        "urgent_care",
        "they",
        "their",
        "them",
        "are",
        "have",
        "do",
        "were",
        "name",
        "source",
        "kind",
        "brand",
        "signs",
        "basis",
        "spoken",
        "title",
        "date",
        "next",
        "heard",
        "could_be",
        "tell_them",
        "today",
        "ask",
        "count",
        "text",
        "items",
    ]
)
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")


@dataclass(frozen=True)
class Region:
    """A locale's own settings, from its ``region.toml``; `content` is the folder that holds all content."""

    content: Path
    locale: str
    language: str
    country: str
    invocation: str
    endpoint: str
    numbers: dict[str, str]
    say_as: dict[str, str]
    terms: dict[str, str]
    spelling: dict[str, str]

    @property
    def folder(self) -> Path:
        """Where the region's own files stand."""
        return self.content / self.locale

    @property
    def base(self) -> Path:
        """Where the language's files stand."""
        return self.content / self.language

    def fill(self, text: str, path: Path) -> str:
        """The text in the region's words and spelling. Raises ContentError for an unknown placeholder."""

        def term(found: re.Match[str]) -> str:
            name = found[1]
            plain = name[0].lower() + name[1:]
            if plain in self.terms:
                value = self.terms[plain]
                return value if name == plain else value[0].upper() + value[1:]
            if plain in RUN_TIME:
                return found[0]
            known = ", ".join(sorted(self.terms))
            raise ContentError(path, line_of(path, found[0]), f"{found[0]} is no known placeholder.", f"Use one of: {known}.")

        return self._spell(_PLACEHOLDER.sub(term, " ".join(text.split())))

    def _spell(self, text: str) -> str:
        def word(found: re.Match[str]) -> str:
            own = self.spelling.get(found[0].lower())
            if own is None:
                return found[0]
            return own.capitalize() if found[0][0].isupper() else own

        return re.sub(r"[A-Za-z]+", word, text) if self.spelling else text


def locales(content: Path) -> list[str]:
    """Every locale that the content has a region for."""
    return sorted(path.parent.name for path in content.glob("*/region.toml"))


def read_region(content: Path, locale: str) -> Region:
    """The settings of one locale. Raises ContentError where something is missing."""
    path = content / locale / "region.toml"
    settings = read_toml(path)
    for key in ("language", "country", "invocation", "endpoint", "numbers", "terms", "say_as"):
        if key not in settings:
            raise ContentError(path, 1, f"There is no {key}.", "Copy the line from another region and change it.")
    for key in read_toml(content / settings["language"] / "away.toml"):
        if not settings["numbers"].get(key):
            raise ContentError(path, line_of(path, "[numbers]"), f"There is no {key} number.", "Add it under [numbers].")
    fields: dict[str, Any] = {
        key: settings[key] for key in ("language", "country", "invocation", "endpoint", "numbers", "terms", "say_as")
    }
    return Region(content=content, locale=locale, spelling=settings.get("spelling", {}), **fields)
