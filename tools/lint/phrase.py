"""Whether what a listing or an answer suggests saying would be heard: does it expand from a sample?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.lint.built_in import PHRASES
from tools.lint.interaction import Intent, Model

NUMBER_WORD = re.compile(
    r"\d+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|and"
)


@dataclass(frozen=True)
class Phrases:
    """What a model hears: by slot type the words of its values; intents with samples as tokens; built-in phrases."""

    values: dict[str, frozenset[str]]
    samples: tuple[tuple[Intent, tuple[str, ...]], ...]
    built_in: frozenset[str]


def phrases(model: Model) -> Phrases:
    """The phrases that the model hears."""
    values = {
        slot_type.name: frozenset(normal(words) for value in slot_type.values for words in (value.name, *value.synonyms))
        for slot_type in model.types
    }
    samples = tuple((intent, _tokens(sample)) for intent, sample in model.samples())
    present = {intent.name for intent in model.intents}
    return Phrases(values, samples, frozenset(p for name, said in PHRASES.items() if name in present for p in said))


def normal(words: str) -> str:
    """Lower case, without the signs that speech has not: "d. v. t." and "d v t" are one."""
    return " ".join(re.sub(r"[^\w\s'-]", " ", words.casefold()).split())


def _tokens(sample: str) -> tuple[str, ...]:
    """The words of a sample, each slot as one token that keeps its case and braces."""
    parts = re.split(r"(\{\w+\})", sample)
    return tuple(token for part in parts for token in ([part] if part.startswith("{") else normal(part).split()) if token)


def heard_as(phrase: str, known: Phrases) -> str | None:
    """The intent for which the phrase expands from a sample with values of the slots' types; None if there is none.

    A built-in slot type, such as a search query, takes any words, so it is tried last.
    """
    words = tuple(normal(phrase).split())
    if " ".join(words) in known.built_in:
        return next(name for name, said in PHRASES.items() if " ".join(words) in said)
    found = (intent for intent, sample in known.samples if _expands(sample, words, intent.slot_types(), known.values))
    ranked = sorted(found, key=lambda intent: any(name not in known.values for name in intent.slot_types().values()))
    return ranked[0].name if ranked else None


def _expands(sample: tuple[str, ...], words: tuple[str, ...], types: dict[str, str], values: dict[str, frozenset[str]]) -> bool:
    if not sample:
        return not words
    first, rest = sample[0], sample[1:]
    if not first.startswith("{"):
        return bool(words) and words[0] == first and _expands(rest, words[1:], types, values)
    slot_type = types.get(first[1:-1], "")
    return any(_expands(rest, words[end:], types, values) for end in _spans(words, slot_type, values))


def _spans(words: tuple[str, ...], slot_type: str, values: dict[str, frozenset[str]]) -> Iterator[int]:
    for end in range(1, len(words) + 1):
        span = " ".join(words[:end])
        if slot_type in values and not slot_type.startswith("AMAZON."):
            fits = span in values[slot_type]
        elif slot_type == "AMAZON.NUMBER":
            fits = all(NUMBER_WORD.fullmatch(word) for word in words[:end])
        else:
            fits = slot_type.startswith("AMAZON.")
        if fits:
            yield end
