"""Where preferences outlive a session: nowhere by default, in DynamoDB where a table is named, in a file on a desk.

What can be stored is a `Preferences` and nothing else, so that nothing about anybody's health ever gets here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from guide.preferences import Preferences
from skill.store_fault import StoreFault
from skill.store_item import Kept


class Store(Protocol):
    """Keeps one person's preferences. Every method may raise StoreFault, and returns or raises within `seconds`."""

    def read(self, user: str, seconds: float) -> Kept:
        """What is kept for a user; the preferences that everybody starts with where nothing is."""

    def write(self, user: str, preferences: Preferences, seconds: float) -> None:
        """Keeps the preferences in place of what was kept before."""

    def delete(self, user: str, seconds: float) -> None:
        """Keeps nothing any more. Deleting what is not there is no fault."""


@dataclass(frozen=True)
class Nowhere:
    """Nothing outlives the session."""

    def read(self, user: str, seconds: float) -> Kept:
        """What everybody starts with."""
        return Kept(Preferences())

    def write(self, user: str, preferences: Preferences, seconds: float) -> None:
        """Forgotten at once."""

    def delete(self, user: str, seconds: float) -> None:
        """There is nothing."""


def store_for(settings: Mapping[str, str]) -> Store:
    """The store that the environment names.

    TABLE is a DynamoDB table, with HASH_KEY and, while the key is being changed, HASH_KEY_BEFORE; PREFERENCES_FILE is
    a file. Raises StoreFault for a table without a key.
    """
    if table := settings.get("TABLE"):
        return _table(table, settings.get("HASH_KEY", ""), settings.get("HASH_KEY_BEFORE", ""))
    if path := settings.get("PREFERENCES_FILE"):
        return _file(path)
    return Nowhere()


# What a store needs is imported where it is named: hashing and paths would be a tenth of a cold start that has no store.


@cache
def _table(name: str, key: str, before: str) -> Store:
    from skill.store_dynamo import DynamoStore
    from skill.store_key import Keys

    if not key:
        raise StoreFault("NoHashKey")
    return DynamoStore(name, Keys(key, before))


@cache
def _file(path: str) -> Store:
    from pathlib import Path

    from skill.store_file import FileStore

    return FileStore(Path(path))
