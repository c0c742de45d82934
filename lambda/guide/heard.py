"""What arrived in a turn, freed of the platform that carried it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heard:
    """One turn of the person.

    `act` is what the person does (``ask``, ``yes``, ``stop``...), named after the intent; `ids` are the canonical content
    ids that the platform resolved, in order; `words` is what was said in free text, to be listened to; `section` is the
    heading of the part of a page that was asked for, without saying of which page; `at_home` is
    false when the device seems to stand in another country than the locale's, so that no number of that country is said.
    """

    act: str
    ids: tuple[str, ...] = ()
    words: str = ""
    at_home: bool = True
    section: str = ""
