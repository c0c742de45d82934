"""Each rule about skill.json finds the one thing that is wrong."""

from collections.abc import Iterable
from pathlib import Path as Folder

import pytest
from PIL import Image

from tests.platform.specimens import CODE, DESCRIPTION, GONE, MANIFEST, Json, Path, broken, model
from tools.lint.finding import Finding
from tools.lint.listing import example_phrases, lint_listings
from tools.lint.manifest import lint_manifest, locale_sets, used_by_code

STORE = ("publishingInformation", "locales", "en-GB")
PRIVACY = ("privacyAndCompliance",)
POLICY = (*PRIVACY, "locales", "en-GB", "privacyPolicyUrl")
CUSTOM = ("apis", "custom")
ENDPOINT = (*CUSTOM, "endpoint", "uri")


@pytest.fixture
def root(tmp_path: Folder) -> Folder:
    """A folder with both icons."""
    for name, side in (("small.png", 108), ("large.png", 512)):
        Image.new("RGB", (side, side)).save(tmp_path / name)
    return tmp_path


def findings(manifest: Json, root: Folder) -> list[Finding]:
    return [
        *lint_manifest(manifest, root),
        *lint_listings(manifest),
        *locale_sets(manifest, ["en-GB"]),
        *example_phrases(manifest, {"en-GB": model()}),
        *used_by_code(manifest, CODE),
    ]


def rules(found: Iterable[Finding], level: str = "error") -> set[str]:
    return {finding.rule for finding in found if finding.level == level}


def test_the_specimen_breaks_no_rule(root: Folder) -> None:
    """Otherwise the cases below would prove nothing."""
    assert findings(MANIFEST, root) == []


def said(old: str, new: str) -> str:
    assert old in DESCRIPTION
    return DESCRIPTION.replace(old, new)


ERRORS: list[tuple[str, Path, object]] = [
    ("MA01", ("manifestVersion",), "2.0"),
    ("MA01", ("publishingInformation", "locales"), {}),
    ("MA01", ("publishingInformation", "locales", "en-XX"), {}),
    ("MA02", (*STORE, "name"), "C"),
    ("MA02", (*STORE, "summary"), "a" * 161),
    ("MA02", (*STORE, "description"), ""),
    ("MA02", ("publishingInformation", "testingInstructions"), GONE),
    ("MA03", (*STORE, "examplePhrases", 2), GONE),
    ("MA03", (*STORE, "examplePhrases", 2), "a" * 201),
    ("MA03", (*STORE, "keywords"), ["cramp"] * 31),
    ("MA03", (*STORE, "keywords"), ["a" * 151]),
    ("MA04", (*STORE, "examplePhrases", 0), "open cramp guide"),
    ("MA04", (*STORE, "examplePhrases", 0), "Alexa, enable cramp guide"),
    ("MA04", (*STORE, "examplePhrases", 0), "Alexa, open cramps guide"),
    ("MA05", (*STORE, "examplePhrases", 0), "Alexa, ask cramp guide to bake a cake"),
    ("MA05", (*STORE, "examplePhrases", 1), "Alexa, ask cramp guide why do my legs cramp on mars"),
    ("MA05", (*STORE, "description"), DESCRIPTION + ' Say "Alexa, ask cramp guide to call me".'),
    ("MA06", (*PRIVACY, "locales", "en-US"), {"privacyPolicyUrl": "https://example.org/privacy"}),
    ("MA07", POLICY, GONE),
    ("MA07", POLICY, "http://example.org/privacy"),
    ("MA07", POLICY, "https://example.org/"),
    ("MA07", POLICY, "https://alexa.example.org/privacy"),
    ("MA08", (*PRIVACY, "containsAds"), GONE),
    ("MA08", (*PRIVACY, "isChildDirected"), True),
    ("MA08", (*PRIVACY, "usesHealthInfo"), True),
    ("MA09", (*STORE, "description"), said("does not give medical advice", "talks")),
    ("MA09", (*STORE, "description"), said("informational and educational", "various")),
    ("MA09", (*STORE, "description"), said("not a substitute", "a substitute")),
    ("MA09", (*STORE, "description"), said("Talk to your GP.", "")),
    ("MA09", (*STORE, "description"), said("call 999", "rest")),
    ("MA10", (*STORE, "summary"), "Plain answers. In an emergency, call 911."),
    ("MA11", (*STORE, "summary"), "It diagnoses every cramp you have."),
    ("MA11", (*STORE, "description"), DESCRIPTION + " A life-saving guide."),
    ("MA11", (*STORE, "name"), "Cramp Guide Alexa Skill"),
    ("MA12", ENDPOINT, "http://example.org"),
    ("MA12", ENDPOINT, "arn:aws:lambda:us-east-1:000000000000:function:cramp-guide"),
    ("MA12", ENDPOINT, "arn:aws:lambda:us-east-1:000000000000:function:cramp-guide:$LATEST"),
    ("MA12", (*CUSTOM, "regions", "MARS"), {"endpoint": {"uri": "https://example.org/skill"}}),
    ("MA12", ("events",), {"endpoint": {"uri": "arn:aws:lambda:us-east-1:000000000000:function:cramp-guide"}}),
    (
        "MA12",
        ("events",),
        {"endpoint": {"uri": "https://example.org/s"}, "regions": {"MARS": {"endpoint": {"uri": "https://e.org/s"}}}},
    ),
    ("MA13", (*CUSTOM, "interfaces"), []),
    ("MA13", (*CUSTOM, "interfaces", 0, "type"), "ALEXA_PRESENTATION_APL"),
    ("MA13", ("permissions",), [{"name": "alexa::alerts:reminders:skill:readwrite"}]),
    ("MA14", ("events",), {"subscriptions": []}),
    ("MA15", ("publishingInformation", "distributionCountries"), []),
    ("MA16", (*STORE, "smallIconUri"), "file://missing.png"),
    ("MA16", (*STORE, "smallIconUri"), "file://large.png"),
    ("MA16", (*STORE, "largeIconUri"), GONE),
]


@pytest.mark.parametrize(("rule", "path", "wrong"), ERRORS)
def test_an_error_is_found(rule: str, path: Path, wrong: object, root: Folder) -> None:
    """A manifest with one fault is refused, by the rule that names it."""
    assert rule in rules(findings(broken(MANIFEST, path, wrong), root))


@pytest.mark.parametrize("path", [(*STORE, "summary"), (*STORE, "description")])
def test_a_text_that_says_little_draws_a_warning(path: Path, root: Folder) -> None:
    """MA02 warns of texts too short to say anything."""
    assert "MA02" in rules(findings(broken(MANIFEST, path, "Cramps."), root), "warning")


@pytest.mark.parametrize(
    "phrase",
    ["Alexa, open cramp guide", "check my symptoms", "Alexa, open cramp guide and check my leg", "help"],
)
def test_a_phrase_that_is_heard_is_accepted(phrase: str) -> None:
    """MA05 takes launch phrases, in-session replies and one-shots with a connector."""
    changed = broken(MANIFEST, (*STORE, "examplePhrases", 1), phrase)
    assert list(example_phrases(changed, {"en-GB": model()})) == []
