"""Every text that the skill can speak, taken from the built packs, with the place to mend it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKS = Path("lambda", "guide", "packs")
FRAGMENTS = frozenset({"heard", "heard_about_someone_else", "could_be", "tell_them"})
"""Parts of a question's page that are spoken inside another sentence."""

Json = dict[str, Any]
Text = tuple[str, str]
"""A place, such as en-US topics/magnesium 1, and what is spoken there."""


def spoken_texts(root: Path) -> list[Text]:
    """The texts of every built pack, en-US first; a text that several locales share stands once."""
    paths = [path for path in (root / PACKS).glob("*.json") if not path.stem.endswith(".words")]
    first: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (path.stem != "en-US", path.stem)):
        for place, text in texts_of(json.loads(path.read_text(encoding="utf-8"))):
            first.setdefault(text, f"{path.stem} {place}")
    return [(place, text) for text, place in first.items()]


def texts_of(pack: Json) -> Iterator[Text]:
    """The texts of one pack: pages, questions, stretches, medicines, outcomes and phrases."""
    for id, page in pack["topics"].items():
        yield from ((f"topics/{id} {number}", text) for number, text in enumerate(page["sections"], 1))
    for id, parts in pack["questions"].items():
        yield from ((f"questions/{id} {part}", text) for part, text in parts.items() if part not in FRAGMENTS)
    for id, routine in pack["routines"].items():
        steps = ((f"step {number}", step["text"]) for number, step in enumerate(routine["steps"], 1))
        told = [("before", routine["before"]), *steps, ("done", routine["done"])]
        yield from ((f"routines/{id} {part}", text) for part, text in told)
    yield from _medicines(pack)
    for id, words in pack["outcomes"].items():
        if isinstance(words, dict) and id != "frames":
            yield from ((f"outcomes {id} {key}", text) for key, text in words.items() if text)
    yield from ((f"phrases {key}", text) for key, text in pack["phrases"].items())


def _medicines(pack: Json) -> Iterator[Text]:
    """Medicine answers without their opening, as they are put together, and what follows on "tell me more"."""
    lines = pack["medicines"]["lines"]
    for id, row in pack["medicines"]["rows"].items():
        say, urgent = lines["says"][row["say"]], lines["urgents"][row["urgent"]]
        yield f"medicines/{id}", " ".join((lines["links"][row["link"]], say["text"], *_urgent(pack, urgent, "")))
        rest = " ".join((say["rest"], *_urgent(pack, urgent, "rest_"))).strip()
        if rest:
            yield f"medicines/{id} rest", rest
    for id, nickname in pack["nicknames"].items():
        yield from ((f"nicknames {id} {key}", nickname[key]) for key in ("first", "ask") if nickname[key])


def _urgent(pack: Json, signs: dict[str, str], which: str) -> list[str]:
    """The signs of an urgent line in the frames that they are spoken in."""
    keys = (f"{which}emergency", f"{which}today")
    return [pack["phrases"][f"medicines.{key}"].replace("{signs}", signs[key]) for key in keys if key in signs]
