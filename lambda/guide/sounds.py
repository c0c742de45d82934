"""Names by their sound: what a recogniser made of a name that it did not know ("vent oh lin") still sounds like it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

#: A shorter sound than this tells too little; of a medicine, of which there are so many, even more is asked.
SHORTEST, SHORTEST_MEDICINE = 6, 8
#: How many words a name may be torn into, and how far into an utterance names are sought by sound.
MOST_PIECES = 5
MOST_WORDS = 30
_SPELT = (("ph", "f"), ("th", "t"), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("x", "ks"), ("q", "k"), ("tion", "san"))
_SOFT_C = re.compile(r"c(?=[eiy])")
_SAME = str.maketrans({"c": "k", "g": "k", "z": "s", "d": "t", "b": "p", "v": "f", "m": "n", "j": "s"})
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"[^abcdfgjklmnpqrstvxz]|e$")
_TWICE = re.compile(r"(.)\1+")


def sound(text: str) -> str:
    """Words as they sound, roughly: every vowel alike, and the consonants that are taken for each other."""
    return _TWICE.sub(r"\1", "".join(map(_of_word, text.split())))


def sounds_like(words: Sequence[str], sounds: Mapping[str, str]) -> str:
    """The id of the longest name that some neighbouring words sound like; empty where none does."""
    words = words[:MOST_WORDS]
    heard = [_of_word(word) for word in words]
    best = ("", "")
    for start in range(len(words)):
        key = ""
        for end in range(start, min(len(words), start + MOST_PIECES)):
            key = _TWICE.sub(r"\1", key + heard[end])
            if len(key) > len(best[0]) and key in sounds:
                best = (key, sounds[key])
    return best[1]


def _of_word(word: str) -> str:
    letters = word.removesuffix("e") if len(word) > 3 else word
    for spelt, said in _SPELT:
        letters = letters.replace(spelt, said)
    letters = _VOWELS.sub("a", _SOFT_C.sub("s", letters))
    return _TWICE.sub(r"\1", _SILENT.sub("", letters).translate(_SAME))
