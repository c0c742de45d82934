"""A person at a speaker whose requests name them, session after session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator import Speaker, Turn
from simulator.skill import LambdaContext, load_handler

Json = dict[str, Any]


class Person:
    """Somebody with an account of their own. A new session begins with every `comes`."""

    def __init__(self, user: str = "amzn1.ask.account.SOMEBODY", locale: str = "en-US") -> None:
        """Begin outside any session."""
        self.user, self.locale = user, locale
        self.comes()

    def comes(self) -> Person:
        """Stand in front of a speaker on which no session is open."""
        self.speaker = Speaker(self.locale, handler=self._handled)
        return self

    def says(self, *lines: str) -> Turn:
        """Say some lines, and hear the answer to the last."""
        *before, last = lines
        for line in before:
            self.speaker.say(line)
        return self.speaker.say(last)

    def disables(self) -> Json:
        """Disable the skill in the app; what the skill answers to the event."""
        request = {
            "type": "AlexaSkillEvent.SkillDisabled",
            "requestId": "amzn1.echo-api.request.event",
            "timestamp": "2026-11-29T21:00:00Z",
            "eventCreationTime": "2026-11-29T21:00:00Z",
            "eventPublishingTime": "2026-11-29T21:00:00Z",
            "body": {"userInformationPersistenceStatus": "NOT_PERSISTED"},
        }
        system = {"application": {"applicationId": "amzn1.ask.skill.desk"}, "apiEndpoint": "https://api.amazonalexa.com"}
        returned: Json = self._handled({"version": "1.0", "context": {"System": system}, "request": request})
        return returned

    def _handled(self, event: Mapping[str, Any], context: Any = None) -> Any:
        named = {"userId": self.user}
        system = {**event["context"]["System"], "user": named}
        sent = {**event, "context": {**event["context"], "System": system}}
        if "session" in event:
            sent["session"] = {**event["session"], "user": named}
        return load_handler()(sent, context or LambdaContext())
