"""Every claim of the article and every red-flag row is covered, and every page says honestly what it stands on."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tools.build.source import Page, read_toml

RED_FLAGS = [f"RF{number:02}" for number in range(1, 63)]
UNSIGNED = "not yet reviewed by a clinician"


@pytest.fixture(scope="module")
def claims(root: Path) -> dict[str, str]:
    """The article's claims with today's verdict on each."""
    return read_toml(root / "content" / "claims.toml")


@pytest.fixture(scope="module")
def check(root: Path) -> list[dict[str, Any]]:
    """The rows of the check."""
    return list(read_toml(root / "content" / "check.toml")["question"])


def test_every_claim_is_answered_on_a_page(claims: dict[str, str], topic_pages: dict[str, Page]) -> None:
    """Fifty-nine claims, none left out and none made up."""
    assert len(claims) == 59
    answered = {claim for page in topic_pages.values() for claim in page.front["claims"]}
    assert answered == set(claims)


def test_the_verdicts_are_those_of_the_evidence(claims: dict[str, str]) -> None:
    """Twenty-eight claims stand, twenty-nine have limits, two are wrong."""
    assert Counter(claims.values()) == {"agree": 28, "qualify": 29, "dispute": 2}


@pytest.mark.parametrize(
    ("page", "plainly"),
    [("lactic-acid", "does not cause cramp"), ("statins", "seldom cause")],
)
def test_a_disputed_claim_is_disputed_in_the_first_answer(page: str, plainly: str, topic_pages: dict[str, Page]) -> None:
    """What today's sources reject is rejected at once, not on the third "tell me more"."""
    first = topic_pages[page].text("In short").replace("doesn't", "does not").casefold()
    assert plainly in first


@pytest.mark.parametrize("row", RED_FLAGS)
def test_every_red_flag_row_is_asked_about(row: str, check: list[dict[str, Any]]) -> None:
    """Each row has a single question that demands an outcome, or is a fact that moves others."""
    single = [question for question in check if row in question["signs"] and not question.get("group")]
    assert single, f"{row} is covered by no question that can be answered by itself"
    assert any(question.get("yes") or question.get("unsure") == "up" for question in single)


def test_no_question_names_an_unknown_row(check: list[dict[str, Any]]) -> None:
    """A slip in a row's number would leave it uncovered without anybody noticing."""
    assert {row for question in check for row in question["signs"]} <= set(RED_FLAGS)


def test_every_question_has_its_page_and_every_page_its_question(
    check: list[dict[str, Any]], question_pages: dict[str, Page]
) -> None:
    """Rules and words are two files for the same thing."""
    assert {question["id"] for question in check} == set(question_pages)


def test_every_page_is_honest_about_its_review(topic_pages: dict[str, Page], question_pages: dict[str, Page]) -> None:
    """Until a clinician is named, a page says that none has signed it, when it was checked and when it is due."""
    for page in (*topic_pages.values(), *question_pages.values()):
        front = page.front
        assert (front["reviewer"], front["status"]) == ("", UNSIGNED), page.path.name
        assert isinstance(front["reviewed"], date), page.path.name
        assert front["reviewed"] < front["next_review"], page.path.name
        assert (front["next_review"] - front["reviewed"]).days <= 366, page.path.name


def test_every_source_exists_and_was_read(root: Path, topic_pages: dict[str, Page], question_pages: dict[str, Page]) -> None:
    """A page stands on known sources; the one that is named aloud is not a weak one and is among the page's own."""
    sources = read_toml(root / "content" / "sources.toml")
    for page in (*topic_pages.values(), *question_pages.values()):
        assert set(page.front["sources"]) <= set(sources), page.path.name
        says = page.front.get("says", "")
        if says:
            assert says in page.front["sources"], page.path.name
            assert sources[says]["spoken"], page.path.name
    for key, source in sources.items():
        assert source["url"].startswith("http"), key
        assert source["title"], key
        assert isinstance(source["read"], date), key
        assert not (source.get("weak") and "spoken" in source), key
        assert key.endswith("-w") == bool(source.get("weak")), key


def test_a_topic_without_a_source_to_name_is_not_about_facts(topic_pages: dict[str, Page]) -> None:
    """Whatever claims a page covers, somebody says so."""
    unsourced = {id for id, page in topic_pages.items() if not page.front["says"]}
    assert all(not topic_pages[id].front["claims"] for id in unsourced), unsourced
