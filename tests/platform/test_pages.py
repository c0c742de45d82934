"""What the pages name is there: tests, files, commands and headings."""

import re
from pathlib import Path as Folder

import pytest

ROOT = Folder(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("content/*.md")]
LINK = re.compile(r"\]\(([^)#\s]+)?(?:#([a-z0-9-]+))?\)")


def name(path: Folder) -> str:
    """A path as seen from the project's folder."""
    return str(path.relative_to(ROOT))


def headings(path: Folder) -> set[str]:
    """The headings of a page, as links name them."""
    lines = [line.lstrip("#").strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    return {re.sub(r"[^a-z0-9 -]", "", line.casefold()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Folder) -> None:
    """Files of the project and headings in them; the rest of the web is not asked."""
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        if target.startswith(("http", "mailto")):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), target
        assert not anchor or anchor in headings(path), f"{target}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_test_that_is_named_exists(page: Folder) -> None:
    """A threat whose test is gone is a threat."""
    text = page.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:tests|tools|lambda)/[\w./-]+\.(?:py|txt|json|toml))`", text):
        assert (ROOT / path).exists(), path
    for file in re.findall(r"`(test_\w+\.py)`", text):
        assert list((ROOT / "tests").rglob(file)), file


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_command_is_a_target(page: Folder) -> None:
    """What is copied from a page works."""
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^\s*)make ([a-z][a-z-]*)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert re.search(rf"^{target}:", made, re.MULTILINE), target


def test_every_rule_that_the_checklist_names_is_checked() -> None:
    """An id such as MA09 in the page on certification stands for a rule of the lints."""
    rules = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tools" / "lint").glob("*.py"))
    named = re.findall(r"\b[A-Z]{2}\d{2}\b", (ROOT / "docs" / "certification.md").read_text(encoding="utf-8"))
    assert named
    assert not [rule for rule in named if rule not in rules]
