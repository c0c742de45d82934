"""Reaching a skill by its name: "open cramp guide", "ask cramp guide about statins"."""

from dataclasses import dataclass

from simulator.phrases import Phrases, without_leading, without_trailing
from simulator.words import Tokens


@dataclass(frozen=True)
class Invocation:
    """An utterance that names the skill; `readings` are the request in it, likeliest first, none for a plain launch."""

    readings: tuple[Tokens, ...]


def invocation(words: Tokens, name: Tokens, phrases: Phrases) -> Invocation | None:
    """Find the skill's invocation name in a launch phrase; None when the utterance does not call the skill."""
    woken = without_leading(without_leading(words, phrases.wake), phrases.wake_rare)
    woken = without_trailing(without_leading(woken, phrases.courtesy_before), phrases.courtesy_after)
    launched = without_leading(woken, phrases.launch)
    for said in (launched, without_leading(launched, frozenset({("the",)}))):
        if said[: len(name)] == name:
            return _request(said[len(name) :], phrases)
    if woken[-len(name) :] == name:
        return _trailing(woken[: -len(name)], phrases)
    return None


def without_wake(words: Tokens, phrases: Phrases) -> Tokens:
    """Drop the wake word; people say it in the middle of a conversation too."""
    return without_leading(words, phrases.wake) or words


def _request(rest: Tokens, phrases: Phrases) -> Invocation:
    stripped = without_leading(rest, phrases.connect)
    if not stripped:
        return Invocation(())
    return Invocation((stripped,) if stripped == rest else (stripped, rest))


def _trailing(rest: Tokens, phrases: Phrases) -> Invocation | None:
    request = without_trailing(rest, phrases.trail)
    return Invocation((request,)) if request and request != rest else None
