"""Written cases, walked through the simulated speaker as a person would."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from guide.pack import load
from simulator.speaker import Speaker

TABLE = load("en-US").table
WORDS = load("en-US").questions
#: How a bundle asks for more, once something was named.
REST = ("anything_else", "anything_else_about_someone_else")
NO = cycle(["no", "nope", "none of these", "no, not at all", "none"])
YES = cycle(["yes", "yeah", "yes, that's right"])
#: More questions than any walk may have: a conversation that goes on is stopped here.
MOST = 60
#: The longest conversation in own words.
LONGEST = 20


@dataclass(frozen=True)
class Scenario:
    """A story, what is true in it, and where it must end. See cases/emergency.toml."""

    story: str
    age: int
    rows: tuple[str, ...]
    expect: str
    source: str
    who: str = "me"
    yes: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()

    @property
    def acceptable(self) -> frozenset[str]:
        """The right level and the others that would do."""
        return frozenset({self.expect, *self.accept})


#: What somebody says to a question: the scenario, the question's id, whether it was put before, and how it was put now.
Answer = Callable[[Scenario, str, bool, str], str]


@dataclass(frozen=True)
class Ended:
    """Where a conversation ended, and every question put on the way."""

    outcome: str | None
    asked: tuple[str, ...]


def scenarios() -> list[Scenario]:
    """Every written case."""
    cases: list[dict[str, Any]] = []
    for path in sorted(Path(__file__).with_name("cases").glob("*.toml")):
        cases += tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return [Scenario(**{key: _frozen(value) for key, value in case.items()}) for case in cases]


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple(value.items())
    return tuple(value) if isinstance(value, list) else value


def applies(scenario: Scenario, question: str) -> bool:
    """Whether a question, or something in a bundle, is true or cannot be told."""
    true = {*scenario.yes, *scenario.unsure}
    return question in true or (TABLE.by_id[question].group and any(question in _bundles(id) for id in true))


def _bundles(id: str) -> set[str]:
    """The bundles that a question stands in, one inside the other."""
    over = {opener for opener in TABLE.by_id[id].after if opener in TABLE.by_id and TABLE.by_id[opener].group}
    return over.union(*(_bundles(group) for group in over))


def plainly(scenario: Scenario, question: str, again: bool, put: str) -> str:
    """Yes or no, and nothing else."""
    if question in scenario.unsure:
        return "i'm not sure"
    return "yes" if applies(scenario, question) else "no"


def naturally(scenario: Scenario, question: str, again: bool, put: str) -> str:
    """In the person's own words; a plain yes or no where these were not understood, and no to "anything else"."""
    words = dict(scenario.words).get(question)
    if words and not again:
        return words
    if again and any(put.endswith(WORDS[question].get(part, "...")) for part in REST):
        doubts = any(question in _bundles(id) for id in scenario.unsure)
        return "i'm not sure" if doubts else next(NO)
    if again or question in scenario.unsure:
        return plainly(scenario, question, again, put)
    return next(YES) if applies(scenario, question) else next(NO)


def converse(scenario: Scenario, answer: Answer, locale: str = "en-US") -> Ended:
    """From opening the skill to the outcome."""
    speaker = Speaker(locale)
    speaker.open()
    turn = speaker.say("check my cramps")
    asked: list[str] = []
    while turn.about.question and len(asked) < MOST:
        question = turn.about.question
        said = _who(scenario) if TABLE.by_id[question].person else answer(scenario, question, question in asked, turn.speech)
        asked.append(question)
        turn = speaker.say(said)
    return Ended(turn.about.outcome, tuple(asked))


def _who(scenario: Scenario) -> str:
    """Who has the cramps, and how old they are, in one breath."""
    if scenario.who == "me":
        return f"me, i'm {scenario.age}"
    return f"{scenario.who}, aged {scenario.age}"
