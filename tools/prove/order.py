"""Proof that the order in which signs are volunteered makes no difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from guide.attention import Attention
from guide.heard import Heard
from guide.listening import Understood
from guide.pack import Pack
from guide.state import State
from guide.turn import Turn
from guide.walk import noted
from tools.prove import reading
from tools.prove.rules import Found


def prove_order(pack: Pack) -> Found:
    """Every two signs, whatever was said of their bundles before: told in either order, or at once, they leave the same answers.

    Any order of any number of signs can be made from any other by swapping neighbours, so no order makes a difference.
    """
    faults: list[str] = []
    tried = 0
    table = pack.table
    for one, other in combinations([question.id for question in table.questions if not question.group], 2):
        for before in _befores({table.top_group(one), table.top_group(other)}):
            tried += 1
            orders = [
                _told(pack, _told(pack, before, one), other),
                _told(pack, _told(pack, before, other), one),
                _told(pack, before, one, other),
            ]
            if any(order != orders[0] for order in orders):
                faults.append(f"{one} and {other} after {before}: {orders}")
    return Found(tried, tuple(faults))


def _told(pack: Pack, before: Mapping[str, str], *signs: str) -> Mapping[str, str]:
    """The answers after somebody told some signs without being asked."""
    turn = Turn(Heard("tell"), State(answers=dict(before)), pack, Attention(Understood(), signs))
    return noted(turn).state.answers


def _befores(tops: set[str]) -> Iterator[dict[str, str]]:
    """Nothing said of the bundles yet, or both denied, or both taken apart to the end."""
    yield {}
    yield dict.fromkeys(tops - {""}, "n")
    yield {key: "y" for top in tops - {""} for key in (top, top + reading.SECOND)}
