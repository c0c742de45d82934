"""Slot values by the words that say them: which values can begin at a given word of an utterance."""

from collections.abc import Iterator

from simulator.match import Filled
from simulator.model import NUMBER, Model, Slot
from simulator.numerals import number
from simulator.words import Tokens, joined

_LONGEST_NUMBER = 8


class Vocabulary:
    """The values of every slot type in a model, indexed by first word."""

    def __init__(self, model: Model) -> None:
        """Index the types of a model."""
        self._types = model.types
        self._longest: dict[str, dict[str, int]] = {}
        for name, said in model.types.items():
            longest = self._longest.setdefault(name, {})
            for words in said:
                longest[words[0]] = max(len(words), longest.get(words[0], 0))

    def lists(self, slot: Slot) -> bool:
        """Tell whether the slot's type lists its values in the model."""
        return slot.type in self._types

    def free(self, slot: Slot) -> bool:
        """Tell whether the slot takes any words, as AMAZON.SearchQuery does."""
        return not self.lists(slot) and slot.type != NUMBER

    def beginning(self, slot: Slot, words: Tokens, start: int) -> Iterator[tuple[int, Filled]]:
        """Give every known value of the slot's type that begins at `start`, longest first, with the place after it."""
        if self.lists(slot):
            longest = self._longest[slot.type].get(words[start], 0)
            said = self._types[slot.type]
            for end in range(min(len(words), start + longest), start, -1):
                if values := said.get(words[start:end]):
                    yield end, Filled(slot, joined(words[start:end]), values, custom=True)
        elif slot.type == NUMBER:
            for end in range(min(len(words), start + _LONGEST_NUMBER), start, -1):
                if figures := number(words[start:end]):
                    yield end, Filled(slot, figures)

    def unknown(self, slot: Slot, words: Tokens) -> Filled:
        """Fill a slot with words that its type does not list."""
        return Filled(slot, joined(words), custom=self.lists(slot))

    def words(self) -> set[str]:
        """Every word in any value."""
        return {word for said in self._types.values() for words in said for word in words}
