"""What can go wrong with the store, as one error with a reason that tells nothing about anybody."""

from __future__ import annotations


class StoreFault(Exception):
    """The store did not do what it was asked. `reason` is an error's class, a code of AWS, or one of the words below."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


#: The time was up.
LATE = "Late"
#: An item that cannot be read, and may be written over.
UNREADABLE = "Unreadable"
#: An item that a later release wrote, and that is left alone.
NEWER = "Newer"
