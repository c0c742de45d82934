"""Sentences that the samples of a generated model stand for: all that the independent classifier ever sees."""

from collections.abc import Iterator, Mapping
from itertools import cycle
from random import Random

from simulator.model import NUMBER, Model, Sample, Slot
from simulator.numerals import spelled
from simulator.words import joined

#: The order of slot values is the same in every run.
SEED = 20
#: Sentences made from a sample with a slot.
DRAWN = 4
_OLDEST = 99


def sentences(model: Model) -> Iterator[tuple[str, str]]:
    """Each sample as a sentence with its intent; one with slots several times, with values of the model.

    The values of a type come one after the other in an order left to chance, so that each of them has its turn. What
    stands for free words is left out, for a model says nothing of it. No sentence comes twice for an intent.
    """
    draw = Random(SEED)
    values = {name: _shuffled([joined(words) for words in said], draw) for name, said in model.types.items()}
    values[NUMBER] = _shuffled([spelled(str(age)) for age in range(1, _OLDEST)], draw)
    seen: set[tuple[str, str]] = set()
    for sample in model.samples:
        for _ in range(DRAWN if sample.slots else 1):
            sentence = (_filled(sample, values), sample.intent)
            if sentence[0] and sentence not in seen:
                seen.add(sentence)
                yield sentence


def _shuffled(values: list[str], draw: Random) -> Iterator[str]:
    draw.shuffle(values)
    return cycle(values)


def _filled(sample: Sample, values: Mapping[str, Iterator[str]]) -> str:
    parts = (_said(part, values) if isinstance(part, Slot) else part for part in sample.parts)
    return joined(tuple(part for part in parts if part))


def _said(slot: Slot, values: Mapping[str, Iterator[str]]) -> str:
    return next(values[slot.type]) if slot.type in values else ""
