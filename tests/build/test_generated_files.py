"""Generated files are what content says today."""

from pathlib import Path
from typing import Any

from tools.build.__main__ import built_files, stale


def test_the_committed_files_are_what_content_builds() -> None:
    """Somebody who edits a page and forgets to build is told so."""
    assert [path.name for path in stale(built_files())] == []


def test_a_build_repeats_itself(project: Path, build: Any) -> None:
    """Nothing is left to chance: a second build changes nothing."""
    assert build()[0] == 0
    assert build("--check") == (0, "")
    assert built_files(project) == built_files(project)


def test_an_edit_makes_its_files_stale(project: Path, build: Any, written: Any) -> None:
    """A check writes nothing; it names the files to build, and how."""
    build()
    before = written()
    page = project / "content" / "en" / "topics" / "magnesium.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nIt is in nuts.\n", encoding="utf-8")
    assert build("--check") == (1, "lambda/guide/packs/en-US.json is stale. Run: make build\n")
    assert written() == before
    assert build()[0] == 0
    assert build("--check")[0] == 0


def test_a_locale_taken_away_takes_its_files_along(project: Path, build: Any, written: Any) -> None:
    """A file that nothing makes any more is stale, and the build removes it."""
    build()
    region = project / "content" / "en-US"
    region.rename(project / "content" / "en-ZA")
    code, said = build("--check")
    assert code == 1
    assert "interaction_model/en-US.json" in said
    build()
    assert {Path(name).name for name in written()} == {"en-ZA.json", "en-ZA.words.json"}
