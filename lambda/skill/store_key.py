"""Under what a person's preferences are kept: a keyed hash of the user id that Alexa gives this one skill.

Without the key nobody can tell from an id whether there is an item for it (HMAC, RFC 2104).
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Keys:
    """The key in use and, while it is being changed, the one before. Neither is ever shown."""

    now: str = field(repr=False)
    before: str = field(default="", repr=False)

    def id_of(self, user: str) -> str:
        """Under what a user's preferences are written."""
        return _hashed(self.now, user)

    def ids_of(self, user: str) -> tuple[str, ...]:
        """Under what they may be found, the likeliest first."""
        return tuple(_hashed(key, user) for key in (self.now, self.before) if key)


def _hashed(key: str, user: str) -> str:
    return hmac.new(key.encode(), user.encode(), "sha256").hexdigest()
