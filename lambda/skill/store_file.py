"""Preferences in a small file, for a speaker on a desk: it has one user."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from guide.preferences import Preferences, preferences_from
from skill.store_fault import UNREADABLE, StoreFault
from skill.store_item import Kept


@dataclass(frozen=True)
class FileStore:
    """The file at `path`; its folder is made when something is first kept."""

    path: Path

    def read(self, user: str, seconds: float) -> Kept:
        """See `skill.store.Store`."""
        try:
            return Kept(preferences_from(json.loads(self.path.read_text(encoding="utf-8"))))
        except FileNotFoundError:
            return Kept(Preferences())
        except ValueError:
            raise StoreFault(UNREADABLE) from None
        except OSError as error:
            raise StoreFault(type(error).__name__) from None

    def write(self, user: str, preferences: Preferences, seconds: float) -> None:
        """See `skill.store.Store`."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(preferences.plain()) + "\n", encoding="utf-8")
        except OSError as error:
            raise StoreFault(type(error).__name__) from None

    def delete(self, user: str, seconds: float) -> None:
        """See `skill.store.Store`."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreFault(type(error).__name__) from None
