"""One turn at the speaker: what was said, how it was understood, what was heard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.match import Filled, Kind


@dataclass(frozen=True)
class About:
    """What the skill says that the turn was about: ids of its content, from the session attribute "about"."""

    topics: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    question: str | None = None
    signs: tuple[str, ...] = ()
    outcome: str | None = None

    def record(self) -> dict[str, Any]:
        """Give the fields as they stand in a line of JSON."""
        return {
            "topics": list(self.topics),
            "medicines": list(self.medicines),
            "question": self.question,
            "signs": list(self.signs),
            "outcome": self.outcome,
        }


NOTHING = About()


@dataclass(frozen=True)
class Turn:
    """What one utterance, or silence, led to.

    `request` is the type of the request sent, None when nothing was sent. `sample` is the model's sample that matched
    or was guessed. `sent` and `returned` are the request envelope and the skill's response; `problem` says why a device
    would have reported a problem with the skill.
    """

    said: str
    locale: str
    request: str | None = None
    intent: str | None = None
    slots: Mapping[str, Filled] = field(default_factory=dict)
    match: Kind = "none"
    speech: str = ""
    ssml: str | None = None
    reprompt: str | None = None
    card: Mapping[str, Any] | None = None
    ended: bool = True
    about: About = NOTHING
    sample: str | None = None
    score: float = 0.0
    sent: Mapping[str, Any] | None = None
    returned: Mapping[str, Any] | None = None
    problem: str | None = None

    def record(self) -> dict[str, Any]:
        """Give the turn as the object that `--json` writes. Scripts rely on these keys: none may change or go."""
        return {
            "said": self.said,
            "locale": self.locale,
            "request": self.request,
            "intent": self.intent,
            "slots": {name: {"value": filled.value, "id": filled.id} for name, filled in self.slots.items()},
            "match": self.match,
            "speech": self.speech,
            "ssml": self.ssml,
            "reprompt": self.reprompt,
            "card": self.card,
            "ended": self.ended,
            "about": self.about.record(),
        }
