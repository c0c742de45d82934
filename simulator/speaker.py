"""The speaker: it hears an utterance, asks the skill, keeps the session, and tells what a person would hear."""

import copy
import logging
from pathlib import Path
from typing import Any

from simulator import envelope
from simulator.envelope import Device, Session
from simulator.invocation import invocation, without_wake
from simulator.match import FALLBACK, Kind, Match
from simulator.response import Response, ResponseError, read_response
from simulator.skill import Handler, SkillFailedError, call, load_handler
from simulator.turn import Turn
from simulator.understanding import Recogniser, understanding
from simulator.words import Tokens, tokens

logger = logging.getLogger(__name__)

# What Alexa says when a skill fails or returns something that it cannot use.
PROBLEM = "There was a problem with the requested skill's response."


class Speaker:
    """A smart speaker in one locale with one skill on it."""

    def __init__(
        self,
        locale: str = "en-US",
        *,
        fresh: bool = False,
        screen: bool = False,
        handler: Handler | None = None,
        model: Path | None = None,
    ) -> None:
        """Set the speaker up; ModelError or SkillError when the model or the skill cannot be loaded.

        `fresh` starts a new session for every utterance. `screen` pretends to be an Echo Show. `handler` and `model`
        replace the project's skill and its model.
        """
        self._understanding: Recogniser = understanding(locale, model)
        self._model = self._understanding.model
        self._handler = handler or load_handler()
        self._device = Device(locale, screen)
        self._fresh = fresh
        self._session: Session | None = None
        self._last = Response()
        self._reprompted = False

    @property
    def is_open(self) -> bool:
        """Tell whether a session with the skill is open."""
        return self._session is not None

    @property
    def locale(self) -> str:
        """The locale that the speaker is set to."""
        return self._device.locale

    def branch(self, recogniser: Recogniser | None = None) -> "Speaker":
        """Another speaker at this point of the conversation: what either hears from here on the other does not.

        `recogniser` replaces what takes words for intents from here on.
        """
        other = copy.copy(self)  # sessions and responses are replaced as the talk goes on, never changed
        other._understanding = recogniser or self._understanding
        return other

    def open(self) -> Turn:
        """Open the skill by its name alone."""
        return self.say("open " + " ".join(self._model.invocation))

    def say(self, text: str) -> Turn:
        """Say something to the speaker; an empty text is silence."""
        words = without_wake(tokens(text), self._model.phrases)
        if not words:
            return self._silence(text)
        invoked = invocation(words, self._model.invocation, self._model.phrases)
        if invoked or self._fresh:
            self._session = None  # a session left open is replaced, and the skill is not told: devices do the same
        readings = invoked.readings if invoked else (words,)
        if not readings:
            return self._ask(text, envelope.launch(), kind="sample")
        if self.is_open and self._leaves(words):
            return self._end(text, "USER_INITIATED")
        match = self._understanding.match(readings)
        declared = self._model.intents.get(match.intent, ())
        return self._ask(text, envelope.intent(match, declared, self._device), match.kind, match)

    def close(self) -> Turn | None:
        """End the open session as the person's own wish; None when there is none."""
        return self._end("", "USER_INITIATED") if self.is_open else None

    def _leaves(self, words: Tokens) -> bool:
        return words in self._model.phrases.leave and not self._understanding.models(words)

    def _silence(self, text: str) -> Turn:
        """Stay silent: the first time the reprompt is heard, the second time the session is over."""
        if not self.is_open or self._fresh:
            return Turn(text, self.locale)
        if not self._last.listening:
            return Turn(text, self.locale, ended=False, about=self._last.about)
        if self._reprompted or not self._last.reprompt:
            return self._end(text, "EXCEEDED_MAX_REPROMPTS")
        self._reprompted = True
        return Turn(
            text,
            self.locale,
            speech=self._last.reprompt,
            ssml=self._last.reprompt_ssml,
            reprompt=self._last.reprompt,
            ended=False,
            about=self._last.about,
        )

    def _end(self, text: str, reason: str, error: str | None = None) -> Turn:
        """Tell the skill that the session is over. Nothing it returns is heard: Alexa allows no answer to this."""
        session, self._session = self._session or Session(new=False), None
        sent = envelope.envelope(self._device, session, envelope.session_ended(reason, error))
        problem, returned = None, None
        try:
            returned = call(self._handler, sent)
        except SkillFailedError as failure:
            problem = self._report(failure)
        return Turn(text, self.locale, "SessionEndedRequest", sent=sent, returned=returned, problem=problem)

    def _ask(self, text: str, request: dict[str, Any], kind: Kind, match: Match | None = None) -> Turn:
        session = self._session or Session()
        sent = envelope.envelope(self._device, session, request)
        returned, response, problem = None, Response(speech=PROBLEM), None
        try:
            returned = call(self._handler, sent)
            response = read_response(returned, screen=self._device.screen)
        except (SkillFailedError, ResponseError) as failure:
            problem = self._report(failure)
        self._hear(session, response)
        if problem:
            self._session = session
            self._end(text, "ERROR", problem)
        return Turn(
            said=text,
            locale=self.locale,
            request=request["type"],
            intent=match.intent if match else None,
            slots={filled.slot.name: filled for filled in match.slots} if match else {},
            match=kind,
            speech=response.speech,
            ssml=response.ssml,
            reprompt=response.reprompt,
            card=response.card,
            ended=not response.open,
            about=response.about,
            sample=match.sample if match and match.intent != FALLBACK else None,
            score=match.score if match else 1.0,
            sent=sent,
            returned=returned,
            problem=problem,
        )

    def _hear(self, session: Session, response: Response) -> None:
        self._last, self._reprompted = response, False
        self._session = Session(session.id, new=False, attributes=response.attributes) if response.open else None

    @staticmethod
    def _report(failure: SkillFailedError | ResponseError) -> str:
        logger.error("The skill's response cannot be used: %s", failure, exc_info=failure.__cause__)
        return str(failure)
