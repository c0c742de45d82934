"""The platform's own intents and the phrases that belong to them."""

PHRASES: dict[str, tuple[str, ...]] = {
    "AMAZON.HelpIntent": ("help", "help me", "can you help me", "i need help"),
    "AMAZON.StopIntent": ("stop", "off", "shut up", "exit", "quit", "leave"),
    "AMAZON.CancelIntent": ("cancel", "never mind", "forget it"),
    "AMAZON.YesIntent": ("yes", "yes please", "sure", "okay", "ok", "yeah", "yep"),
    "AMAZON.NoIntent": ("no", "no thanks", "no thank you", "nope"),
    "AMAZON.RepeatIntent": ("repeat", "repeat that", "say that again", "repeat it"),
    "AMAZON.StartOverIntent": ("start over", "restart", "start again"),
    "AMAZON.NextIntent": ("next", "skip", "skip forward"),
    "AMAZON.PreviousIntent": ("previous", "go back", "skip back", "back up"),
    "AMAZON.NavigateHomeIntent": ("go home", "home", "navigate home"),
}
"""Phrases heard for a built-in intent without any sample of ours (2.4)."""

REQUIRED = ("AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent")
"""Without these a model is refused (2.4)."""

EXPECTED = ("AMAZON.FallbackIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.RepeatIntent")
"""Without these a skill that asks questions cannot hear the answers (2.4)."""


def intent_of(phrase: str) -> str | None:
    """The built-in intent that owns the phrase, if any."""
    return next((intent for intent, phrases in PHRASES.items() if phrase in phrases), None)
