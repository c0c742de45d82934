"""The skill's own work without the SDK: reading a content pack and the vocabulary, and listening to the longest utterance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from operator import attrgetter
from pathlib import Path
from statistics import median
from time import perf_counter

from guide.listening import MOST_WORDS, listen
from guide.pack import PACKS, load, read
from tools.bench.figure import BenchError, Figure
from tools.bench.turns import LOCALE

#: Seconds.
PACK_BUDGET, LISTENING_BUDGET = 0.002, 0.005
#: Times a round measures each; the round's value is their median.
TIMES = 5

# Names, signs, negations, an age and a medicine: every part of the listener finds something.
RAMBLING = """
well my mother is seventy two and she has had cramps in her left calf at night for about three weeks now and
it is swollen and warm and it hurts when she walks but she doesn't have a fever and she isn't short of breath
and her foot is not cold though her toes tingle and she takes atorvastatin and a water pill for her blood
pressure and magnesium from the chemist and i don't know whether the heat or not drinking enough could be why
"""


def pack_loading(rounds: int) -> list[Figure]:
    """A figure for each locale. BenchError where nothing is built."""
    locales = sorted(path.stem for path in Path(PACKS).glob("??-??.json"))
    if not locales:
        raise BenchError(f"There are no packs in {PACKS}: run make build.")
    taken = [[_loading(locale) for locale in locales] for _ in range(rounds)]
    return [
        Figure(f"content pack, {locale}", "the 2 ms allowed", tuple((seconds, PACK_BUDGET) for seconds in column), budget=True)
        for locale, column in zip(locales, zip(*taken, strict=True), strict=True)
    ]


def vocabulary_opening(rounds: int) -> Figure:
    """The listener's vocabulary, which the first free words of a process open; nobody gave it a budget."""
    taken = tuple((_opening(LOCALE), _loading(LOCALE)) for _ in range(rounds))
    return Figure(f"vocabulary, {LOCALE}", "the content pack's loading", taken)


def listening(rounds: int) -> Figure:
    """The longest utterance that is listened to."""
    utterance = " ".join(islice(cycle(RAMBLING.split()), MOST_WORDS))
    taken = tuple((_listening(utterance), LISTENING_BUDGET) for _ in range(rounds))
    return Figure(f"listening to {MOST_WORDS} words", "the 5 ms allowed", taken, budget=True)


def _loading(locale: str) -> float:
    return median(_seconds(partial(load, locale)) for _ in _emptied())


def _opening(locale: str) -> float:
    return median(_seconds(partial(attrgetter("vocabulary"), load(locale))) for _ in _emptied())


def _listening(utterance: str) -> float:
    vocabulary = load(LOCALE).vocabulary
    return median(_seconds(partial(listen, utterance, vocabulary)) for _ in range(TIMES))


def _emptied() -> Iterator[None]:
    """As often as a round measures: nothing is loaded any more."""
    for _ in range(TIMES):
        read.cache_clear()
        yield


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
