"""A new locale is new files and no code."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from guide.dialogue import turn
from guide.heard import Heard
from guide.pack import Pack
from guide.state import State


def scaffold(project: Path, locale: str, **changes: str) -> None:
    """A region copied from en-US, with lines of its region.toml changed."""
    content = project / "content"
    shutil.copytree(content / "en-US", content / locale)
    path = content / locale / "region.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def test_a_new_region_is_one_file(project: Path, build: Any, written: Any) -> None:
    """New Zealand from a copy of another region: its own number is said, and nobody else's."""
    scaffold(project, "en-NZ", **{'country = "US"': 'country = "NZ"', '"911"': '"111"', '"your doctor"': '"your G P"'})
    assert build() == (0, "")
    files = written()
    assert files["lambda/guide/packs/en-NZ.json"]["numbers"]["home"]["emergency"] == "111"
    assert "911" not in str(files["lambda/guide/packs/en-NZ.json"])
    assert files["interaction_model/en-NZ.json"] == files["interaction_model/en-US.json"]
    reply, _ = turn(Heard("launch"), State(), Pack("en-NZ", files["lambda/guide/packs/en-NZ.json"]))
    assert reply.ask
    started, _ = turn(Heard("check"), State(), Pack("en-NZ", files["lambda/guide/packs/en-NZ.json"]))
    assert "call 111 now" in started.text


def test_a_new_language_is_one_folder_and_a_region(project: Path, build: Any, written: Any) -> None:
    """A language copied from English and changed in one place speaks with that change, from the same code."""
    content = project / "content"
    shutil.copytree(content / "en", content / "xx")
    phrases = content / "xx" / "phrases.toml"
    text = phrases.read_text(encoding="utf-8")
    phrases.write_text(text.replace('bye = "Take care. Goodbye."', 'bye = "Xaaxi xiix."'), encoding="utf-8")
    scaffold(project, "xx-XX", **{'language = "en"': 'language = "xx"', 'country = "US"': 'country = "XX"'})
    assert build() == (0, "")
    files = written()
    reply, _ = turn(Heard("stop"), State(), Pack("xx-XX", files["lambda/guide/packs/xx-XX.json"]))
    assert reply.text == "Xaaxi xiix."
    assert files["interaction_model/xx-XX.json"] == files["interaction_model/en-US.json"]


@pytest.mark.parametrize("page", ["topics/magnesium.md", "questions/cold-foot.md"])
def test_a_region_may_word_a_page_of_its_own(page: str, project: Path, build: Any, written: Any) -> None:
    """A page in the region's folder stands in for the language's."""
    content = project / "content"
    own = content / "en-US" / page
    own.parent.mkdir(exist_ok=True)
    text = (content / "en" / page).read_text(encoding="utf-8")
    heading = "## In short\n" if page.startswith("topics") else "## Help\n"
    own.write_text(text.replace(heading, f"{heading}Howdy.\n"), encoding="utf-8")
    assert build() == (0, "")
    assert "Howdy." in str(written()["lambda/guide/packs/en-US.json"])
