"""Preferences as an item of DynamoDB, in its typed JSON, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guide.preferences import Preferences, preferences_from, sound
from skill.store_fault import NEWER, UNREADABLE, StoreFault

#: The item's form. A release that changes the meaning of a field raises it; older releases then leave the item alone.
VERSION = 1
#: Seconds that preferences are kept after they were last written: 180 days.
KEPT_FOR = 180 * 24 * 60 * 60
ID, EXPIRES = "id", "expires"

Item = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Kept:
    """What was found. It is `due` to be written again when half its time is over, or when it stands under the last key."""

    preferences: Preferences
    due: bool = False


def item_of(id: str, preferences: Preferences, now: float) -> Item:
    """The item for preferences written at `now`, in seconds since 1970."""
    return {
        ID: {"S": id},
        "version": {"N": str(VERSION)},
        "pace": {"S": preferences.pace},
        "length": {"S": preferences.length},
        "welcomed": {"BOOL": preferences.welcomed},
        EXPIRES: {"N": str(int(now) + KEPT_FOR)},
    }


def kept_in(item: Any, now: float) -> Kept:
    """The preferences in an item. Raises StoreFault for one that is damaged, or that a later release wrote.

    DynamoDB deletes what has expired some days late (up to 48 hours as a rule): until then it counts as gone.
    """
    try:
        version, expires = int(item["version"]["N"]), int(item[EXPIRES]["N"])
        found = {name: item[name][kind] for name, kind in (("pace", "S"), ("length", "S"), ("welcomed", "BOOL"))}
    except (KeyError, TypeError, ValueError):
        raise StoreFault(_fault_of(item)) from None
    if version > VERSION:
        raise StoreFault(NEWER)
    if not all(sound(name, value) for name, value in found.items()):
        raise StoreFault(UNREADABLE)
    if expires <= now:
        return Kept(Preferences())
    return Kept(preferences_from(found), due=expires - now < KEPT_FOR / 2)


def _fault_of(item: Any) -> str:
    """A later release may have left a field out that this one needs: then the version alone says so."""
    try:
        return NEWER if int(item["version"]["N"]) > VERSION else UNREADABLE
    except (KeyError, TypeError, ValueError):
        return UNREADABLE
