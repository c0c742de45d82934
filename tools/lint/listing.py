"""MA: what the skill's page in the store says, by locale."""

import re
from collections.abc import Iterator, Mapping

from tools.lint.finding import Finding
from tools.lint.interaction import Model
from tools.lint.locales import emergency_number
from tools.lint.manifest import Json, finding, listings
from tools.lint.phrase import Phrases, heard_as, normal, phrases
from tools.lint.speech import foreign_numbers

LENGTHS = {"name": (2, 50), "summary": (1, 160), "description": (1, 4_000), "updatesDescription": (0, 4_000)}
SHORT = {"summary": 20, "description": 40}
PHRASE_COUNT, PHRASE_LENGTH = 3, 200
KEYWORD_COUNT, KEYWORD_LENGTH = 30, 150
LAUNCH = r"(?:open|start|launch|begin|load|run|use|resume|ask|tell)"
CONNECTOR = r"(?:to|about|for|if|whether|that|from|with)"
QUOTED = re.compile(r'"(Alexa, [^"]+)"')
CLAIMS = re.compile(
    r"\bdiagnos(?:e|es|ed|ing)\b|\bcur(?:e|es|ed|ing)\b|\btreats? your\b|\blife.?saving\b|\bsaves? lives\b"
    r"|\bcalls? (?:911|999|000|112) for you\b|\bhipaa\b|\bguarantee[ds]?\b|\b(?:clinically|medically) proven\b",
    re.IGNORECASE,
)
DISCLAIMER = {
    "that it is not medical advice": r"\b(?:not|no|never)\b(?:(?!\bsubstitute\b)[^.])*\bmedical advice\b",
    "that it informs and educates": r"\binformation(?:al)?\b[^.]*\beducation(?:al)?\b",
    "that it is no substitute for a professional": r"\b(?:not|no) (?:\w+ ){0,3}substitute for\b[^.]*\bprofessional\b",
    "to talk to a doctor": r"\b(?:talk to|call|see|ask)\b[^.]*\b(?:doctor|GP)\b",
}
"""The parts of the health disclaimer (H2) and words that show them."""


def lint_listings(manifest: Json) -> Iterator[Finding]:
    """MA02, MA03, MA09 to MA11: all that needs no model."""
    yield from testing_instructions(manifest)
    for locale, entry in listings(manifest).items():
        place = f"publishingInformation.locales.{locale}"
        for rule in (lengths, counts, claims):
            yield from rule(entry, place)
        for local in (disclaimer, numbers):
            yield from local(entry, locale, place)


def lengths(entry: Json, place: str) -> Iterator[Finding]:
    """MA02 (5.1): lengths of name, summary, description and updatesDescription, in characters."""
    for key, (least, most) in LENGTHS.items():
        count = len(entry.get(key, ""))
        if not least <= count <= most:
            yield finding("MA02", f"{place}.{key}", f"{count} characters", f"Use {least} to {most}")
        elif count < SHORT.get(key, 0):
            yield finding("MA02", f"{place}.{key}", f"{count} characters say little", "Write more", warning=True)


def testing_instructions(manifest: Json) -> Iterator[Finding]:
    """MA02 (5.1, C14): instructions for the testers, up to 4,000 characters."""
    count = len(manifest.get("publishingInformation", {}).get("testingInstructions", ""))
    if not 1 <= count <= 4_000:
        place = "publishingInformation.testingInstructions"
        yield finding("MA02", place, f"{count} characters", "Use 1 to 4,000")


def counts(entry: Json, place: str) -> Iterator[Finding]:
    """MA03 (5.1): three example phrases, up to thirty keywords."""
    examples, keywords = entry.get("examplePhrases", []), entry.get("keywords", [])
    if len(examples) != PHRASE_COUNT or any(len(phrase) > PHRASE_LENGTH for phrase in examples):
        wrong = f"{len(examples)} phrases, or one too long"
        yield finding("MA03", f"{place}.examplePhrases", wrong, f"Give three of up to {PHRASE_LENGTH} characters")
    if len(keywords) > KEYWORD_COUNT or any(len(word) > KEYWORD_LENGTH for word in keywords):
        do = f"Give up to {KEYWORD_COUNT} of up to {KEYWORD_LENGTH} characters"
        yield finding("MA03", f"{place}.keywords", f"{len(keywords)} keywords, or one too long", do)


