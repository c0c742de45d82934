"""What an operator has withdrawn without a release: the ids in WITHDRAWN, parted by commas or spaces."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from guide.pack import DEFAULT_LOCALE, Pack, load
from guide.recall import withdrawable, without
from skill.logs import log


def withdrawn(settings: Mapping[str, str]) -> frozenset[str]:
    """The ids that are to be withdrawn."""
    return frozenset(settings.get("WITHDRAWN", "").replace(",", " ").split())


def pack_in(locale: str) -> Pack:
    """The content of a locale, without what is withdrawn."""
    pack, ids = load(locale), withdrawn(os.environ)
    return _without(pack.locale, ids) if ids else pack


@cache
def _without(locale: str, ids: frozenset[str]) -> Pack:
    return without(load(locale), ids)


def refuse_what_must_stay() -> None:
    """One loud log line for each id that cannot be withdrawn: a question of the check, or nothing that there is.

    The check goes on asking, and the skill answering: a slip in a parameter must silence neither.
    """
    for id in sorted(withdrawn(os.environ)):
        pack = load(DEFAULT_LOCALE)
        if withdrawable(id, pack):
            continue
        stays = id in pack.table.by_id
        log("recall_refused", reason=f"{id} is a question of the check and stays" if stays else f"{id} is no page")
