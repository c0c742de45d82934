"""How much each locale's model holds, against what the platform takes."""

from collections.abc import Sequence

from tools.lint.interaction import Model
from tools.lint.limits import FILE_LIMIT, INTENT_LIMIT, TYPE_LIMIT, VALUE_LIMIT

HEADINGS = ("", "intents", "samples", "types", "ids", "names", "bytes")


def coverage(models: Sequence[Model]) -> list[str]:
    """A row a locale and the limits below; then what each intent and each type holds, as the least and the most of all."""
    rows = [HEADINGS, *map(_row, models)]
    rows += [("limit", f"{INTENT_LIMIT}", "-", f"{TYPE_LIMIT}", "-", f"{VALUE_LIMIT:,}", f"{FILE_LIMIT:,}")]
    return [*_table(rows), "", *_table(_samples(models)), "", *_table(_names(models))]


def _row(model: Model) -> tuple[str, ...]:
    ids = sum(len(kind.values) for kind in model.types)
    names = sum(1 + len(value.synonyms) for kind in model.types for value in kind.values)
    return (
        model.locale,
        f"{len(model.intents)} ({len(model.intents) / INTENT_LIMIT:.0%})",
        f"{sum(1 for _ in model.samples()):,}",
        f"{len(model.types)} ({len(model.types) / TYPE_LIMIT:.0%})",
        f"{ids:,}",
        f"{names:,} ({names / VALUE_LIMIT:.0%})",
        f"{model.size:,} ({model.size / FILE_LIMIT:.0%})",
    )


def _samples(models: Sequence[Model]) -> list[tuple[str, ...]]:
    """The samples of each intent in each locale."""
    counts = [{intent.name: len(intent.samples) for intent in model.intents} for model in models]
    names = dict.fromkeys(name for count in counts for name in count)
    heading = ("samples of", *(model.locale for model in models))
    return [heading, *((name, *(str(count.get(name, "-")) for count in counts)) for name in names)]


def _names(models: Sequence[Model]) -> list[tuple[str, ...]]:
    """The names of each type in each locale, and how many ids have one name only."""
    heading = ("names of (ids with one)", *(model.locale for model in models))
    kinds = dict.fromkeys(kind.name for model in models for kind in model.types)
    return [heading, *((kind, *(_called(model, kind) for model in models)) for kind in kinds)]


def _called(model: Model, kind: str) -> str:
    counts = [1 + len(value.synonyms) for one in model.types if one.name == kind for value in one.values]
    return f"{sum(counts):,} ({counts.count(1)})"


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
