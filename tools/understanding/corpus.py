"""The corpus: what people say, and what must come of it. One half is worked with, the other is set aside and only measured.

The files of ``tests/understanding/corpus/`` are tables, their columns parted by tabs. A file's name says how its lines are
judged (`SORTS`). The columns:

said       the utterance, as a recogniser writes it
kind       question, statement, keyword ...: how it is said
expect     content ids, red-flag rows, polarities, limits or "declined"; several acceptable ones parted by "|"
level      of a red flag: how soon help is needed at least (`LEVELS`)
locale     where it is said
misheard   the same, garbled by a recogniser; may be empty
half       "open" or "aside"
after      what was said before it, in the same session; may be empty
asked      of a spoken answer: the kind of question that it answers; empty where it answers any
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parents[2] / "tests" / "understanding" / "corpus"
COLUMNS = ("said", "kind", "expect", "level", "locale", "misheard", "half", "after", "asked")
DECLINED = "declined"
POLARITIES = ("yes", "no", "unsure", "none")
BOUNDARIES = ("dose", "stop_medicine", "buy", "call_someone", "diagnose")
RED_FLAG = re.compile(r"RF\d\d")
#: The outcome that a level demands at least.
LEVELS = {"emergency": "call_emergency", "same_day": "see_today", "soon": "see_soon"}

Sort = Literal["topic", "sign", "medicine", "far", "near", "answer"]
SORTS: dict[str, Sort] = {
    "topics": "topic",
    "signs": "sign",
    "medicines": "medicine",
    "far": "far",
    "near": "near",
    "answers": "answer",
}


class CorpusError(Exception):
    """A line is not as it must be; the text names the file, the line's number in it, and what to mend."""


@dataclass(frozen=True)
class Line:
    """One utterance: the columns of the file, how it is judged, and the file and number of its line."""

    said: str
    kind: str
    expect: tuple[str, ...]
    level: str = ""
    locale: str = "en-US"
    misheard: str = ""
    half: str = "open"
    after: str = ""
    asked: str = ""
    sort: Sort = "topic"
    place: str = ""

    @property
    def signs(self) -> tuple[str, ...]:
        """The red-flag rows that it states."""
        return tuple(id for id in self.expect if RED_FLAG.fullmatch(id))

    @property
    def outcome(self) -> str:
        """The outcome that it demands at least; empty where it demands none."""
        return LEVELS.get(self.level, "")


def read_corpus(folder: Path | None = None) -> list[Line]:
    """All lines of the project's corpus or of another folder, as written. CorpusError where one is badly formed."""
    folder = folder or FOLDER
    return [line for path in sorted(folder.glob("*.tsv")) for line in _lines(path)]


def _lines(path: Path) -> Iterator[Line]:
    if path.stem not in SORTS:
        raise CorpusError(f"{path.name}: name it after what it holds: {', '.join(SORTS)}.")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise CorpusError(f"{path.name} line 1: the columns are {', '.join(COLUMNS)}.")
        for number, row in enumerate(rows, 2):
            yield _line({key: row[key] for key in row if isinstance(key, str)}, SORTS[path.stem], f"{path.name} line {number}")


def _line(row: dict[str, str], sort: Sort, place: str) -> Line:
    if None in row.values():
        raise CorpusError(f"{place}: it has fewer columns than the head.")
    lacking = [column for column in ("said", "kind", "expect", "locale") if not row[column].strip()]
    if lacking:
        raise CorpusError(f"{place}: {', '.join(lacking)} is empty.")
    if row["half"] not in ("open", "aside"):
        raise CorpusError(f"{place}: a half is open or aside.")
    if row["level"] and row["level"] not in LEVELS:
        raise CorpusError(f"{place}: a level is {', '.join(LEVELS)} or empty.")
    fields = {column: row[column].strip() for column in COLUMNS if column != "expect"}
    return Line(**fields, expect=tuple(row["expect"].split("|")), sort=sort, place=place)
