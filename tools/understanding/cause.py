"""Where understanding was lost: in the model, the vocabulary, the listener or the dialogue. A hint for whoever mends it."""

from guide.listening import listen
from guide.pack import load
from simulator import Turn
from tools.understanding.corpus import Line

MODEL, VOCABULARY, LISTENER, DIALOGUE = "model", "vocabulary", "listener", "dialogue"


def cause_of(line: Line, turn: Turn) -> str:
    """Hold the whole utterance against the listener, and then what reached the skill of it.

    `vocabulary`: even of the whole the listener does not know what is expected (or takes it for something);
    `model`: it would, but the intent and its slots did not bring it; `listener`: what came was read another way than the
    whole; `dialogue`: it was all there, and something else was made of it.
    """
    whole, came = _known(line.said, line.locale), _known(_words(turn), line.locale) | _ids(turn)
    if line.sort in ("far", "near"):
        return VOCABULARY if whole else DIALOGUE if came else MODEL
    if line.sort == "answer" and not line.signs:
        return _of_answer(line, turn)
    wanted = _wanted(line)
    if wanted & came:
        return DIALOGUE
    if not wanted & whole:
        return VOCABULARY
    return LISTENER if len(_words(turn).split()) >= len(line.said.split()) - 1 else MODEL


def _of_answer(line: Line, turn: Turn) -> str:
    read = listen(line.said, load(line.locale).vocabulary).polarity
    expected = {"none", "no", "hedged_no"} if "no" in line.expect else set(line.expect)
    return MODEL if read in expected and not _words(turn) else DIALOGUE if read in expected else VOCABULARY


def _wanted(line: Line) -> set[str]:
    """The ids of content that would lead to what is expected: of a red flag, the questions of the check that cover it."""
    pack = load(line.locale)
    rows = {**pack.content["nicknames"], **pack.content["medicines"]["rows"]}
    questions = {question.id for question in pack.table.questions if set(question.signs) & set(line.signs)}
    # A name that stands for a medicine of the expected class leads there as well.
    return {*line.expect, *questions} | {id for id, row in rows.items() if row["topic"] in line.expect}


def _known(said: str, locale: str) -> set[str]:
    understood = listen(said, load(locale).vocabulary)
    return {*understood.names, *understood.signs}


def _words(turn: Turn) -> str:
    """What the platform handed on of the words."""
    return " ".join(filled.value for filled in turn.slots.values())


def _ids(turn: Turn) -> set[str]:
    return {filled.id for filled in turn.slots.values() if filled.id}
