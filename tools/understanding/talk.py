"""Saying a line of the corpus to the skill, as one who has just opened it, or in the midst of the check."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from guide.state import restored
from simulator import Speaker, Turn
from simulator.understanding import Recogniser
from tools.understanding.corpus import Line


@dataclass(frozen=True)
class Station:
    """A question of the check at which answers are said: its kind, its id, and what leads there."""

    kind: str
    question: str
    answers: tuple[str, ...] = ()

    @property
    def script(self) -> tuple[str, ...]:
        """What is said, once the skill is open, to be asked the question."""
        return ("check my symptoms", "it's me i'm forty", *self.answers)


#: A gate, a bundle of emergency signs, one sign by itself, and how often; the first of a kind stands for the kind.
STATIONS = (
    Station("gate", "conditions"),
    Station("gate", "lately", ("no",)),
    Station("bundle", "heart-breath", ("no",) * 2),
    Station("bundle", "brain-nerve", ("no",) * 3),
    Station("bundle", "lower-back", ("no",) * 4),
    Station("bundle", "leg", ("no",) * 5),
    Station("bundle", "body", ("no",) * 6),
    Station("leaf", "chest-pain", ("no", "no", "not sure")),
    Station("often", "often", ("no",) * 7),
)
KINDS = {kind: next(one for one in STATIONS if one.kind == kind) for kind in dict.fromkeys(one.kind for one in STATIONS)}


class StationError(Exception):
    """The check no longer comes by a station; the text says which, and what was asked instead."""


class Desk:
    """A speaker in one locale, whose recogniser can be replaced (None: the simulator's own)."""

    def __init__(self, locale: str, recogniser: Recogniser | None = None) -> None:
        """Take the locale and the recogniser."""
        self._recogniser = recogniser
        self._locale = locale

    def say(self, said: str, after: str = "") -> Turn:
        """What the utterance leads to in a session just opened, or after another utterance."""
        speaker = _opened(self._locale).branch(self._recogniser)
        if after:
            speaker.say(after)
        return speaker.say(said)

    def answer(self, said: str, station: Station) -> tuple[str, Turn]:
        """How the answer is taken at a question of the check (``yes``, ``no``, ``unsure``, ``none``), and the turn."""
        speaker, asked = _at(self._locale, station)
        turn = speaker.branch(self._recogniser).say(said)
        return polarity(station.question, answers_after(asked), answers_after(turn)), turn


def stations_for(line: Line) -> list[tuple[Station, ...]]:
    """Where an answer is said.

    One that answers any question is tried at a question of each kind. Of one that answers a kind of question the corpus
    does not tell which it was: all of that kind are one trial.
    """
    if line.asked:
        return [tuple(station for station in STATIONS if station.kind == line.asked)]
    return [(station,) for station in KINDS.values()]


def polarity(question: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """How the check took an answer: a yes to the question or to any sign counts as yes, no change of answers as none."""
    heard = any(answer == "y" and before.get(id) != "y" for id, answer in after.items())
    return "yes" if heard else {"n": "no", "u": "unsure"}.get(after.get(question, ""), "none")


def answers_after(turn: Turn) -> Mapping[str, str]:
    """The answers of the check that the session holds after a turn."""
    attributes: Mapping[str, Any] = (turn.returned or {}).get("sessionAttributes") or {}
    return restored(attributes.get("state")).answers


@cache
def _opened(locale: str) -> Speaker:
    speaker = Speaker(locale)
    speaker.open()
    return speaker


@cache
def _at(locale: str, station: Station) -> tuple[Speaker, Turn]:
    """A speaker at which the question was just asked, and that turn. StationError where another was."""
    speaker = _opened(locale).branch()
    turns = [speaker.say(said) for said in station.script]
    if turns[-1].about.question != station.question:
        raise StationError(f"{locale}: {station.question} was not asked where it used to be, but {turns[-1].about.question}.")
    return speaker, turns[-1]
