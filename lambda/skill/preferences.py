"""A session's dealings with the store: read at its first turn, written when something changed, deleted on request.

Whatever goes wrong there, the turn is taken, without preferences: the fault is one log line, from which the template
makes one metric.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from guide.heard import Heard
from guide.preferences import Preferences
from guide.state import State
from skill.logs import log
from skill.store import Store, store_for
from skill.store_fault import UNREADABLE, StoreFault

#: Seconds that the store may take of one turn, all told. A person is answered within 2.5.
PATIENCE = 2.0
FORGET = "forget_me"
#: What "forget me" becomes where the store does not answer: nobody is told that something is gone which is not.
NOT_FORGOTTEN = "not_forgotten"

Answer = TypeVar("Answer")


@dataclass
class Visit:
    """One turn of one user at the store.

    `unread` is true for the rest of a session whose preferences could not be read: what is not known is not written over,
    and a dead store is not waited for again. An empty user is nobody, for whom nothing is kept.
    """

    user: str
    unread: bool = False
    due: bool = False
    began: float = field(default_factory=time.monotonic)

    def recalled(self) -> Preferences:
        """What is kept for the user, to begin a session with."""
        try:
            kept = self._ask("read", lambda store, seconds: store.read(self.user, seconds))
        except StoreFault as fault:
            self.due = fault.reason == UNREADABLE
            self.unread = not self.due
            return Preferences()
        if kept is None:
            return Preferences()
        self.due = kept.due
        return kept.preferences

    def obeyed(self, heard: Heard) -> Heard:
        """What was heard, with "forget me" done before it is answered, or turned into that it could not be done."""
        if heard.act != FORGET:
            return heard
        return heard if self.forgotten() else replace(heard, act=NOT_FORGOTTEN)

    def forgotten(self) -> bool:
        """Deletes what is kept for the user; false where that failed."""
        try:
            self._ask("delete", lambda store, seconds: store.delete(self.user, seconds))
        except StoreFault:
            return False
        self.due = False
        return True

    def keep(self, before: State, after: State, heard: Heard) -> None:
        """Writes the preferences where the turn changed them, or where what was found is due to be written again."""
        changed = after.preferences != before.preferences and heard.act != FORGET
        if self.unread or not (changed or self.due):
            return
        try:
            self._ask("write", lambda store, seconds: store.write(self.user, after.preferences, seconds))
        except StoreFault:
            return

    def _ask(self, operation: str, call: Callable[[Store, float], Answer]) -> Answer | None:
        """What the store answers in the time that is left; None for nobody. A fault is logged, and raised."""
        if not self.user:
            return None
        try:
            return call(store_for(os.environ), PATIENCE - (time.monotonic() - self.began))
        except StoreFault as fault:
            log("store_fault", operation=operation, reason=fault.reason)
            raise


def user_of(envelope: Any) -> str:
    """The id that Alexa gives this user in this skill; empty where the request names none."""
    system = envelope.context.system if envelope.context else None
    user = (system.user if system else None) or (envelope.session.user if envelope.session else None)
    id = user.user_id if user else None
    return id if isinstance(id, str) else ""


def ready() -> None:
    """Makes the client while Lambda starts, at full speed, where a table is named; a fault is logged and waits."""
    if "TABLE" not in os.environ:
        return
    try:
        getattr(store_for(os.environ), "client", None)
    except Exception as error:  # noqa: BLE001 - a skill without preferences is better than none
        log("store_fault", operation="open", reason=getattr(error, "reason", type(error).__name__))
