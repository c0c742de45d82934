"""The project's own files break no rule."""

import json
from pathlib import Path as Folder

import pytest
from PIL import Image, ImageChops, ImageStat

from tools import icons
from tools.lint.__main__ import report
from tools.lint.finding import Finding, errors
from tools.lint.listing import lint_listings
from tools.lint.manifest import lint_manifest, listings, read_manifest
from tools.lint.project import lint_project, load_models, template_findings

ROOT = Folder(__file__).parents[2]
MANIFEST = read_manifest(ROOT / "skill.json")


def test_the_project_has_no_errors() -> None:
    """Models, manifest, code and template together, as `python -m tools.lint` sees them."""
    found = errors(lint_project(ROOT))
    assert not found, "\n".join(report(found))


def test_the_manifest_has_neither_errors_nor_warnings() -> None:
    """What the store shows is held to the warnings as well."""
    assert [*lint_manifest(MANIFEST, ROOT), *lint_listings(MANIFEST)] == []


def test_the_template_has_neither_errors_nor_warnings() -> None:
    """So is what AWS gets."""
    assert list(template_findings(ROOT)) == []


@pytest.mark.parametrize("locale", sorted(listings(MANIFEST)))
def test_icons_are_as_drawn(locale: str) -> None:
    """The pictures in assets/ are those that tools/icons.py draws, but for rounding."""
    for name, side in icons.SIDES.items():
        kept = Image.open(ROOT / "assets" / "images" / locale / name).convert("RGB")
        assert max(ImageStat.Stat(ImageChops.difference(icons.draw(side), kept)).mean) < 1


def test_a_missing_model_says_what_to_do(tmp_path: Folder) -> None:
    """A fresh checkout without generated models is told the command."""
    models, found = load_models(tmp_path)
    assert models == []
    assert "make build" in str(found[0])


def test_a_model_that_is_not_json_is_named(tmp_path: Folder) -> None:
    """One bad file is reported and does not hide the others."""
    (tmp_path / "interaction_model").mkdir()
    (tmp_path / "interaction_model" / "en-GB.json").write_text("{")
    (tmp_path / "interaction_model" / "en-US.json").write_text(json.dumps({"interactionModel": {}}))
    models, found = load_models(tmp_path)
    assert models == []
    assert {finding.file for finding in found} == {"interaction_model/en-GB.json", "interaction_model/en-US.json"}


def test_an_empty_project_is_reported_and_not_a_crash(tmp_path: Folder) -> None:
    """Every missing file has a finding of its own."""
    assert {finding.rule for finding in lint_project(tmp_path)} == {"MO01", "MA01", "TE01"}


def test_one_mistake_made_often_does_not_hide_the_rest() -> None:
    """The report shows ten of a kind, then counts."""
    many = [Finding("SA03", "en-GB.json", f"sample {index}", "has digits", "Spell it", "warning") for index in range(25)]
    lines = report([*many, Finding("MO02", "en-GB.json", "intents", "Help is missing", "Add it")])
    assert lines[0].startswith("error MO02")
    assert lines[-2:] == ["warning SA03 en-GB.json: and 15 more", "1 errors, 25 warnings"]
