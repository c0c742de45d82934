"""How words answer a yes or no question. Nothing is read as a no that could mean anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.text import LONGEST
from guide.vocabulary import Vocabulary

#: In the order in which one that is listed under several is read; see ``words/answers.toml``.
KINDS = ("none", "unsure", "hedged_no", "no", "yes")
#: Kinds of answer that must not be read into words that say more.
DENYING = ("no", "none", "hedged_no")

Answers = Mapping[str, frozenset[str]]


def polarity(words: Sequence[str], vocabulary: Vocabulary) -> str:
    """One of `KINDS`, or empty.

    What is said after a correction ("no wait, yes") counts alone, if it answers. Otherwise it is the words as a whole; or
    how they begin, the longest beginning counting; or that they hold a yes and nothing denies it; or that each word of
    them belongs to a plain no.
    """
    answers = vocabulary.answers
    corrected = _after_correction(words, answers)
    if corrected and (kind := polarity(corrected, vocabulary)):
        return kind
    bare = _bare(words, answers)
    if kind := _whole(words, answers) or _whole(bare, answers):
        return kind
    for said in (words, bare):
        if (begun := _begun(said, vocabulary)) is not None:
            return begun
    if answers["yes_words"].intersection(bare) and not _denials(vocabulary).intersection(bare):
        return "yes"
    return "no" if _plain_no(bare, vocabulary) else ""


def _whole(words: Sequence[str], answers: Answers) -> str:
    said = " ".join(words)
    return next((kind for kind in KINDS if said in answers[kind]), "")


def _begun(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """How they begin, where that is listed; empty where what follows such a beginning turns it round."""
    answers = vocabulary.answers
    kind, rest = _beginning(words, answers)
    doubtful = kind == "unsure" and words[0] in answers["deny"] - answers["nothing"]
    if doubtful and _plain_no(words[1:], vocabulary):
        return "no"
    if kind in DENYING and rest and not _adds_nothing(words, rest, vocabulary):
        return ""
    return kind or None


def _beginning(words: Sequence[str], answers: Answers) -> tuple[str, Sequence[str]]:
    """The kind of the longest beginning that is listed, and what follows it."""
    for length in range(min(len(words), LONGEST), 0, -1):
        start = " ".join(words[:length])
        for kind in KINDS:
            if start in answers[f"{kind}_starts"]:
                return kind, words[length:]
    return "", words


def _after_correction(words: Sequence[str], answers: Answers) -> Sequence[str]:
    """What follows the last "wait" or "i mean"; empty where nothing was corrected."""
    for at in range(len(words) - 1, -1, -1):
        for length in (1, 2):
            if at + length < len(words) and " ".join(words[at : at + length]) in answers["corrections"]:
                return words[at + length :]
    return ()


def _bare(words: Sequence[str], answers: Answers) -> Sequence[str]:
    """The words without what people say before and after an answer ("well", "to be honest"); never without all of them."""
    start, end = 0, len(words)
    while (length := _edge(words[start:end], answers["before"], first=True)) and start + length < end:
        start += length
    while (length := _edge(words[start:end], answers["after"], first=False)) and end - length > start:
        end -= length
    return words[start:end]


def _edge(words: Sequence[str], listed: frozenset[str], *, first: bool) -> int:
    """How many of the first or last words are a listed phrase: 0 where none are."""
    lengths = range(min(len(words), LONGEST), 0, -1)
    return next((n for n in lengths if " ".join(words[:n] if first else words[-n:]) in listed), 0)


def _denials(vocabulary: Vocabulary) -> frozenset[str]:
    """The words that deny in an answer."""
    return vocabulary.grammar.negations | vocabulary.answers["deny"]


def _plain_no(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether all words belong to a plain no, one of them says it, and none turns it round."""
    phrases = _covered(words, vocabulary)
    says = _denials(vocabulary) | vocabulary.answers["well"]
    return bool(phrases and says.intersection(phrases)) and not _turns_round(phrases or [], vocabulary)


def _adds_nothing(words: Sequence[str], rest: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether what follows the beginning of a no leaves it one."""
    phrases = _covered(rest, vocabulary)
    return phrases is not None and not _turns_round(_covered(words, vocabulary) or phrases, vocabulary)


def _covered(words: Sequence[str], vocabulary: Vocabulary) -> list[str] | None:
    """The words as phrases that may stand in a plain no, the longest first; None where one word may not."""
    answers, grammar = vocabulary.answers, vocabulary.grammar
    known = (answers["no_more"], answers["well"], answers["deny"], grammar.negations)
    phrases: list[str] = []
    at = 0
    while at < len(words):
        runs = (" ".join(words[at:end]) for end in range(min(len(words), at + LONGEST), at, -1))
        phrase = next((run for run in runs if any(run in listed for listed in known)), "")
        if not phrase:
            return None
        phrases.append(phrase)
        at += len(phrase.split())
    return phrases


def _turns_round(phrases: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether something well, or a nothing, is itself denied ("it's not fine", "not nothing"), or the end affirms ("she is").

    A fresh start ends a denial.
    """
    answers, grammar = vocabulary.answers, vocabulary.grammar
    denied = False
    for phrase in phrases:
        denied = denied and phrase not in grammar.restarts
        if denied and (phrase in answers["well"] or phrase in answers["nothing"]):
            return True
        denied = denied or (phrase in grammar.negations and phrase not in answers["deny"])
    return not denied and phrases[-1] in answers["affirming"]
