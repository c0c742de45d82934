"""Every way that a rule can go: run it, and branch over all answers whenever it reads one that is still open.

A rule that reads three answers is tried with these three alone, and what it did not read it cannot depend on. So the
leaves stand for all combinations of all answers, and the answers that were read are what the rule depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from tools.prove.reading import ANSWERS

Result = TypeVar("Result")


@dataclass(frozen=True)
class Leaf(Generic[Result]):
    """One way that a rule can go: the answers that it read, and what came of it."""

    read: Mapping[str, str]
    result: Result


class _StillOpen(Exception):
    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.id = id


class _Probe(Mapping[str, str]):
    """Answers that tell when one is read that nobody has decided on. They cannot be listed: nothing may read them all."""

    def __init__(self, decided: Mapping[str, str]) -> None:
        self._decided = decided

    def __getitem__(self, id: str) -> str:
        if id not in self._decided:
            raise _StillOpen(id)
        return self._decided[id]

    def __iter__(self) -> Iterator[str]:
        raise TypeError("A rule must not depend on all answers at once.")

    def __len__(self) -> int:
        raise TypeError("A rule must not depend on how many answers there are.")


def ways(rule: Callable[[Mapping[str, str]], Result], decided: Mapping[str, str] | None = None) -> Iterator[Leaf[Result]]:
    """Every way that `rule` can go, over all answers."""
    known = decided or {}
    try:
        result = rule(_Probe(known))
    except _StillOpen as open_:
        for answer in ANSWERS:
            yield from ways(rule, {**known, open_.id: answer})
    else:
        yield Leaf(known, result)


def given(leaf: Leaf[Result]) -> dict[str, str]:
    """The answers of a leaf as somebody would have given them: what is blank was not answered."""
    return {id: answer for id, answer in leaf.read.items() if answer}
