"""Words that a model does not have, taken for ones that it has: other forms, and slips of the keyboard or the ear."""

from collections.abc import Iterable
from difflib import get_close_matches

# One word is a form of another when it is that one, at least so long, and at most so many letters more.
STEM = 4
_ENDING = 3
# A slip leaves at least this likeness ("magnezium"); "weather" and "whether" stay apart.
_SLIP = 0.87
_SHORTEST_SLIP = 5


class Spelling:
    """The words that are known, and which of them an unknown word stands for."""

    def __init__(self, known: Iterable[str]) -> None:
        """Index the known words."""
        self._known = frozenset(known)
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= _SHORTEST_SLIP:
                self._by_initial.setdefault(word[0], []).append(word)

    def mend(self, word: str) -> str:
        """Give the known word that `word` inflects ("doctors") or all but spells ("magnezium"); else `word` itself."""
        if word in self._known:
            return word
        stems = (word[:end] for end in range(len(word) - 1, max(STEM, len(word) - _ENDING) - 1, -1))
        return next((stem for stem in stems if stem in self._known), None) or self._respelt(word)

    def _respelt(self, word: str) -> str:
        near = get_close_matches(word, self._by_initial.get(word[0], ()), n=1, cutoff=_SLIP)
        # Apart only in the last letter are two forms of a word ("prevented", "preventer"), not one and its slip.
        return near[0] if near and near[0][: len(word) - 1] != word[:-1] else word
