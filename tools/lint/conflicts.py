"""CF: conflicts between intents, which the service's own utterance conflict detection would only find online ([UCD]).

Two samples of different intents conflict where they can be the same utterance: word for word, or once one slot value is
put in. Which intent is then taken nobody can tell. Slots of the platform's types are left alone: they take any words.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tools.lint.finding import Finding
from tools.lint.interaction import SLOT, Intent, Model
from tools.lint.phrase import normal

Parts = tuple[str, ...]
"""A sample as words, each slot as its type in braces."""


@dataclass(frozen=True)
class Opening:
    """A slot in a sample of an intent: what stands before and after it is the key under which it is kept."""

    intent: str
    sample: str
    type: str


class Values:
    """The values of a model's types in words, and which of them hold a value of another type."""

    def __init__(self, model: Model) -> None:
        """Index the values."""
        self.said: dict[str, dict[Parts, str]] = {}
        for kind in model.types:
            names = [(name, value.id) for value in kind.values for name in (value.name, *value.synonyms)]
            self.said[kind.name] = {tuple(normal(name).split()): id for name, id in names}

    def equal(self, kind: str, parts: Parts) -> str:
        """A value of the type that a stretch of another sample can be; empty where there is none."""
        slots = [index for index, part in enumerate(parts) if part.startswith("{")]
        if not slots:
            return " ".join(parts) if parts in self.said[kind] else ""
        if len(slots) > 1 or parts[slots[0]][1:-1] not in self.said:
            return ""
        at = slots[0]
        return self._embedded.get((kind, parts[:at], parts[at][1:-1], parts[at + 1 :]), "")

    @cached_property
    def _embedded(self) -> dict[tuple[str, Parts, str, Parts], str]:
        """A value for each way in which a type's values hold another type's: ("a", type, "") for "a statin"."""
        found: dict[tuple[str, Parts, str, Parts], str] = {}
        for kind, said in self.said.items():
            for words in said:
                for start, end in spans(len(words)):
                    for other in (name for name, held in self.said.items() if words[start:end] in held):
                        found.setdefault((kind, words[:start], other, words[end:]), " ".join(words))
        return found


def conflicts(model: Model) -> Iterator[Finding]:
    """CF01 and CF02 over one locale."""
    yield from same_utterance(model)
    yield from one_value(model)


def same_utterance(model: Model) -> Iterator[Finding]:
    """CF01: no utterance without slots in two intents, however it is written ("a. b." and "a b", "Okay" and "okay")."""
    owner: dict[Parts, tuple[str, str]] = {}
    for intent, sample in model.samples():
        parts = parts_of(sample, intent)
        other, written = owner.setdefault(parts, (intent.name, sample))
        if other != intent.name and written.casefold() != sample.casefold():  # the same letters are SA08's
            wrong = f"is said like '{written}' of {other}"
            yield model.finding("CF01", _place(intent.name, sample), wrong, "Keep it in one of the two")


def one_value(model: Model) -> Iterator[Finding]:
    """CF02: no slot value makes a sample equal to another intent's. One finding for two samples, with one such value."""
    values, openings = Values(model), _openings(model)
    seen: set[tuple[str, ...]] = set()
    for intent, sample in model.samples():
        parts = parts_of(sample, intent)
        for start, end in spans(len(parts)):
            for one in openings.get((parts[:start], parts[end:]), ()):
                pair = tuple(sorted((f"{one.intent} {one.sample}", f"{intent.name} {sample}")))
                value = values.equal(one.type, parts[start:end]) if one.intent != intent.name and pair not in seen else ""
                if value and parts[start:end] != (f"{{{one.type}}}",):
                    seen.add(pair)
                    wrong = f"with '{value}' it equals '{sample}' of {intent.name}"
                    do = "Keep the value or the wording in one of the two"
                    yield model.finding("CF02", _place(one.intent, one.sample), wrong, do, warning=True)


def parts_of(sample: str, intent: Intent) -> Parts:
    """The words of a sample, with the type in braces for each slot."""
    types = intent.slot_types()
    pieces = enumerate(SLOT.split(sample))
    return tuple(
        part for at, piece in pieces for part in ([f"{{{types.get(piece, piece)}}}"] if at % 2 else normal(piece).split())
    )


def spans(length: int) -> Iterator[tuple[int, int]]:
    """The start and end of every stretch that is not empty."""
    return ((start, end) for start in range(length) for end in range(start + 1, length + 1))


def _openings(model: Model) -> dict[tuple[Parts, Parts], list[Opening]]:
    """Every slot of the model's own types, by what stands before and after it."""
    own = {f"{{{kind.name}}}" for kind in model.types}
    found: dict[tuple[Parts, Parts], list[Opening]] = defaultdict(list)
    for intent, sample in model.samples():
        parts = parts_of(sample, intent)
        for at, part in enumerate(parts):
            if part in own:
                found[parts[:at], parts[at + 1 :]].append(Opening(intent.name, sample, part[1:-1]))
    return found


def _place(intent: str, sample: str) -> str:
    return f"intent {intent}, sample '{sample}'"
