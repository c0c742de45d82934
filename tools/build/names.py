"""The one vocabulary: what people call each topic, medicine, stretch and person, by content id."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from guide.listening import STRONG
from guide.text import normalise
from tools.build.region import Region
from tools.build.samples import expand
from tools.build.samples import expand
from tools.build.source import ContentError, line_of, read_toml

BRANDS = ("brands_us", "brands_gb", "brands_ca", "brands_au", "brands_in")
#: What a slot value may hold: letters, digits, spaces, apostrophes, full stops and hyphens.
_SPEAKABLE = re.compile(r"[^\w' .-]|_")

#: How a brand says that it works slowly; people leave it out.
_RELEASE = re.compile(r" (xr|xl|sr|er|cr|la|mr|cd|dr|pr|hfa|respimat|turbuhaler|accuhaler|diskus|evohaler)$", re.IGNORECASE)


@dataclass(frozen=True)
class Name:
    """One name of one id, and the file it comes from.

    A misheard name is never said back, a beside one needs company, and one of a template yields to one written out.
    """

    name: str
    id: str
    path: Path
    misheard: bool = False
    beside: bool = False
    template: bool = False


def medicines_path(region: Region) -> Path:
    """Where the medicines table stands: one for all languages."""
    return region.content / "medicines.tsv"


def medicine_rows(region: Region) -> list[dict[str, str]]:
    """The medicines table, a row each. Raises ContentError where a row is short."""
    path = medicines_path(region)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 2):
        if None in row.values() or None in row:
            raise ContentError(path, number, "This row has too few or too many columns.", "Keep 17, parted by tabs.")
    return rows


def medicine_id(generic: str) -> str:
    """A medicine's content id: its generic name, with hyphens for spaces and signs."""
    return re.sub(r"[^a-z0-9]+", "-", generic.casefold()).strip("-")


def speakable(name: str) -> str:
    """A name as a slot value may hold it."""
    return " ".join(_SPEAKABLE.sub(" ", name.replace("\u2019", "'")).split())


def subject_names(region: Region) -> list[Name]:
    """Every name of a topic, nickname or medicine, the first claim to a name winning: topics, then medicines.

    Raises ContentError where the edited files give one name to two ids.
    """
    listed = [*_listed(region, "topics"), *_listed(region, "elsewhere"), *_nicknames(region)]
    edited, templates = [name for name in listed if not name.template], [name for name in listed if name.template]
    _no_doubles(edited)
    return _first_claims([*edited, *_medicine_names(region), *templates])


def listed(region: Region, kind: str) -> list[Name]:
    """The names of a words file with a table of `names` for each id. Raises ContentError for a double."""
    names = list(_listed(region, kind))
    _no_doubles(names)
    return _first_claims(names)


def sign_names(region: Region) -> list[Name]:
    """The short names of signs and facts, and whole sentences that tell them, where no subject is called so."""
    short, told = region.base / "words" / "named.toml", region.base / "words" / "told.toml"
    names = [
        Name(name, id, short)
        for id, lists in read_toml(short).items()
        for key in ("alone", "asked")
        for name in lists.get(key, [])
    ]
    names += [Name(name, id, told) for id, entries in read_toml(told).items() for entry in entries for name in expand(entry)]
    taken = {normalise(speakable(name.name)) for name in subject_names(region)}
    return [name for name in _first_claims(names) if normalise(speakable(name.name)) not in taken]


def persons(region: Region) -> list[dict[str, Any]]:
    """Who may have the cramps, as ``words/people.toml`` has them."""
    return list(read_toml(region.base / "words" / "people.toml")["person"])


def person_names(region: Region) -> list[Name]:
    """What people call each person, and themselves (the id ``me``)."""
    path = region.base / "words" / "people.toml"
    words = read_toml(path)
    names = [Name(name, person["id"], path) for person in words["person"] for name in person["names"]]
    names += [Name(name, "me", path) for name in words["me"]["names"]]
    names += [Name(name, STRONG, path) for name in words["me"]["strong"]]
    _no_doubles(names)
    return _first_claims(names)


def _listed(region: Region, kind: str) -> Iterator[Name]:
    path = region.base / "words" / f"{kind}.toml"
    words = read_toml(path)
    own = region.folder / "words.toml"
    misheard, beside = words.pop("misheard", {}), words.pop("beside", {})
    for id, table in words.items():
        yield from _expanded(table["names"], Name("", id, path))
    for id, names in beside.items():
        yield from _expanded(names, Name("", id, path, beside=True))
    if kind == "topics" and own.exists():
        for id, table in read_toml(own).items():
            if id not in words:
                raise ContentError(
                    own, line_of(own, f"[{id}]"), f"{id} is no topic.", "Use the id of a page in content/en/topics."
                )
            yield from (Name(name, id, own) for name in table["names"])
    for id, table in misheard.items():
        names = table["names"] if isinstance(table, dict) else table
        yield from (Name(name, id, path, misheard=True) for name in names)


def _expanded(names: list[str], like: Name) -> Iterator[Name]:
    """Names as they are, and every name that a template stands for: "(my|the) calf"."""
    for name in names:
        yield from (replace(like, name=one, template="(" in name) for one in expand(name))


def _nicknames(region: Region) -> Iterator[Name]:
    path = region.base / "words" / "medicines.toml"
    for nickname in read_toml(path)["nickname"]:
        yield from (Name(name, nickname["id"], path) for name in nickname["names"])


def _medicine_names(region: Region) -> Iterator[Name]:
    """Generic names first, then the region's brands, then everybody else's, then what recognisers make of them."""
    table, rows = medicines_path(region), medicine_rows(region)
    own = f"brands_{region.country.lower()}"
    for columns in (("generic",), ("synonyms",), (own,), BRANDS, ("brands_other", "brands_old")):
        for row in rows:
            for column in columns:
                names = row.get(column, "").split(";") if column != "generic" else [row["generic"]]
                names += [short for name in names if (short := _RELEASE.sub("", name)) != name]
                yield from (Name(name.strip(), medicine_id(row["generic"]), table) for name in names if name.strip())
    path = region.base / "words" / "medicines.toml"
    for generic, heard in read_toml(path).get("misheard", {}).items():
        yield from (Name(name, medicine_id(generic), path, misheard=True) for name in heard)


def _no_doubles(names: list[Name]) -> None:
    owner: dict[str, Name] = {}
    for name in names:
        first = owner.setdefault(normalise(name.name), name)
        if first.id != name.id:
            near = line_of(name.path, f'"{name.name}"')
            raise ContentError(
                name.path, near, f"'{name.name}' names both {first.id} and {name.id}.", "Keep it under one of them."
            )


def _first_claims(names: list[Name]) -> list[Name]:
    claimed: dict[str, Name] = {}
    for name in names:
        key = normalise(speakable(name.name))
        if key:
            claimed.setdefault(key, name)
    return list(claimed.values())
