"""Keeping the corpus apart from the models: a line that a sample lists, slot values put in, measures nothing and goes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from simulator.model import Model
from simulator.resolve import Fit, Samples
from simulator.vocabulary import Vocabulary
from simulator.words import tokens
from tools.understanding.corpus import COLUMNS, Line


class Listing:
    """What the samples of a model say word for word."""

    def __init__(self, model: Model) -> None:
        """Index the samples."""
        self._vocabulary = Vocabulary(model)
        self._samples = Samples(model, self._vocabulary)

    def holds(self, said: str) -> bool:
        """Whether the words are a sample, slot values put in."""
        return any(self._own(fit) for fit in self._samples.fits(tokens(said)))

    def _own(self, fit: Fit) -> bool:
        """A carrier with free words after it is no such sample, and a built-in intent's standard phrase is not ours."""
        return not fit.sample.standard and not any(map(self._vocabulary.free, fit.sample.slots))


def listed(lines: Iterable[Line], models: Iterable[Model]) -> list[Line]:
    """The lines that are a sample of a model; of one whose misheard form is, a copy that says this form."""
    listings = [Listing(model) for model in models]
    forms = (form for line in lines for form in (line, replace(line, said=line.misheard)) if form.said)
    return [form for form in forms if any(listing.holds(form.said) for listing in listings)]


def prune(lines: Sequence[Line], models: Iterable[Model], folder: Path) -> list[str]:
    """Take such lines, and such misheard forms, out of the files of a folder; gives where they stood."""
    found = listed(lines, models)
    whole = {line.place: line for line in lines}
    gone: dict[str, dict[int, bool]] = {}
    for form in found:
        file, number = _place(form)
        gone.setdefault(file, {})[number] = gone.get(file, {}).get(number, False) or form == whole[form.place]
    for file, numbers in gone.items():
        path = folder / file
        rows = path.read_text(encoding="utf-8").splitlines()
        kept = (_without(row, numbers.get(number)) for number, row in enumerate(rows, 1))
        path.write_text("".join(f"{row}\n" for row in kept if row is not None), encoding="utf-8")
    return [form.place for form in found]


def _place(line: Line) -> tuple[str, int]:
    file, number = line.place.split(" line ")
    return file, int(number)


def _without(row: str, whole: bool | None) -> str | None:
    """A row as it is, without its misheard form, or none of it."""
    if whole is None:
        return row
    cells = row.split("\t")
    cells[COLUMNS.index("misheard")] = ""
    return None if whole else "\t".join(cells)
