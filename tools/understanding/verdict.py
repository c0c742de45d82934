"""Whether what came of an utterance is what must come of it."""

from dataclasses import dataclass
from functools import cache

from guide.pack import Pack, load
from guide.table import EMERGENCY
from guide.voice import voice_for
from simulator import Turn
from tools.understanding.corpus import BOUNDARIES, DECLINED, POLARITIES, Line

#: What is said of cramps in other places: a refusal that is never wrong for a near miss.
_ELSEWHERE = "elsewhere"
TROUBLE = "trouble"
#: Limits that are a fair answer to orders of any kind: "order a pizza", "call a taxi".
_ORDERS = ("", "buy", "call_someone")


@dataclass(frozen=True)
class Verdict:
    """`right`, and what was got instead of what is expected; `wrong_no` for a "no" that nobody said."""

    right: bool
    got: str
    wrong_no: bool = False


def judge(line: Line, turn: Turn) -> Verdict:
    """Judge what came of a line that is no spoken answer."""
    looked_at = {"topic": _topic, "medicine": _medicine, "sign": _sign}.get(line.sort, _refused)
    return Verdict(looked_at(line, turn) and not failed(turn), got_from(turn))


def judge_answer(line: Line, heard: str, turn: Turn) -> Verdict:
    """Judge an answer in the check by how it was `heard`. Not sure and unreadable are one: either is asked about again."""
    expected = {"none" if id == "unsure" else id for id in line.expect if id in POLARITIES}
    right = ("none" if heard == "unsure" else heard) in expected or bool(line.signs and _told(line, turn))
    return Verdict(
        right and not failed(turn), f"{heard} {got_from(turn)}" if line.signs else heard, heard == "no" and "no" not in expected
    )


def got_from(turn: Turn) -> str:
    """What the skill says that the turn was about, in one line; what went wrong where it failed."""
    if failed(turn):
        return turn.problem or TROUBLE
    about = turn.about
    ids = [*about.topics, *about.medicines, *about.signs, *filter(None, (about.outcome, about.question))]
    return " ".join(dict.fromkeys(ids)) or boundary(turn) or DECLINED


def failed(turn: Turn) -> bool:
    """Whether the skill raised an error, which the person hears as an apology: no refusal, however it sounds."""
    apology = voice_for(load(turn.locale), True, "").phrase("greeting.trouble")
    return bool(turn.problem) or turn.speech.startswith(apology)


def boundary(turn: Turn) -> str:
    """The limit of the skill that was told; empty where none was."""
    return next((name for name, told in _boundaries(turn.locale).items() if turn.speech.startswith(told)), "")


def reaches(outcome: str | None, level: str, pack: Pack) -> bool:
    """Whether an outcome is at least as urgent as a level."""
    return bool(outcome and level) and pack.table.rank(outcome or "") >= pack.table.rank(level)


def _topic(line: Line, turn: Turn) -> bool:
    """One of the pages or medicines expected, or a limit that is acceptable here."""
    named = {*turn.about.topics, *turn.about.medicines}
    return bool(named.intersection(line.expect)) or _also_right(line, turn)


def _medicine(line: Line, turn: Turn) -> bool:
    """The medicine itself, or the page of its class."""
    content = load(turn.locale).content
    rows = {**content["nicknames"], **content["medicines"]["rows"]}
    classes = {rows[id]["topic"] for id in line.expect if id in rows}
    return bool(classes.intersection(turn.about.topics)) or _topic(line, turn)


def _sign(line: Line, turn: Turn) -> bool:
    """The level or a higher one; where that is milder than today, having noted the sign is enough, for a check begins."""
    pack = load(turn.locale)
    if reaches(turn.about.outcome, line.outcome, pack):
        return True
    return not reaches(line.outcome, "see_today", pack) and (_noted(line, turn) or _also_right(line, turn))


def _told(line: Line, turn: Turn) -> bool:
    """A sign told in the check: an emergency at once; any other is noted, and the outcome comes at the end."""
    pack = load(turn.locale)
    return reaches(turn.about.outcome, line.outcome, pack) or (line.outcome != EMERGENCY and _noted(line, turn))


def _noted(line: Line, turn: Turn) -> bool:
    """Whether the skill took in one of the signs. It reports each question of the check by the first of its rows."""
    questions = load(turn.locale).table.questions
    rows = {question.signs[0] for question in questions if set(question.signs) & set(line.signs)}
    return bool(rows.union(line.signs).intersection(turn.about.signs))


def _refused(line: Line, turn: Turn) -> bool:
    """Declined, or answered with the limit that belongs there. A near miss may also be answered by a page it expects."""
    about = turn.about
    nothing = not (about.topics or about.medicines or about.signs or about.outcome or about.question)
    told = boundary(turn)
    if line.sort == "far":
        return nothing and told in _ORDERS
    return (nothing and (not told or told in (*line.expect, _ELSEWHERE))) or _topic(line, turn)


def _also_right(line: Line, turn: Turn) -> bool:
    """What other reading of a line is acceptable: a sign, the check, an outcome, a limit, or declining."""
    others = {*turn.about.signs, boundary(turn), turn.about.outcome, DECLINED if got_from(turn) == DECLINED else ""}
    others |= {"check"} if turn.about.question else set()
    return bool(others.intersection(line.expect))


@cache
def _boundaries(locale: str) -> dict[str, str]:
    """The sentence of each limit as it is heard in a locale."""
    voice = voice_for(load(locale), True, "")
    return {name: voice.phrase(f"boundaries.{name}") for name in (*BOUNDARIES, _ELSEWHERE)}
