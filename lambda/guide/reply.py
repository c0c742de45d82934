"""What a turn answers, as data: what to tell, at most one thing to ask, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Card:
    """What is left to read in the companion app: the page and its source, never anything about the person."""

    title: str
    text: str


@dataclass(frozen=True)
class About:
    """What the reply is about, in content ids: for the session, the simulator and the tests."""

    topics: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    question: str | None = None
    signs: tuple[str, ...] = ()
    outcome: str | None = None


@dataclass(frozen=True)
class Tell:
    """One stretch of speech and the silence after it, in seconds."""

    text: str
    pause: int = 0


@dataclass(frozen=True)
class Reply:
    """A turn's answer. The session stays open exactly when there is something to `ask`.

    `reprompt` says it differently after some seconds of silence; `slowly` marks results that people act on.
    """

    tell: tuple[Tell, ...] = ()
    ask: str = ""
    reprompt: str = ""
    card: Card | None = None
    about: About = field(default_factory=About)
    slowly: bool = False

    @property
    def text(self) -> str:
        """All that is said, as one text."""
        return " ".join(part for part in (*(tell.text for tell in self.tell), self.ask) if part)
