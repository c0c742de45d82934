"""What a session remembers from turn to turn. It lives in that session and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from guide.preferences import Preferences, preferences_from

#: Characters of one part of a reply. The longest answer has some 1,500; Alexa refuses speech of more than 8,000.
MOST_SAID = 2_500


@dataclass(frozen=True)
class State:
    """The conversation so far, small and plain enough to travel as JSON.

    `mode` is ``check``, ``stretch`` or empty; `asked` is what a yes or no would answer (a check question's id, or the name
    of an offer); `tries` counts how often it was not answered; `answers` holds check answers by question id (``y``, ``n``,
    ``u``) in the order given; `person` is a person's id (empty until known) and `age` is in years; `section` is the part of
    the topic told last, `step` that of the stretch; `said` is the last reply, for saying it again; `preferences` are the only
    part that may outlive the session.
    """

    mode: str = ""
    asked: str = ""
    tries: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    age: int | None = None
    topic: str = ""
    medicine: str = ""
    section: int = 0
    routine: str = ""
    step: int = 0
    outcome: str = ""
    welcomed: bool = False
    disclaimed: bool = False
    said: tuple[str, str, str] = ("", "", "")
    preferences: Preferences = field(default_factory=Preferences)

    def plain(self) -> dict[str, Any]:
        """The state as JSON-plain data, without what is still as at the start."""
        start = asdict(State())
        told = {key: value for key, value in asdict(self).items() if value != start[key]}
        # As pairs: nobody promises that the keys of an object come back in the order they were sent.
        return told | ({"answers": [list(pair) for pair in self.answers.items()]} if self.answers else {})


def restored(data: Any) -> State:
    """The state from session attributes. What is missing, unknown or of the wrong kind is left at its start."""
    if not isinstance(data, Mapping):
        return State()
    kept = {spec.name: data[spec.name] for spec in fields(State) if spec.name in data and _sound(spec.name, data[spec.name])}
    if "answers" in kept:
        kept["answers"] = dict(_pairs(kept["answers"]))
    if "said" in kept:
        kept["said"] = tuple(kept["said"])
    if "preferences" in kept:
        kept["preferences"] = preferences_from(kept["preferences"])
    return State(**kept)


def _pairs(answers: Any) -> Iterator[tuple[str, str]]:
    """The answers that can be such, whatever else stands between them."""
    for pair in answers.items() if isinstance(answers, Mapping) else answers:
        if isinstance(pair, list | tuple) and len(pair) == 2 and isinstance(pair[0], str) and pair[1] in ("y", "n", "u"):
            yield pair[0], pair[1]


def _sound(name: str, value: Any) -> bool:
    """Whether a value can be what the field of that name holds."""
    if name == "answers":
        return isinstance(value, list | Mapping)
    if name == "said":
        return isinstance(value, list | tuple) and len(value) == 3 and _repeatable(*value)
    if name in ("tries", "section", "step", "age"):
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 200
    if name in ("welcomed", "disclaimed"):
        return isinstance(value, bool)
    if name == "preferences":
        return isinstance(value, Mapping)
    return isinstance(value, str)


def _repeatable(told: Any, ask: Any, reprompt: Any) -> bool:
    """Whether a last reply can be said again as it is: whole words, and an open question or none."""
    if not all(isinstance(part, str) and len(part) <= MOST_SAID and _whole(part) for part in (told, ask, reprompt)):
        return False
    if ask:
        return ask.endswith("?") and bool(reprompt)
    return bool(told) and not reprompt and not told.endswith("?")


def _whole(text: str) -> bool:
    """Whether a text can be said: no mark-up, no address, and no sign that speech has no form for."""
    return text.isprintable() and not any(foreign in text for foreign in ("<", ">", "&", "//"))
