"""Putting words together: phrases and pages, with numbers by country and pronouns by person filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.pack import Pack

_PLACEHOLDER = re.compile(r"\{([A-Za-z_-]+)\}")


@dataclass(frozen=True)
class Voice:
    """Speaks from one pack: `numbers` are the country's, or neutral words away from home; `pronouns` are those of the
    person spoken about, empty for the listener."""

    pack: Pack
    numbers: Mapping[str, str]
    pronouns: Mapping[str, str]

    @property
    def aside(self) -> bool:
        """Whether somebody else than the listener has the cramps."""
        return bool(self.pronouns)

    def fill(self, text: str, /, **words: str) -> str:
        """The text with every placeholder filled; one that starts with a capital starts with a capital."""

        def value(found: re.Match[str]) -> str:
            name = found[1][0].lower() + found[1][1:]
            said = words.get(name) or self.numbers.get(name) or self.pronouns.get(name, "")
            return said if found[1] == name else said[:1].upper() + said[1:]

        return _PLACEHOLDER.sub(value, text)

    def phrase(self, key: str, /, **words: str) -> str:
        """A phrase of the pack, filled."""
        return self.fill(self.pack.phrases[key], **words)

    def question(self, id: str, part: str) -> str:
        """A part of a check question's page, in the form for whoever has the cramps; empty where there is none."""
        page = self.pack.questions.get(id, {})
        other = page.get(f"{part}_about_someone_else") if self.aside else None
        return self.fill(other or page.get(part, ""))

    def listed(self, items: Sequence[str], word: str = "and") -> str:
        """Items as they are said: "one, two, and three"; `word` is ``and`` or ``or``."""
        last = self.pack.content["outcomes"]["frames"][word]
        if len(items) < 3 and not any("," in item or f" {last} " in item for item in items):
            return f" {last} ".join(items)
        return ", ".join((*items[:-1], f"{last} {items[-1]}")) if len(items) > 1 else "".join(items)


def voice_for(pack: Pack, at_home: bool, person: str) -> Voice:
    """The voice for a turn. `person` is a person's id; empty or ``me`` for the listener."""
    numbers = pack.content["numbers"]["home" if at_home else "away"]
    known = pack.persons.get(person) if person not in ("", "me") else None
    return Voice(pack, numbers, pack.content["pronouns"][known.pronoun] if known else {})
