"""The corpus for the real service: files for ``ask dialog --replay``, and a list for ``ask smapi profile-nlu``."""

import csv
import json
import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from tools.understanding.corpus import Line
from tools.understanding.talk import stations_for

#: Stands for the skill's own id, which the environment variable SKILL_ID gives.
NO_SKILL = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
OPEN, QUIT = "open cramp guide", ".quit"
#: Lines in one replay: at a second and a half a turn, some minutes.
MOST = 40
COLUMNS = ("locale", "utterance", "form", "sort", "kind", "expect", "level", "half")


def export(lines: Iterable[Line], folder: Path) -> list[Path]:
    """Write everything into a folder; gives the paths written."""
    lines = sorted(lines, key=lambda line: (line.locale, line.sort))
    folder.mkdir(parents=True, exist_ok=True)
    return [*_replays(lines, folder), *_utterances(lines, folder)]


def replay(lines: Iterable[Line]) -> Iterator[dict[str, Any]]:
    """Replay files of one locale (platform rule 7.3): every line in a session of its own, opened by the name."""
    lines = list(lines)
    for start in range(0, len(lines), MOST):
        some = lines[start : start + MOST]
        said = [text for line in some for text in (OPEN, *_session(line))]
        skill = os.environ.get("SKILL_ID") or NO_SKILL
        yield {"skillId": skill, "locale": some[0].locale, "type": "text", "userInput": [*said, QUIT]}


def _session(line: Line) -> list[str]:
    """What is said in a line's session: an answer needs its question first, a follow-up what it follows."""
    before = stations_for(line)[0][0].script if line.sort == "answer" else filter(None, (line.after,))
    return [*before, line.said]


def _replays(lines: list[Line], folder: Path) -> Iterator[Path]:
    for (locale, sort), some in groupby(lines, key=lambda line: (line.locale, line.sort)):
        for number, file in enumerate(replay(some), 1):
            path = folder / f"{locale}.{sort}.{number}.replay.json"
            path.write_text(json.dumps(file, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            yield path


def _utterances(lines: list[Line], folder: Path) -> Iterator[Path]:
    """The same list as a table and as JSON. Misheard forms stand there as lines of their own."""
    forms = [(line, said, form) for line in lines for said, form in ((line.said, "said"), (line.misheard, "misheard")) if said]
    rows = [
        (line.locale, said, form, line.sort, line.kind, "|".join(line.expect), line.level, line.half)
        for line, said, form in forms
    ]
    path = folder / "utterances.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    yield path
    path = path.with_suffix(".json")
    listed = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    path.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    yield path
