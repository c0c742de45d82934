"""The skill's own work that has a budget: reading a content pack, and listening to the longest utterance."""

from __future__ import annotations

from itertools import cycle, islice
from statistics import median
from time import perf_counter

from guide.listening import MOST_WORDS, listen
from guide.pack import PACKS, load
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
    locales = sorted(path.stem for path in PACKS.glob("??-??.json"))
    if not locales:
        raise BenchError(f"There are no packs in {PACKS}: run make build.")
    taken = [[_loading(locale) for locale in locales] for _ in range(rounds)]
    return [
        Figure(f"content pack, {locale}", "the 2 ms allowed", tuple((seconds, PACK_BUDGET) for seconds in column), budget=True)
        for locale, column in zip(locales, zip(*taken, strict=True), strict=True)
    ]


def listening(rounds: int) -> Figure:
    """The longest utterance that is listened to."""
    utterance = " ".join(islice(cycle(RAMBLING.split()), MOST_WORDS))
    taken = tuple((_listening(utterance), LISTENING_BUDGET) for _ in range(rounds))
    return Figure(f"listening to {MOST_WORDS} words", "the 5 ms allowed", taken, budget=True)


def _loading(locale: str) -> float:
    taken = []
    for _ in range(TIMES):
        load.cache_clear()
        began = perf_counter()
        load(locale)
        taken.append(perf_counter() - began)
    return median(taken)


def _listening(utterance: str) -> float:
    vocabulary = load(LOCALE).vocabulary
    taken = []
    for _ in range(TIMES):
        began = perf_counter()
        listen(utterance, vocabulary)
        taken.append(perf_counter() - began)
    return median(taken)
