"""Topics, check questions and guided stretches: from pages to what the pack holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tools.build.region import Region
from tools.build.source import Page, read_pages, read_toml

TOPIC_SECTIONS = ("In short", "What it is", "Why it causes cramps", "What to do", "When to worry", "Tell me more")
QUESTION_SECTIONS = (
    "Ask", "Ask about someone else", "Short ask", "Short ask about someone else",
    "Ask again", "Ask your age", "Heard", "Heard about someone else", "Help", "Why",
    "Find out", "Could be", "Tell them", "Do", "Also", "Which", "Which about someone else", "Anything else",
    "Anything else about someone else",
)  # fmt: skip
ROUTINE_SECTIONS = ("Before", "Step", "Done")
FRONT = ("id", "sources", "reviewed", "next_review", "reviewer", "status")
#: What a page may offer in place of more to hear.
OFFERED = "check"
UNSIGNED = "not yet reviewed by a clinician"

Json = dict[str, Any]


def pages_of(region: Region, kind: str) -> dict[str, Page]:
    """The language's pages of a kind, with the region's own in their place."""
    return read_pages(region.base / kind) | read_pages(region.folder / kind)


def read_sources(content: Path) -> dict[str, Json]:
    """What the content stands on, by key."""
    return read_toml(content / "sources.toml")


def topics(region: Region, sources: dict[str, Json]) -> dict[str, Json]:
    """The topic pages as the pack holds them."""
    built = {}
    for id, page in pages_of(region, "topics").items():
        _front(page, sources, ("name", "claims", "says"))
        _headings(page, TOPIC_SECTIONS, needed=("In short",))
        if page.front.get("offer", OFFERED) != OFFERED:
            raise page.fault(
                f"'{page.front['offer']}' is no offer.", f'Write offer = "{OFFERED}", or leave it out.', near="offer"
            )
        built[id] = {
            "name": region.fill(page.front["name"], page.path),
            "says": page.front["says"],
            "signed": page.front["status"] != UNSIGNED,
            "reviewed": _spoken_date(page.front["reviewed"]),
            "next_review": _spoken_date(page.front["next_review"]),
            "sections": [region.fill(text, page.path) for _, text in page.sections],
            **({"moves": True} if page.front.get("moves") else {}),
            "titles": [title for title, _ in page.sections],
            **({"offer": page.front["offer"]} if "offer" in page.front else {}),
        }
    return built


def contexts(region: Region) -> dict[str, str]:
    """What is understood to be spoken of once a topic was told, by topic."""
    return {id: page.front["context"] for id, page in pages_of(region, "topics").items() if "context" in page.front}


def questions(region: Region, sources: dict[str, Json]) -> dict[str, dict[str, str]]:
    """The words of the check questions; keys are the headings in lower case with underscores."""
    built = {}
    for id, page in pages_of(region, "questions").items():
        _front(page, sources, ())
        _headings(page, QUESTION_SECTIONS, needed=("Ask", "Help", "Why"))
        built[id] = {title.lower().replace(" ", "_"): region.fill(text, page.path) for title, text in page.sections}
    return built


def routines(region: Region, sources: dict[str, Json]) -> dict[str, Json]:
    """The guided stretches: what is said before, the steps with their pauses in seconds, and the end."""
    built = {}
    for id, page in pages_of(region, "routines").items():
        _front(page, sources, ("name", "says"))
        _headings(page, ROUTINE_SECTIONS, needed=ROUTINE_SECTIONS, repeat="Step")
        steps = [_step(page, region, text) for title, text in page.sections if title == "Step"]
        built[id] = {
            "name": region.fill(page.front["name"], page.path),
            "says": page.front["says"],
            "before": region.fill(page.text("Before"), page.path),
            "steps": steps,
            "done": region.fill(page.text("Done"), page.path),
        }
    return built


def _step(page: Page, region: Region, text: str) -> Json:
    lines = text.splitlines()
    pause = 0
    if lines[-1].startswith("pause ="):
        said = lines.pop().removeprefix("pause =").strip()
        if not said.isdecimal() or int(said) > 30:
            raise page.fault(f"'{said}' is no pause.", "Write whole seconds, at most 30.", near=f"pause = {said}")
        pause = int(said)
    return {"text": region.fill(" ".join(lines), page.path), "pause": pause}


def _front(page: Page, sources: dict[str, Json], also: tuple[str, ...]) -> None:
    """Holds the front matter to what every page must say about itself."""
    for key in (*FRONT, *also):
        if key not in page.front and not (key == "id"):
            raise page.fault(f"The front matter has no {key}.", f"Add a line: {key} = ...")
    for key in page.front["sources"]:
        if key not in sources:
            raise page.fault(f"{key} is no known source.", "Add it to content/sources.toml, or correct the key.", near=key)
    says = page.front.get("says", "")
    if says and (says not in sources or "spoken" not in sources[says]):
        raise page.fault(
            f"{says} cannot be named aloud.", "Choose a source of content/sources.toml that has `spoken`.", near=says
        )
    for key in ("reviewed", "next_review"):
        if not isinstance(page.front[key], date):
            raise page.fault(f"{key} is no date.", f"Write it as {key} = 2026-11-29.", near=key)
    if not page.front["reviewer"] and page.front["status"] != UNSIGNED:
        raise page.fault("Nobody has signed this page.", f'Keep status = "{UNSIGNED}" until a reviewer is named.', near="status")


def _headings(page: Page, known: tuple[str, ...], needed: tuple[str, ...], repeat: str = "") -> None:
    titles = [title for title, _ in page.sections]
    for title in titles:
        if title not in known:
            raise page.fault(f"'{title}' is no known heading.", f"Use one of: {', '.join(known)}.", near=f"## {title}")
        if titles.count(title) > 1 and title != repeat:
            raise page.fault(f"'{title}' stands twice.", "Join the two sections.", near=f"## {title}")
    for title in needed:
        if title not in titles:
            raise page.fault(f"There is no section '{title}'.", f"Add a line '## {title}' and its text.")


def _spoken_date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
