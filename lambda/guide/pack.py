"""The content pack of a locale: read once from JSON, never changed."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from guide.sections import Sections, text_of
from guide.table import Table, table_from
from guide.vocabulary import Vocabulary, vocabulary_from

#: The folder of the packs. pathlib would be a part of every cold start, for this alone.
PACKS = os.path.join(os.path.dirname(__file__), "packs")  # noqa: PTH118, PTH120
DEFAULT_LOCALE = "en-US"

Json = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """Somebody who may have the cramps. `age` is baby, child, adult, older or unknown; `pronoun` is a key of the pack's."""

    id: str
    pronoun: str
    age: str
    heard: str


@dataclass(frozen=True)
class Pack:
    """All that the skill can say and ask in one locale.

    `content` is the built JSON, each section of it read when it is first asked for; the properties below compile parts of
    it on first use, so that a turn pays only for what it needs (the vocabulary is a second file: a plain yes or no never
    opens it).
    """

    locale: str
    content: Mapping[str, Any]

    @cached_property
    def phrases(self) -> dict[str, str]:
        """The short sentences that belong to no page, by their key."""
        return dict(self.content["phrases"])

    @cached_property
    def topics(self) -> dict[str, Json]:
        """The topic pages by id."""
        return dict(self.content["topics"])

    @cached_property
    def questions(self) -> dict[str, dict[str, str]]:
        """The words of each check question by id."""
        return dict(self.content["questions"])

    @cached_property
    def table(self) -> Table:
        """The rules of the red-flag check."""
        return table_from(self.content["check"])

    @cached_property
    def persons(self) -> dict[str, Person]:
        """Who may have the cramps, by id."""
        return {id: Person(id, **fields) for id, fields in self.content["persons"].items()}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the listener knows; read from its own file on first use."""
        return vocabulary_from(json.loads(text_of(f"{PACKS}/{self.locale}.words.json")))


@cache
def built() -> frozenset[str]:
    """The locales that a pack was built for."""
    names = (name.removesuffix(".json") for name in os.listdir(PACKS))  # noqa: PTH208
    return frozenset(name for name in names if "." not in name)


def load(locale: str) -> Pack:
    """The pack of `locale`, or of the default locale where none was built for it."""
    return read(locale if locale in built() else DEFAULT_LOCALE)


@cache
def read(locale: str) -> Pack:
    """The pack of a locale that was built; FileNotFoundError where none was."""
    content = Sections(text_of(f"{PACKS}/{locale}.json"))
    return Pack(locale=content["locale"], content=content)
