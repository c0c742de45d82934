"""The vocabulary file of a locale: what the listener looks up."""

from __future__ import annotations

from typing import Any

from guide.listening import BESIDE, ELSEWHERE, MISHEARD, VAGUE
from guide.sounds import SHORTEST, SHORTEST_MEDICINE, sound
from guide.text import normalise
from tools.build.names import Name, listed, person_names, speakable, subject_names
from tools.build.region import Region
from tools.build.samples import expand
from tools.build.signs import sign_patterns
from tools.build.source import ContentError, line_of, read_toml

Json = dict[str, Any]
#: Pages named by what people do rather than by a noun: a name of theirs is not sought by its sound.
SENTENCES = (
    "relief-now",
    "prevent",
    "static-position",
    "crossed-legs",
    "fatigue-overuse",
    "exercise",
    "never-stop",
    "new-medicine",
)
#: How many words a name has at most that is sought by its sound.
MOST_NOUNS = 3
KINDS = ("yes", "no", "hedged_no", "unsure", "none")


def vocabulary(region: Region, rules: Json) -> Json:
    """The whole vocabulary as JSON."""
    grammar = read_toml(region.base / "words" / "grammar.toml")
    return {
        "names": {key(name): _mark(name) + name.id for name in subject_names(region)},
        "sounds": sounds(region),
        **sign_patterns(region, rules, grammar),
        "limits": {key(name): name.id for name in listed(region, "limits")},
        "people": {key(name): name.id for name in person_names(region)},
        "answers": answers(region),
        "grammar": grammar,
    }


def sounds(region: Region) -> dict[str, str]:
    """Ids by the sound of a name: of long nouns only, and only where one id sounds like it."""
    ids: dict[str, set[str]] = {}
    for name in subject_names(region):
        words = key(name)
        noun = not (name.misheard or name.beside or name.template or name.id in (*VAGUE, ELSEWHERE, *SENTENCES))
        if noun and len(words.split()) <= MOST_NOUNS:
            ids.setdefault(sound(words), set()).add(name.id)
    topics = {path.stem for path in (region.base / "topics").glob("*.md")}
    return {
        heard: id
        for heard, (id, *others) in sorted((heard, sorted(named)) for heard, named in ids.items())
        if not others and len(heard) >= (SHORTEST if id in topics else SHORTEST_MEDICINE)
    }


def _mark(name: Name) -> str:
    return MISHEARD if name.misheard else BESIDE if name.beside else ""


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
            phrases = _phrases(words.get(kind, {}).get(field, []))
            for phrase in phrases:
                if owner.setdefault(phrase, kind) != kind:
                    near = line_of(path, f'"{phrase}"')
                    raise ContentError(path, near, f"'{phrase}' means both {owner[phrase]} and {kind}.", "Keep it once.")
            built[kind + suffix] = phrases
    built["no_more"] = _phrases(words["no"]["more"])
    return built | {name: _phrases(phrases) for name, phrases in words["around"].items()}


def _phrases(templates: list[str]) -> list[str]:
    """Every phrase that templates stand for, as it is looked up."""
    return sorted({normalise(phrase) for template in templates for phrase in expand(template)})
