"""A pack is read section by section, and holds the same as when it is read whole."""

import json
from pathlib import Path

import pytest

from guide.pack import PACKS, load
from guide.sections import Sections, text_of

LOCALES = sorted(path.stem for path in Path(PACKS).glob("??-??.json"))
TEXT = '{\n"locale":"en-US",\n"pages":{"a":"one: two,"},\n"last":[1]\n}\n'


@pytest.mark.parametrize("locale", LOCALES)
def test_a_built_pack_holds_what_its_json_holds(locale: str) -> None:
    """Whole file against its sections."""
    text = text_of(f"{PACKS}/{locale}.json")
    assert dict(Sections(text)) == json.loads(text)


def test_a_section_is_read_once_and_kept() -> None:
    """Every turn gets the same object."""
    sections = Sections(TEXT)
    assert sections["pages"] is sections["pages"]
    assert sections["pages"] == {"a": "one: two,"}
    assert ("last" in sections, "nothing" in sections, sections.get("nothing"), len(sections)) == (True, False, None, 3)


def test_a_section_that_nobody_asks_for_is_not_read() -> None:
    """Damage in it costs nobody else's turn."""
    sections = Sections(TEXT.replace('"one: two,"', "damaged"))
    assert sections["last"] == [1]
    with pytest.raises(ValueError, match="Expecting"):
        sections["pages"]


@pytest.mark.parametrize("text", ["", "[]", '{"locale":"en-US"}', '{\n"locale":1'])
def test_a_text_without_its_lines_is_refused(text: str) -> None:
    """It was not built."""
    with pytest.raises(ValueError, match=r".*"):
        Sections(text)


@pytest.mark.parametrize("locale", ["en-US.words", "../packs/en-GB", "xx-XX", "", "\x00"])
def test_a_locale_that_was_not_built_gets_the_default(locale: str) -> None:
    """And keeps nothing in memory for its own."""
    assert load(locale) is load("en-US")
