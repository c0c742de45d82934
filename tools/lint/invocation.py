"""IN: the name by which people open the skill."""

import unicodedata
from collections.abc import Iterator

from tools.lint.finding import Finding
from tools.lint.interaction import Model

LAUNCH_WORDS = frozenset({"run", "start", "play", "resume", "use", "launch", "ask", "open", "tell", "load", "begin", "enable"})
CONNECTORS = frozenset({"to", "from", "in", "using", "with", "about", "for", "that", "by", "if", "and", "whether"})
WAKE_WORDS = frozenset({"alexa", "amazon", "echo", "computer"})
STORE_WORDS = frozenset({"skill", "app"})
SMALL_WORDS = frozenset({"the", "a", "an", "for", "to", "of", "about", "up", "by", "at", "off", "with"})
PLACE = "languageModel.invocationName"


def invocation(model: Model) -> Iterator[Finding]:
    """IN01 to IN05 over one locale."""
    for rule in (characters, word_count, reserved_words, small_words, length):
        yield from rule(model)


def characters(model: Model) -> Iterator[Finding]:
    """IN01 (2.1): lower-case letters, marks, spaces, possessive apostrophe, periods in abbreviations."""
    odd = sorted({sign for sign in model.invocation_name if not _permitted(sign)})
    if odd or not model.invocation_name.strip():
        wrong = f"'{model.invocation_name}' is empty or has {odd}"
        yield model.finding("IN01", PLACE, wrong, "Use lower-case letters and spaces only")


def _permitted(sign: str) -> bool:
    return sign in "' ." or unicodedata.category(sign) in {"Ll", "Lo", "Mn", "Mc"}


def word_count(model: Model) -> Iterator[Finding]:
    """IN02 (2.1): two words or more, German compounds apart; more than three draw a warning."""
    count = len(model.invocation_name.split())
    if count < 2 and not (count == 1 and model.locale.startswith("de-")):
        yield model.finding("IN02", PLACE, f"{count} words", "Use two or three words")
    if count > 3:
        yield model.finding("IN02", PLACE, f"{count} words are hard to remember", "Use two or three", warning=True)


def reserved_words(model: Model) -> Iterator[Finding]:
    """IN03 (2.1): in English no launch, connecting or wake word, nor skill or app."""
    if not model.locale.startswith("en-"):
        return
    reserved = LAUNCH_WORDS | CONNECTORS | WAKE_WORDS | STORE_WORDS
    for word in model.invocation_name.split():
        if word in reserved:
            yield model.finding("IN03", PLACE, f"'{word}' is reserved by the platform", "Choose another word")


def small_words(model: Model) -> Iterator[Finding]:
    """IN04 (2.1): a two-word English name has neither article nor preposition."""
    words = model.invocation_name.split()
    if not model.locale.startswith("en-") or len(words) != 2:
        return
    for word in words:
        if word in SMALL_WORDS:
            yield model.finding("IN04", PLACE, f"'{word}' is an article or preposition", "Use words with meaning")


def length(model: Model) -> Iterator[Finding]:
    """IN05 (2.1): 2 to 50 characters."""
    if not 2 <= len(model.invocation_name) <= 50:
        wrong = f"{len(model.invocation_name)} characters"
        yield model.finding("IN05", PLACE, wrong, "Use 2 to 50 characters", warning=True)
