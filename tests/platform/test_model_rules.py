"""Each rule about interaction models finds the one thing that is wrong."""

from collections.abc import Iterable

import pytest

from tests.platform.specimens import GONE, INTENTS, LANGUAGE, MODEL, TYPES, Json, Path, broken, model
from tools.lint.dialog import delegated_intents
from tools.lint.finding import Finding
from tools.lint.model import handled_intents, lint_model, same_in_all_locales
from tools.lint.schema import schema

NAME = (*LANGUAGE, "invocationName")
TOPIC, CHECK, OFTEN, SAY = ((*INTENTS, index) for index in range(4))
VALUES = (*TYPES, 0, "values")
DIALOG = ("interactionModel", "dialog", "intents", 0)
PROMPTS = ("interactionModel", "prompts")
SENSITIVITY = (*LANGUAGE, "modelConfiguration")


def rules(findings: Iterable[Finding], level: str = "error") -> set[str]:
    return {finding.rule for finding in findings if finding.level == level}


def slot(**more: object) -> list[Json]:
    return [{"name": "topic", "type": "Topic", **more}]


def value(name: str, *synonyms: str, identifier: str = "x") -> Json:
    return {"id": identifier, "name": {"value": name, "synonyms": list(synonyms)}}


def test_the_specimen_breaks_no_rule() -> None:
    """Otherwise the cases below would prove nothing."""
    assert list(lint_model(model(), screen=True)) == []


ERRORS: list[tuple[str, Path, object]] = [
    ("IN01", NAME, "Cramp guide"),
    ("IN01", NAME, "cramp guide 2"),
    ("IN02", NAME, "crampguide"),
    ("IN03", NAME, "cramp skill"),
    ("IN03", NAME, "open cramp guide"),
    ("IN04", NAME, "the cramp"),
    ("MO02", (*INTENTS, 4), GONE),
    ("MO03", (*INTENTS, 7), GONE),
    ("MO03", (*INTENTS, 11), GONE),
    ("SA01", (*CHECK, "samples", 0), "is it serious?"),
    ("SA01", (*CHECK, "samples", 0), "what\u2019s wrong"),
    ("SA02", (*CHECK, "samples", 0), "check me."),
    ("SA04", (*CHECK, "samples", 0), "check {leg}"),
    ("SA04", (*TOPIC, "samples", 0), "can {statins|topic} cause it"),
    ("SA04", (*TOPIC, "samples", 0), "can {topic cause it"),
    ("SA05", (*TOPIC, "slots"), [*slot(), {"name": "other", "type": "Topic"}]),
    ("SA06", (*TOPIC, "slots", 0, "type"), "Unknown"),
    ("SA06", TYPES, [*MODEL["interactionModel"]["languageModel"]["types"], {"name": "Idle", "values": [value("a")]}]),
    ("SA07", (*TOPIC, "samples", 0), "is {topic} like {topic}"),
    ("SA08", CHECK, {"name": "AgainIntent", "slots": slot(name="about"), "samples": ["Can {about} cause cramps"]}),
    ("SA08", (*SAY, "samples", 0), "check my leg"),
    ("SA10", (*CHECK, "samples"), []),
    ("SA11", (*SAY, "samples", 0), "{words}"),
    ("SA11", (*SAY, "samples", 0), "{count} times {words}"),
    ("SA14", (*SAY, "slots", 0, "name"), "topic"),
    ("SA15", (*CHECK, "samples", 0), "Help"),
    ("TY01", VALUES, []),
    ("TY02", (*VALUES, 0), value("a" * 141)),
    ("TY02", (*VALUES, 0), value("a", "b" * 141)),
    ("TY03", (*VALUES, 0), value("a", identifier="night-cramps")),
    ("TY03", (*VALUES, 0), value("Night cramps")),
    ("TY03", (*VALUES, 0), value("a", "at night")),
    ("LI01", INTENTS, [*MODEL["interactionModel"]["languageModel"]["intents"], *[{"name": "AMAZON.X"}] * 250]),
    ("LI01", VALUES, [value("a", *["b"] * 50_000)]),
    ("LO01", SENSITIVITY, {"fallbackIntentSensitivity": {"level": "EXTREME"}}),
    ("DI01", (*DIALOG, "name"), "OtherIntent"),
    ("DI01", (*DIALOG, "slots", 0, "type"), "Topic"),
    ("DI02", (*PROMPTS, 0), GONE),
    ("DI02", (*PROMPTS, 0, "variations"), []),
    ("DI02", (*PROMPTS, 0, "variations", 0, "type"), "Markdown"),
    ("DI02", (*DIALOG, "slots", 0, "prompts"), {}),
    ("DI04", (*DIALOG, "slots", 0, "validations", 0, "type"), "isNice"),
    ("DI04", (*DIALOG, "slots", 0, "validations", 0, "prompt"), GONE),
]


