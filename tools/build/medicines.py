"""How each medicine is spoken of: its kind, its link with cramps, what always goes with it, and when it is urgent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.build.names import medicine_id, medicine_rows, medicines_path
from tools.build.region import Region
from tools.build.source import ContentError, line_of, read_toml

Json = dict[str, Any]


def medicines(region: Region, topics: dict[str, Json]) -> Json:
    """`rows` by medicine id and the `lines` that they point at by number. Raises ContentError where a cell has no line."""
    path = region.base / "medicines.toml"
    words = read_toml(path)
    lines = _Lines(region, path, words)
    rows = {}
    for number, row in enumerate(medicine_rows(region), 2):
        topic = _topic(words["topic"], row)
        if topic not in topics:
            raise ContentError(
                path, line_of(path, f'"{topic}"'), f"{topic} is no topic.", "Use the id of a page in content/en/topics."
            )
        rows[medicine_id(row["generic"])] = {
            "name": row["generic"],
            "kind": lines.kind(row, number),
            "topic": topic,
            "link": lines.link(row, number),
            "basis": lines.basis(row),
            "say": lines.say(row, number),
            "urgent": lines.urgent(row, number),
        }
    return {"rows": rows, "lines": lines.built}


def nicknames(region: Region) -> dict[str, Json]:
    """The names that stand for many medicines: what is asked, and the page to offer."""
    path = region.base / "words" / "medicines.toml"
    return {
        entry["id"]: {
            "name": entry["names"][0],
            "topic": entry["topic"],
            "ask": region.fill(entry["ask"], path),
            "first": region.fill(entry.get("first", ""), path),
        }
        for entry in read_toml(path)["nickname"]
    }


class _Lines:
    """Keeps each spoken line once and hands out its number."""

    def __init__(self, region: Region, path: Path, words: Json) -> None:
        self.region, self.path, self.words = region, path, words
        self.built: dict[str, list[Any]] = {"kinds": [], "links": [], "bases": [], "says": [], "urgents": []}
        self.said = {entry["tsv"]: entry for entry in words["say"]}
        self.warned = {entry["tsv"]: entry for entry in words["urgent"]}

    def kind(self, row: dict[str, str], number: int) -> int:
        line = self._found(self.words["kind"], row["subgroup"], "kind", number)
        return self._keep("kinds", self._fill(line))

    def link(self, row: dict[str, str], number: int) -> int:
        own = self.words.get(f"link_{row['class']}", {})
        line = own.get(row["link"]) or self._found(self.words["link"], row["link"], "link", number)
        return self._keep("links", self._fill(line))

    def basis(self, row: dict[str, str]) -> int:
        """Who says so; an empty line where nobody has read a source."""
        fits = (entry["spoken"] for entry in self.words["basis"] if entry["has"] in row["link_basis"])
        return self._keep("bases", self._fill(next(fits, "")))

    def say(self, row: dict[str, str], number: int) -> int:
        entry = self._found(self.said, row["say_always"], "say", number)
        spoken = entry.get(f"spoken_{self.region.country.lower()}") or entry["spoken"]
        return self._keep("says", {"text": self._fill(spoken), "rest": self._fill(entry.get("rest", ""))})

    def urgent(self, row: dict[str, str], number: int) -> int:
        entry = self._found(self.warned, row["urgent_if"], "urgent", number)
        fields = ("emergency", "today", "rest_emergency", "rest_today")
        return self._keep("urgents", {field: self._fill(entry[field]) for field in fields if entry.get(field)})

    def _fill(self, text: str) -> str:
        return self.region.fill(text, self.path)

    def _keep(self, kind: str, line: Any) -> int:
        kept = self.built[kind]
        if line not in kept:
            kept.append(line)
        return kept.index(line)

    def _found(self, lines: Json, cell: str, kind: str, number: int) -> Any:
        if cell not in lines:
            raise ContentError(
                medicines_path(self.region), number, f"No spoken line for '{cell}'.", f"Add one under {kind} in {self.path.name}."
            )
        return lines[cell]


def _topic(topics: dict[str, str], row: dict[str, str]) -> str:
    for key in (f"generic:{row['generic']}", f"subgroup:{row['subgroup']}", row["class"]):
        if key in topics:
            return topics[key]
    return topics["other"]
