"""RE01 to RE03, RE06, RE07, RE12 to RE15: what a response says aloud."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from tools.lint.finding import Level
from tools.lint.locales import EMERGENCY_NUMBERS, emergency_number
from tools.lint.phrase import Phrases, heard_as

Broken = tuple[str, Level, str, str]
"""A broken rule: its id, its level, what is wrong, what to do."""

LONGEST = 8_000
BREAK_LIMIT_MS = 10_000
AUDIO_LIMIT = 5
WORDS_PER_TURN = 90
WORDS_PER_SENTENCE = 25
OPTIONS = 3
TAGS = frozenset({"speak", "break", "p", "s", "sub", "say-as", "prosody", "phoneme", "w", "audio", "emphasis"})
BREAK = re.compile(r"(\d+(?:\.\d+)?)(ms|s)")
URL = re.compile(r"https?:|www\.|\w\.(?:com|org|uk|gov)\b")
AMAZON_TAG = re.compile(r"</?amazon:[\w-]+")
SUGGESTION = re.compile(
    r"(?:(?:^|[.?] )|\b(?:you can|you could|just|or|please|try) (?:also )?)"
    r"(?:ask|say|asking|saying|try|tell me|for example)[:,] (?P<said>[^?.]+)",
    re.IGNORECASE,
)
BETWEEN_SUGGESTIONS = re.compile(r",?\s+or,?\s+(?:(?:ask|say|try)\b,?\s*)?|,\s")
CAN_CALL = re.compile(
    r"\b(?:i will|i'll|i can|i could|let me) (?:also |now |then |just )?(?:call|dial|phone|ring)\b"
    r"|\bi(?:'m| am) (?:now )?(?:calling|dialling|dialing|phoning|ringing)\b"
    r"|\b(?:i will|i'll|i can|i am|i'm) (?:send|sending|get|getting) (?:an ambulance|help)\b",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"\b(?:not|isn't|doesn't|can't|cannot|never)\b[^.?]*"
    r"\b(?:medical advice|diagnos\w+|replace|substitute|take the place|instead of)\b",
    re.IGNORECASE,
)


def output_speech(response: dict[str, Any]) -> dict[str, Any]:
    """The outputSpeech of the response, {} when it says nothing."""
    return response.get("response", {}).get("outputSpeech") or {}


def reprompt_speech(response: dict[str, Any]) -> dict[str, Any]:
    """The outputSpeech of the reprompt, {} when there is none."""
    return (response.get("response", {}).get("reprompt") or {}).get("outputSpeech") or {}


def words_of(output: dict[str, Any]) -> str:
    """What is heard of an outputSpeech: plain text, "" for silence."""
    return plain(output["ssml"]) if output.get("ssml") else " ".join((output.get("text") or "").split())


def plain(ssml: str) -> str:
    """What is heard: tags removed, entities decoded, white space folded."""
    text = re.sub(r"<[^>]+>", " ", ssml)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return re.sub(r"\s+([,.?])", r"\1", " ".join(text.split()))


def sentences(text: str) -> list[str]:
    """The sentences of plain text, each with its closing sign."""
    return [part.strip() for part in re.split(r"(?<=[.?!])\s+", text) if part.strip()]


def size(output: dict[str, Any]) -> Iterator[Broken]:
    """RE01 (R2): at most 8,000 characters."""
    count = len(output.get("ssml") or output.get("text") or "")
    if count > LONGEST:
        yield "RE01", "error", f"{count} characters", f"Shorten it to {LONGEST}"


def well_formed(ssml: str) -> Iterator[Broken]:
    """RE01 (R7): well-formed XML under speak."""
    root = _parsed(ssml)
    if root is None:
        yield "RE01", "error", "is not well-formed XML", "Escape &, < and >, and close every tag"
    elif root.tag != "speak":
        yield "RE01", "error", f"stands under {root.tag}", "Wrap it in speak"


def tags(ssml: str) -> Iterator[Broken]:
    """RE02 (R5, R6, R8): tags that every locale takes; breaks up to 10 s; five audio tags."""
    if AMAZON_TAG.search(ssml):
        yield "RE02", "error", "has an amazon: tag", "Leave it out: not every locale takes it"
    root = _parsed(ssml)
    elements = [] if root is None else list(root.iter())
    for tag in sorted({element.tag for element in elements if not element.tag.startswith("{")} - TAGS):
        yield "RE02", "error", f"has a {tag} tag", f"Use only {sorted(TAGS)}"
    if sum(element.tag == "audio" for element in elements) > AUDIO_LIMIT:
        yield "RE02", "error", "has too many audio tags", f"Keep to {AUDIO_LIMIT}"
    for time in (element.get("time", "0s") for element in elements if element.tag == "break"):
        found = BREAK.fullmatch(time)
        if not found or float(found[1]) * (1 if found[2] == "ms" else 1000) > BREAK_LIMIT_MS:
            yield "RE02", "error", f"has a break of '{time}'", "Pause for at most 10s"


def _parsed(ssml: str) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(re.sub("<speak", '<speak xmlns:amazon="amazon"', ssml, count=1))
    except ElementTree.ParseError:
        return None


def signs(text: str) -> Iterator[Broken]:
    """RE03 (R7, D9): plain words; nothing that only the eye can read."""
    raw = sorted(set(text) & set("&<>"))
    if raw:
        yield "RE03", "error", f"has {raw}", "Write the word"
    if URL.search(text):
        yield "RE03", "error", "has a web address", "Name the source instead"
    odd = sorted({sign for sign in text if sign in "!()[]/*_#" or unicodedata.category(sign) in {"So", "Sk", "Cs"}})
    bullets = sorted(set(text) & set("\u2022\u00b7\u2013\u2014;"))
    if odd or bullets:
        yield "RE03", "warning", f"has {odd + bullets}", "Use comma, period and question mark only"


def question(text: str) -> Iterator[Broken]:
    """RE06 (D2): at most one question, and it comes last."""
    if text.count("?") > 1:
        yield "RE06", "warning", f"asks {text.count('?')} questions", "Ask one thing a turn"
    if "?" in text.rstrip("?") and not text.endswith("?"):
        yield "RE06", "warning", "goes on after the question", "Put the question last"


def lengths(text: str) -> Iterator[Broken]:
    """RE12 (D1): at most 90 words a turn, 25 a sentence."""
    if len(text.split()) > WORDS_PER_TURN:
        yield "RE12", "warning", f"{len(text.split())} words", f"Keep a turn to {WORDS_PER_TURN}"
    for sentence in sentences(text):
        if len(sentence.split()) > WORDS_PER_SENTENCE:
            wrong = f"{len(sentence.split())} words in '{sentence[:60]}...'"
            yield "RE12", "warning", wrong, f"Keep a sentence to {WORDS_PER_SENTENCE}"


def options(text: str) -> Iterator[Broken]:
    """RE13 (D3): a question offers at most three choices."""
    asked = [sentence for sentence in sentences(text) if sentence.endswith("?") and " or " in sentence]
    for sentence in asked:
        count = len([part for part in re.split(r",\s*or\s|,\s*|\sor\s", sentence) if part.strip()])
        if count > OPTIONS:
            yield "RE13", "warning", f"offers {count} choices in '{sentence}'", f"Offer {OPTIONS}"


def never_calls(text: str) -> Iterator[Broken]:
    """RE14 (H6): the skill never says or implies that it can call anyone."""
    if CAN_CALL.search(text):
        yield "RE14", "error", "implies that the skill can call", "Tell the person to call"


def outcome(text: str, locale: str, urgent: bool) -> Iterator[Broken]:
    """RE14 (H4, H6): a result of the check says what it is not; an urgent one gives the number to call."""
    if not DISCLAIMER.search(text):
        yield "RE14", "error", "has no short disclaimer", "Say that it does not replace advice from a clinician"
    number = emergency_number(locale)
    if urgent and number and not _number(number).search(text):
        yield "RE14", "error", f"does not say to call {number}", "Tell the person to call it"


def foreign_numbers(text: str, locale: str) -> Iterator[Broken]:
    """MA10 (H3): no other country's emergency number."""
    own = emergency_number(locale)
    for number in sorted(set(EMERGENCY_NUMBERS.values()) - {own}):
        if _number(number).search(text):
            yield "MA10", "error", f"names {number}", f"Use {own or 'your local emergency number'} in {locale}"


def _number(number: str) -> re.Pattern[str]:
    if number == "000":
        return re.compile(r"\btriple (?:zero|oh)\b|(?<![\d,.-])0[ -]?0[ -]?0(?![\d-]|[,.]\d)", re.IGNORECASE)
    return re.compile(r"(?<![\d,.-])" + r"[ -]?".join(number) + r"(?![\d-]|[,.]\d)")


def suggestions(text: str, known: Phrases) -> Iterator[Broken]:
    """RE15 (M12): what the skill suggests saying is heard: "You can ask, why do my legs cramp at night"."""
    for found in SUGGESTION.finditer(text):
        said = found["said"].strip(" ,")
        parts = [] if heard_as(said, known) else BETWEEN_SUGGESTIONS.split(said)
        for part in filter(None, (part.strip(" ,") for part in parts)):
            if not heard_as(part, known):
                yield "RE15", "error", f"suggests '{part}', which no sample covers", "Add a sample, or reword"


def repeated(text: str, reprompt: str) -> Iterator[Broken]:
    """RE07 (D4): the reprompt does not repeat the speech or its question word for word."""
    if reprompt and reprompt in {text, (sentences(text) or [""])[-1]}:
        yield "RE07", "warning", "repeats the speech", "Word it differently and shorter"