@pytest.mark.parametrize(("rule", "path", "wrong"), ERRORS)
def test_an_error_is_found(rule: str, path: Path, wrong: object) -> None:
    """A model with one fault is refused, by the rule that names it."""
    assert rule in rules(lint_model(model(broken(MODEL, path, wrong)), screen=True))


WARNINGS: list[tuple[str, Path, object]] = [
    ("IN02", NAME, "cramp guide leg coach"),
    ("IN05", NAME, "cramp " + "guide" * 10),
    ("MO03", (*INTENTS, 11), GONE),
    ("SA03", (*CHECK, "samples", 0), "check both 2 legs"),
    ("SA09", (*CHECK, "samples"), ["check me", "Check me", "a leg", "a foot", "a toe", "a shin"]),
    ("SA10", (*CHECK, "samples"), ["check my leg"]),
    ("SA12", (*TOPIC, "samples", 0), "{topic}"),
    ("SA13", (*CHECK, "samples", 0), "about my leg"),
    ("SA16", (*CHECK, "samples", 0), "a" * 201),
    ("TY04", (*VALUES, 0), value("salt & vinegar")),
]


@pytest.mark.parametrize(("rule", "path", "wrong"), WARNINGS)
def test_a_warning_is_given(rule: str, path: Path, wrong: object) -> None:
    """What the platform takes, but serves people badly, is printed and does not fail."""
    assert rule in rules(lint_model(model(broken(MODEL, path, wrong))), "warning")


def test_a_connector_is_no_matter_when_the_rest_is_a_sample_too() -> None:
    """SA13 asks for the shorter sample, and is content with it."""
    samples = ["about my leg", "my leg", "a leg", "a foot", "a toe"]
    assert "SA13" not in rules(lint_model(model(broken(MODEL, (*CHECK, "samples"), samples))), "warning")


def test_size_of_the_file() -> None:
    """LI01 warns above a million bytes and fails above 1.5."""
    assert rules(lint_model(model(size=1_000_001)), "warning") == {"LI01"}
    assert rules(lint_model(model(size=1_500_001))) == {"LI01"}


@pytest.mark.parametrize(
    ("rule", "locale", "path", "entry"),
    [
        ("LO01", "fr-FR", SENSITIVITY, {"fallbackIntentSensitivity": {"level": "HIGH"}}),
        ("LO02", "en-IN", (*TOPIC, "slots"), slot(multipleValues={"enabled": True})),
        ("LO03", "en-XX", NAME, "cramp guide"),
    ],
)
def test_what_a_locale_does_not_take(rule: str, locale: str, path: Path, entry: object) -> None:
    """Features are refused where the platform has them not, and only there."""
    raw = broken(MODEL, path, entry)
    assert rule in rules(lint_model(model(raw, locale)))
    assert rule not in rules(lint_model(model(raw, "en-AU")))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("interactionModel",), GONE),
        (NAME, GONE),
        (INTENTS, []),
        ((*TOPIC, "name"), GONE),
        ((*TOPIC, "samples", 0), 1),
        ((*TOPIC, "slots", 0, "type"), GONE),
        ((*TYPES, 0, "name"), GONE),
        ((*VALUES, 0, "name"), GONE),
        ((*DIALOG, "slots", 0, "type"), GONE),
        ((*PROMPTS, 0, "id"), GONE),
    ],
)
def test_a_missing_key_is_found(path: Path, wrong: object) -> None:
    """MO01 names what is missing before any other rule reads the model."""
    assert rules(schema(broken(MODEL, path, wrong), "en-GB.json")) == {"MO01"}


def test_intents_and_handlers_agree() -> None:
    """MO04 finds an intent without handler, and a handler without intent."""
    names = {intent.name for intent in model().intents}
    assert list(handled_intents([model()], names)) == []
    assert rules(handled_intents([model()], names - {"CheckIntent"})) == {"MO04"}
    assert rules(handled_intents([model()], names | {"GhostIntent"})) == {"MO04"}


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ((*INTENTS, 11), GONE),
        ((*TOPIC, "slots", 0, "name"), "subject"),
        ((*TYPES, 0, "name"), "Subject"),
        ((*VALUES, 0, "id"), "other"),
    ],
)
def test_locales_agree(path: Path, other: object) -> None:
    """MO05 finds what one locale has and another has not."""
    assert list(same_in_all_locales([model(), model(locale="en-US")])) == []
    assert rules(same_in_all_locales([model(), model(broken(MODEL, path, other), "en-US")])) == {"MO05"}


def test_directives_need_a_dialog_model() -> None:
    """DI03 finds an intent that the code delegates and that the dialog model lacks."""
    assert list(delegated_intents([model()], {"OftenIntent"})) == []
    assert rules(delegated_intents([model()], {"CheckIntent"})) == {"DI03"}
