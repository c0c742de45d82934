"""The package's own records do what the standard library's dataclasses do, as far as the skill uses them."""

from __future__ import annotations

import dataclasses
from types import ModuleType
from typing import Any

import pytest

from tools.package import records
from tools.package.fault import PackageError
from tools.package.recorded import recorded


def made(by: Any) -> tuple[Any, Any]:
    """Two classes, one holding the other, made by either module."""

    @by.dataclass(frozen=True)
    class Inner:
        number: int
        words: tuple[str, ...] = ()

    @by.dataclass(frozen=True)
    class Outer:
        name: str
        inner: Any = Inner(1)
        table: dict[str, Any] = by.field(default_factory=dict)
        secret: str = by.field(default="", repr=False)

        @property
        def shown(self) -> str:
            return f"{self.name} {self.inner.number}"

    return Inner, Outer


BOTH: list[ModuleType] = [dataclasses, records]


@pytest.mark.parametrize("by", BOTH, ids=lambda by: by.__name__)
def test_a_record_is_made_from_places_names_and_defaults(by: Any) -> None:
    """Each object gets a default of its own."""
    inner, outer = made(by)
    one, other = outer("a", table={"x": inner(2, ("b",))}), outer("a", inner(1))
    assert (one.shown, one.inner, other.table, other.secret) == ("a 1", inner(1), {}, "")
    assert other.table is not outer("a").table
    assert by.asdict(one)["table"] == {"x": {"number": 2, "words": ("b",)}} or by.asdict(one)["table"]["x"] == inner(2, ("b",))
    assert [field.name for field in by.fields(outer)] == ["name", "inner", "table", "secret"]


@pytest.mark.parametrize("by", BOTH, ids=lambda by: by.__name__)
def test_a_record_is_equal_by_value_and_shown_without_its_secret(by: Any) -> None:
    """And is a key where all its values are."""
    inner, outer = made(by)
    assert inner(1) == inner(1)
    assert inner(1) != inner(2)
    assert inner(1) != (1, ())
    assert len({inner(1), inner(1), inner(2)}) == 2
    assert repr(outer("a", secret="s")).endswith("Outer(name='a', inner=" + repr(inner(1)) + ", table={})")


@pytest.mark.parametrize("by", BOTH, ids=lambda by: by.__name__)
def test_a_frozen_record_is_changed_by_making_another(by: Any) -> None:
    """Setting or deleting a field is refused."""
    inner, _ = made(by)
    one = inner(1, ("a",))
    assert by.replace(one, number=2) == inner(2, ("a",))
    assert one.number == 1
    with pytest.raises(by.FrozenInstanceError):
        one.number = 3
    with pytest.raises(by.FrozenInstanceError):
        del one.number
    with pytest.raises(TypeError):
        by.replace(one, nothing=1)


@pytest.mark.parametrize("by", BOTH, ids=lambda by: by.__name__)
@pytest.mark.parametrize(("places", "names"), [((), {}), ((1, (), 3), {}), ((1,), {"nothing": 2})])
def test_a_record_with_too_little_or_too_much_is_refused(by: Any, places: tuple[Any, ...], names: dict[str, Any]) -> None:
    """A slip in a call does not make a half object."""
    inner, _ = made(by)
    with pytest.raises(TypeError):
        inner(*places, **names)


@pytest.mark.parametrize(
    "source",
    [
        "import dataclasses\n",
        "from dataclasses import KW_ONLY\n",
        "from dataclasses import dataclass\n@dataclass(slots=True)\nclass A:\n    a: int\n",
        "from dataclasses import dataclass\n@dataclass\nclass A(B):\n    a: int\n",
        "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass A(B):\n    a: int\n",
    ],
)
def test_what_a_record_cannot_do_stops_the_packaging(source: str) -> None:
    """With the file and the line, and what to do."""
    with pytest.raises(PackageError, match=r"guide/a\.py:\d: .*Add it, with a test"):
        recorded({"guide/a.py": source.encode()})


def test_a_source_differs_in_its_import_alone() -> None:
    """Line by line, so that a traceback still names the right one."""
    lines = (
        b'"""About dataclasses."""',
        b"from dataclasses import dataclass",
        b"@dataclass(frozen=True)",
        b"class A:",
        b"    a: int",
    )
    source = b"\n".join(lines)
    assert recorded({"guide/a.py": source})["guide/a.py"] == source.replace(b"from dataclasses", b"from records")
