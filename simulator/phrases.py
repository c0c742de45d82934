"""The phrases that belong to the device and not to a skill, one file a language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.words import Tokens, tokens

FOLDER = Path(__file__).parent / "phrases"


@dataclass(frozen=True)
class Phrases:
    """What people say to the device: to wake it, to reach a skill, to be polite, and for built-in intents."""

    wake: frozenset[Tokens]
    wake_rare: frozenset[Tokens]
    launch: frozenset[Tokens]
    connect: frozenset[Tokens]
    trail: frozenset[Tokens]
    courtesy_before: frozenset[Tokens]
    courtesy_after: frozenset[Tokens]
    fillers: frozenset[Tokens]
    leave: frozenset[Tokens]
    telling: frozenset[str]
    idle: frozenset[str]
    built_in: Mapping[str, tuple[str, ...]]


def read_phrases(language: str) -> Phrases:
    """Read the phrases of a language such as "en"; OSError when the simulator has no file for it."""
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    built_in = {intent: tuple(said) for intent, said in data.pop("built_in").items()}
    telling, idle = frozenset(data.pop("telling")), frozenset(data.pop("idle"))
    return Phrases(
        built_in=built_in,
        telling=telling,
        idle=idle,
        **{name: frozenset(map(tokens, said)) for name, said in data.items()},
    )


def without_leading(words: Tokens, phrases: frozenset[Tokens]) -> Tokens:
    """Drop the longest of `phrases` that `words` begin with, if any."""
    longest = max((phrase for phrase in phrases if words[: len(phrase)] == phrase), key=len, default=())
    return words[len(longest) :]


def without_trailing(words: Tokens, phrases: frozenset[Tokens]) -> Tokens:
    """Drop the longest of `phrases` that `words` end with, if any."""
    longest = max((phrase for phrase in phrases if words[-len(phrase) :] == phrase), key=len, default=())
    return words[: len(words) - len(longest)]
