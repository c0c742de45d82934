"""The patterns by which the listener finds red-flag signs, with their phrase lists numbered for look-up."""

from __future__ import annotations

import re
from typing import Any

from guide.signs import ASKED
from guide.text import folded, normalise
from tools.build.region import Region
from tools.build.samples import expand
from tools.build.source import ContentError, line_of, read_toml

Json = dict[str, Any]
#: Patterns that are no question of the check: an answer to how often that is a no, and words of self-harm.
SELDOM, SELF_HARM = "often-not", "self-harm"
_INNER = re.compile(r"<(\w+)>")


class Lists:
    """Phrase lists, each numbered once, so that a phrase leads to all the lists that it stands in."""

    def __init__(self, shared: dict[str, list[str]], grammar: Json, whole: bool = False) -> None:
        """Take the shared lists and the language's small words; `whole` for lists whose phrases are looked up whole."""
        self.shared, self.negations = shared, frozenset(grammar["negations"])
        self.fillers = frozenset() if whole else frozenset(grammar["fillers"])
        self.same = grammar["same"]
        self.possessive = "" if whole else grammar["possessive"]
        self.numbers: dict[frozenset[str], int] = {}

    def number(self, entries: list[str]) -> int:
        """The number of a list of templates; ``@name`` stands for a shared list. Raises KeyError for an unknown one."""
        phrases = {self.plain(phrase) for phrase in self.phrases_of(entries)} - {""}
        shortest = frozenset(phrase for phrase in phrases if not self._implied(phrase, phrases))
        return self.numbers.setdefault(shortest, len(self.numbers))

    def phrases_of(self, entries: list[str]) -> list[str]:
        """Every phrase of a list, written out; ``<name>`` inside a phrase stands for any of a shared list."""
        found: list[str] = []
        for entry in entries:
            if entry.startswith("@"):
                found += self.phrases_of(self.shared[entry[1:]])
            else:
                found += expand(_INNER.sub(lambda name: f"({'|'.join(self.shared[name[1]])})", entry))
        return found

    def plain(self, phrase: str) -> str:
        """A phrase as it is looked up: normalised, without fillers, "calf's" as "calf"."""
        words = folded(normalise(phrase).split(), self.same)
        return " ".join(word.removesuffix(self.possessive) for word in words if word not in self.fillers)

    def lookup(self) -> dict[str, int | list[int]]:
        """The numbers of the lists that each phrase stands in; a bare number where there is only one, for a quick read."""
        found: dict[str, list[int]] = {}
        for phrases, number in self.numbers.items():
            for phrase in phrases:
                found.setdefault(phrase, []).append(number)
        return {phrase: numbers[0] if len(numbers) == 1 else numbers for phrase, numbers in sorted(found.items())}

    def _implied(self, phrase: str, phrases: set[str]) -> bool:
        """Whether a shorter phrase of the list is heard whenever this one is. One with a negation of its own is not implied."""
        words = phrase.split()
        if self.negations.intersection(words):
            return False
        spans = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
        return any(end - start < len(words) and " ".join(words[start:end]) in phrases for start, end in spans)


def sign_patterns(region: Region, rules: Json, grammar: Json) -> Json:
    """`groups`, `excuses` and `patterns` of the vocabulary. Raises ContentError for an unknown question or list."""
    path = region.base / "words" / "signs.toml"
    words = read_toml(path)
    leaves = {row["id"] for row in rules["question"] if not row.get("group")}
    needed = Lists(words.get("lists", {}), grammar)
    excusing = Lists(words.get("lists", {}), grammar, whole=True)
    patterns = []
    for sign in words["sign"]:
        if sign["question"] not in leaves:
            near = line_of(path, f'"{sign["question"]}"')
            raise ContentError(path, near, f"{sign['question']} is no single question of the check.", "Correct the id.")
        try:
            groups = [needed.number(entries) for entries in sign["all"]]
            unless = [excusing.number(sign["unless"])] if sign.get("unless") else []
        except KeyError as error:
            near = line_of(path, str(error.args[0]))
            raise ContentError(
                path, near, f"There is no list {error.args[0]}.", "Add it under [lists], or correct it."
            ) from error
        patterns.append([sign["question"], groups, unless])
    patterns += _named(region, leaves, needed)
    frequency = words.get("frequency", {})
    told = {
        "often": frequency.get("often"),
        SELDOM: frequency.get("seldom"),
        SELF_HARM: words.get("self_harm", {}).get("phrases"),
    }
    patterns += [[id, [needed.number(phrases)], []] for id, phrases in told.items() if phrases]
    return {"groups": needed.lookup(), "excuses": excusing.lookup(), "patterns": patterns}


def _named(region: Region, leaves: set[str], needed: Lists) -> list[list[Any]]:
    """A pattern for each question's short names, which count while it is asked. Raises ContentError for an unknown question."""
    patterns: list[list[Any]] = []
    path = region.base / "words" / "named.toml"
    for id, names in read_toml(path).items():
        if id not in leaves:
            raise ContentError(path, line_of(path, f"[{id}]"), f"{id} is no single question of the check.", "Correct the id.")
        patterns.append([id + ASKED, [needed.number(names["asked"])], []])
    return patterns
