"""Each region hears its own words, its own spelling and its own numbers, and nobody else's."""

import re
from typing import Any

import pytest

from guide.pack import load
from tools.build.region import RUN_TIME
from tools.lint.speech import foreign_numbers
from tools.lint.texts import texts_of


def everything(value: Any) -> str:
    """All text of a pack in one."""
    if isinstance(value, dict):
        return " ".join(everything(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(everything(part) for part in value)
    return value if isinstance(value, str) else ""


def test_only_what_is_filled_while_speaking_is_left_open(content: Any) -> None:
    """The region's words are in the pack already; what is left is filled for the person and the country."""
    left = {name for _, text in texts_of(content) for name in re.findall(r"\{(\w+)\}", text)}
    assert {name[0].lower() + name[1:] for name in left} <= RUN_TIME
    braces = {place: text for place, text in texts_of(content) if re.search(r"\{[^A-Za-z]|\{$|[^A-Za-z_]\}", text)}
    assert braces == {}


def test_no_text_names_another_countrys_emergency_number(locale: str, content: Any) -> None:
    """MA10: pages write {emergency}, so that nobody is sent to a number that does not answer."""
    spoken = {key: part for key, part in content.items() if key not in ("sources", "befores")}
    found = list(foreign_numbers(everything(spoken), locale))
    assert [wrong for _, _, wrong, _ in found] == []


def test_pages_write_no_number_of_their_own(content: Any) -> None:
    """Not even the region's own: away from home it would be wrong."""
    own = content["numbers"]["home"]["emergency"]
    digits = re.compile(r"(?<![\d,])(?:911|999|112|000|111|811|108|104)(?!\d)")
    assert digits.search(own)
    assert {place: text for place, text in texts_of(content) if digits.search(text)} == {}


def test_every_number_is_filled_at_home_and_away(content: Any) -> None:
    """Away from home every number has neutral words in its place, with no digit in them."""
    home, away = content["numbers"]["home"], content["numbers"]["away"]
    assert set(home) == set(away)
    assert not re.search(r"\d", everything(away))


@pytest.mark.parametrize("british", ["colour", "diarrhoea", "anaemia", "oestrogen", "paracetamol", "tumour", "fibres", "mum"])
def test_the_united_states_read_no_british_spelling(british: str) -> None:
    """Speech and cards: what is written once in British spelling is turned for each region that spells otherwise."""
    texts = {place: text for place, text in texts_of(load("en-US").content) if re.search(rf"\b{british}\b", text, re.I)}
    assert texts == {}


def test_a_spelling_map_is_applied_everywhere(content: Any, region: dict[str, Any]) -> None:
    """No word that a region spells otherwise is left in any of its texts."""
    for word in region.get("spelling", {}):
        left = [place for place, text in texts_of(content) if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
        assert left == [], word


def test_the_common_painkiller_has_the_regions_name(locale: str, content: Any) -> None:
    """Acetaminophen in North America, paracetamol elsewhere; the other name at most explains it."""
    text = everything([text for _, text in texts_of(load(locale).content)]).casefold()
    own, other = "acetaminophen", "paracetamol"
    if locale not in ("en-US", "en-CA"):
        own, other = other, own
    assert own in text
    assert other not in text


@pytest.mark.parametrize(
    ("word", "locales"),
    [("your G P", {"en-GB", "en-AU"}), ("A and E", {"en-GB"}), ("emergency room", {"en-US"}), ("chemist", {"en-IN"})],
)
def test_people_are_sent_to_where_they_go_there(word: str, locales: set[str], locale: str, content: Any) -> None:
    """Who to see is named as it is named in the region."""
    assert (word in everything(content["outcomes"]) + everything(content["phrases"])) is (locale in locales)


def test_the_lint_for_foreign_numbers_sees_them() -> None:
    """The rule that the test above leans on would find a slip."""
    assert [wrong for _, _, wrong, _ in foreign_numbers("Call 999 now.", "en-US")] == ["names 999"]