def disclaimer(entry: Json, locale: str, place: str) -> Iterator[Finding]:
    """MA09 (H2): the description carries the health disclaimer with the region's emergency number."""
    text = entry.get("description", "")
    for part, pattern in DISCLAIMER.items():
        if not re.search(pattern, text, re.IGNORECASE):
            yield finding("MA09", f"{place}.description", f"does not say {part}", "Say it, in our own words")
    number = emergency_number(locale) or "emergency"
    if not re.search(rf"\bemergency\b[^.]*\b(?:call|dial)\b[^.]*{number}", text, re.IGNORECASE):
        wrong = f"does not say to call {number} in an emergency"
        yield finding("MA09", f"{place}.description", wrong, "Say it")


def numbers(entry: Json, locale: str, place: str) -> Iterator[Finding]:
    """MA10 (H3): no other country's emergency number."""
    for key in LENGTHS:
        for rule, _, wrong, do in foreign_numbers(entry.get(key, ""), locale):
            yield finding(rule, f"{place}.{key}", wrong, do)


def claims(entry: Json, place: str) -> Iterator[Finding]:
    """MA11 (H5 to H7, H9): no claim to do what only a clinician may, or that nobody can keep."""
    for key in LENGTHS:
        for found in CLAIMS.finditer(entry.get(key, "")):
            yield finding("MA11", f"{place}.{key}", f"claims '{found[0]}'", "Say what the skill tells people")
    if re.search(r"\b(?:alexa|skill)\b", entry.get("name", ""), re.IGNORECASE):
        yield finding("MA11", f"{place}.name", "names Alexa or skill", "Use the plain name")


def example_phrases(manifest: Json, models: Mapping[str, Model]) -> Iterator[Finding]:
    """MA04 and MA05 (C6, C13, M12): each example phrase, and each one that a description quotes, is heard.

    `models` by locale.
    """
    for locale, entry in listings(manifest).items():
        if locale not in models:
            continue
        place = f"publishingInformation.locales.{locale}"
        model, known = models[locale], phrases(models[locale])
        for index, phrase in enumerate(entry.get("examplePhrases", [])):
            rule = first_phrase if index == 0 else later_phrase
            yield from rule(phrase, model.invocation_name, known, f"{place}.examplePhrases[{index}]")
        for phrase in QUOTED.findall(entry.get("description", "")):
            yield from later_phrase(phrase, model.invocation_name, known, f"{place}.description")


def first_phrase(phrase: str, name: str, known: Phrases, place: str) -> Iterator[Finding]:
    """MA04 (C6): the first phrase is the wake word, a launch word and the exact invocation name."""
    if not re.match(rf"Alexa, {LAUNCH} {re.escape(name)}\b", phrase):
        wrong = f"'{phrase}' does not start with 'Alexa, open {name}'"
        yield finding("MA04", place, wrong, "Start with the wake word, a launch word and the invocation name")
    else:
        yield from later_phrase(phrase, name, known, place)


def later_phrase(phrase: str, name: str, known: Phrases, place: str) -> Iterator[Finding]:
    """MA05 (C6, M12): without wake word, launch word, name and connector, the phrase expands from a sample."""
    words = re.sub(r"^alexa ", "", normal(phrase))
    after_name = re.sub(rf"^{LAUNCH} {re.escape(normal(name))} ?(?:and )?", "", words)
    opens_only = after_name == "" and words != after_name
    rest = {after_name, re.sub(rf"^{CONNECTOR} ", "", after_name)}
    if not opens_only and not any(heard_as(words, known) for words in rest):
        yield finding("MA05", place, f"'{phrase}' is covered by no sample", "Add a sample, or change the phrase")
