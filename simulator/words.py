"""Typed text as a recogniser writes it: lower-case words, no punctuation, numbers spelt out.

Utterances, samples and slot values all go through `tokens`, so that "B12", "b. twelve" and "b 12" meet.
"""

import re
import unicodedata

from simulator.numerals import spelled

Tokens = tuple[str, ...]

POSSESSIVE = "'s"

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?|'[^\W_]+")
_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")
_TURNED_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'"})

# People type these without the apostrophe; a recogniser always writes it. "its" and "were" mean something else.
_CONTRACTED = (
    "aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't shouldn't wasn't weren't won't wouldn't "
    "i'm i've that's there's they're they've what's where's who's you're you've"
)
_TYPED = {form.replace("'", ""): form for form in _CONTRACTED.split()} | {"ok": "okay"}


def tokens(text: str) -> Tokens:
    """Give the words of `text`; a possessive "'s" is a word of its own, as samples such as "{who}'s leg" need."""
    if text.isascii() and text.islower() and text.replace(" ", "").isalpha():
        words = text.split()  # most samples and values: a shortcut that keeps start-up short
    else:
        words = _WORD.findall(_plain(text))
    return tuple(piece for word in words for piece in _pieces(word))


def joined(words: Tokens) -> str:
    """Write words as one string, with possessives closed up again."""
    return " ".join(words).replace(f" {POSSESSIVE}", POSSESSIVE)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(_TURNED_APOSTROPHES)).casefold()
    text = text.replace("&", " and ").replace("%", " percent ")
    return _FIGURES.sub(_figures, text)


def _figures(found: re.Match[str]) -> str:
    if _ORDINAL.match(found.string, found.start()):
        return found.group()
    whole, _, decimals = found.group().replace(",", "").partition(".")
    said = spelled(whole)
    if decimals:
        said += " point " + " ".join(spelled(figure) for figure in decimals)
    return f" {said} "


def _pieces(word: str) -> list[str]:
    word = _TYPED.get(word, word)
    if word == POSSESSIVE:
        return [word]
    word = word.strip("'")
    if word.endswith(POSSESSIVE):
        return [word.removesuffix(POSSESSIVE), POSSESSIVE]
    return [word] if word else []
