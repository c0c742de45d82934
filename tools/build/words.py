"""The vocabulary file of a locale: what the listener looks up."""

from __future__ import annotations

from typing import Any

from guide.listening import MISHEARD
from guide.text import normalise
from tools.build.names import Name, person_names, speakable, subject_names
from tools.build.region import Region
from tools.build.signs import sign_patterns
from tools.build.source import ContentError, line_of, read_toml

Json = dict[str, Any]
KINDS = ("yes", "no", "hedged_no", "unsure", "none")


def vocabulary(region: Region, rules: Json) -> Json:
    """The whole vocabulary as JSON."""
    grammar = read_toml(region.base / "words" / "grammar.toml")
    return {
        "names": {key(name): (MISHEARD if name.misheard else "") + name.id for name in subject_names(region)},
        **sign_patterns(region, rules, grammar),
        "people": {key(name): name.id for name in person_names(region)},
        "answers": answers(region),
        "grammar": grammar,
    }


def key(name: Name) -> str:
    """A name as the listener looks it up."""
    return normalise(speakable(name.name))


def answers(region: Region) -> dict[str, list[str]]:
    """The phrases of each kind of answer, whole and as a start. Raises ContentError for a phrase of two kinds."""
    path = region.base / "words" / "answers.toml"
    words = read_toml(path)
    built: dict[str, list[str]] = {}
    for suffix, field in (("", "whole"), ("_starts", "starts")):
        owner: dict[str, str] = {}
        for kind in KINDS:
            phrases = sorted({normalise(phrase) for phrase in words.get(kind, {}).get(field, [])})
            for phrase in phrases:
                if owner.setdefault(phrase, kind) != kind:
                    near = line_of(path, f'"{phrase}"')
                    raise ContentError(path, near, f"'{phrase}' means both {owner[phrase]} and {kind}.", "Keep it once.")
            built[kind + suffix] = phrases
    built["no_more"] = sorted({normalise(word) for word in words["no"]["more"]})
    return built
