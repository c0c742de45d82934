"""One turn at work: what was heard, what was understood of it, the state, and the words to answer with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from guide.attention import Attention, attend
from guide.check import NO, YES, Case, facts_of_age
from guide.heard import Heard
from guide.listening import Understood
from guide.pack import Pack
from guide.reply import About, Reply, Tell
from guide.state import State
from guide.voice import Voice, voice_for


@dataclass(frozen=True)
class Turn:
    """Everything that an answer is made from. Nothing here changes; handlers return a reply and the next state."""

    heard: Heard
    state: State
    pack: Pack

    attention: Attention

    @property
    def understood(self) -> Understood:
        """What the words hold, whatever becomes of the state during the turn."""
        return self.attention.understood

    @property
    def signs(self) -> tuple[str, ...]:
        """The check questions that the words answer with yes."""
        return self.attention.signs

    @cached_property
    def voice(self) -> Voice:
        """The words for this country and this person."""
        return voice_for(self.pack, self.heard.at_home, self.state.person)

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """What the person's age and standing open in the check."""
        return facts_about(self.pack, self.state)

    @cached_property
    def case(self) -> Case:
        """The answers so far, held against the table."""
        return Case(self.pack.table, self.state.answers, self.facts)

    def with_state(self, **changes: Any) -> Turn:
        """The same turn with a changed state."""
        return replace(self, state=replace(self.state, **changes))

    def about(self, **fields: Any) -> About:
        """What a reply is about; the signs heard in this session always go with it."""
        return About(signs=self.case.signs, **fields)

    def ask(
        self, told: str | tuple[Tell, ...], key: str, asked: str, about: About | None = None, **words: str
    ) -> tuple[Reply, State]:
        """A reply that ends in the question `key` of the phrases; `asked` is what a yes or no will answer."""
        reply = Reply(
            tell=told if isinstance(told, tuple) else tells(told),
            ask=self.voice.phrase(f"{key}_ask", **words),
            reprompt=self.voice.phrase(f"{key}_reprompt", **words),
            about=about or self.about(),
        )
        return reply, replace(self.state, asked=asked, tries=0)

    def end(self, told: str, about: About | None = None) -> tuple[Reply, State]:
        """A reply that asks nothing, so that the session closes."""
        return Reply(tell=tells(told), about=about or self.about()), replace(self.state, asked="", mode="")


def taken(heard: Heard, state: State, pack: Pack) -> Turn:
    """The turn, with its words listened to in the state they were said in."""
    return Turn(heard, state, pack, attend(heard, state, pack))


def facts_about(pack: Pack, state: State) -> dict[str, str]:
    """The facts of the person in a state; see ``guide.check.facts_of_age``."""
    if not state.person:
        return {}
    if state.person == "me":
        return facts_of_age(state.age, "adult")
    person = pack.persons.get(state.person)
    facts = facts_of_age(state.age, person.age if person else "unknown") | {"someone-else": YES}
    return facts | {"pregnant": NO} if person and person.pronoun == "he" else facts


def tells(*texts: str) -> tuple[Tell, ...]:
    """Stretches of speech, the empty ones left out."""
    return tuple(Tell(text) for text in texts if text)
