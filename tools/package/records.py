"""Classes with named fields, as the packaged skill has them: what it uses of ``dataclasses``, without generated code.

The standard library's module imports ``inspect`` and compiles several functions a class, which took a third of a cold
start. The sources keep to the standard library; the package is made with this module in its place, and gives the same
answers (``tools/package/recorded.py``). It stands alone: nothing here may import anything.
"""

from __future__ import annotations

from typing import Any

_MISSING = object()


class FrozenInstanceError(AttributeError):
    """A field of a frozen object was to be set."""


class Field:
    """A field: its name, and its default or what makes one."""

    def __init__(self, default: Any = _MISSING, default_factory: Any = _MISSING, repr: bool = True) -> None:
        """Without either default the field must be given."""
        self.name, self.default, self.default_factory, self.repr = "", default, default_factory, repr


def field(**options: Any) -> Any:
    """A field that is more than a plain default. TypeError for an option that is not known here."""
    return Field(**options)


def dataclass(made: Any = None, *, frozen: bool = False) -> Any:
    """Makes a class hold its annotated names as fields. As a decorator, with or without ``frozen``."""
    if made is None:
        return lambda later: dataclass(later, frozen=frozen)
    own = tuple(_field(made, name) for name in made.__annotations__)
    made.__dataclass_fields__ = {one.name: one for one in own}
    made.__init__, made.__eq__, made.__repr__ = _init(own), _eq, _repr
    made.__hash__ = _hash if frozen else None
    if frozen:
        made.__setattr__ = made.__delattr__ = _refuse
    return made


def fields(record: Any) -> tuple[Field, ...]:
    """The fields of a class or of an object."""
    return tuple(record.__dataclass_fields__.values())


def replace(record: Any, /, **changes: Any) -> Any:
    """A copy with other values in the fields named. TypeError for a name that is no field."""
    known, values = record.__dataclass_fields__, record.__dict__
    if not known.keys() >= changes.keys():
        raise TypeError(f"{type(record).__name__} has only {', '.join(known)}")
    copy = object.__new__(type(record))
    copy.__dict__.update({name: values[name] for name in known}, **changes)
    return copy


def asdict(record: Any) -> dict[str, Any]:
    """The fields as plain data, through and through."""
    return {name: _plain(getattr(record, name)) for name in record.__dataclass_fields__}


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, dict):
        return {_plain(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_plain, value))
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def _field(made: Any, name: str) -> Field:
    default = made.__dict__.get(name, _MISSING)
    found = default if isinstance(default, Field) else Field(default)
    found.name = name
    if isinstance(default, Field):
        if found.default is _MISSING:
            delattr(made, name)
        else:
            setattr(made, name, found.default)
    return found


def _init(own: tuple[Field, ...]) -> Any:
    names = tuple(one.name for one in own)
    known = frozenset(names)
    defaults = {one.name: one.default for one in own if one.default is not _MISSING}
    factories = tuple((one.name, one.default_factory) for one in own if one.default_factory is not _MISSING)

    def init(self: Any, *args: Any, **given: Any) -> None:
        values = self.__dict__
        values.update(defaults)
        values.update(zip(names, args, strict=False))
        values.update(given)
        for name, make in factories:
            if name not in values:
                values[name] = make()
        if len(values) != len(names) or len(args) > len(names) or not known.issuperset(given):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")

    return init


def _values(record: Any) -> tuple[Any, ...]:
    return tuple(record.__dict__[name] for name in record.__dataclass_fields__)


def _eq(self: Any, other: Any) -> Any:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *value: Any) -> None:
    raise FrozenInstanceError(f"cannot change {name!r}")
