"""Sentence templates: ``(a|b|) {slot}`` becomes every sentence it stands for."""

from __future__ import annotations

import re
from itertools import product

_CHOICE = re.compile(r"\(([^()]*)\)")


def expand(template: str) -> list[str]:
    """Every sentence of a template, in order, with single spaces."""
    parts = _CHOICE.split(template)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    return list(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in product(*choices)))
