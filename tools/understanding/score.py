"""Saying the corpus and counting: what share of each kind is understood, and what was taken for what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from simulator import Turn
from simulator.understanding import Recogniser
from tools.understanding.cause import cause_of
from tools.understanding.corpus import Line
from tools.understanding.talk import Desk, Station, stations_for
from tools.understanding.verdict import Verdict, judge, judge_answer

MISHEARD = "misheard"
WRONG_NO = "wrong no"
#: Recognisers by locale: None stands for the simulator's own.
Recognisers = Callable[[str], Recogniser | None]


@dataclass(frozen=True)
class Trial:
    """A line said once: the score it counts for, how it went, where it was lost, and the question of an answer."""

    line: Line
    row: str
    verdict: Verdict
    intent: str
    cause: str = ""
    asked: str = ""


@dataclass
class Score:
    """How many of how many are right; `lost` are the trials that went wrong."""

    right: int = 0
    of: int = 0
    lost: list[Trial] = field(default_factory=list)

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where nothing was said."""
        return self.right / self.of if self.of else 1.0

    def add(self, trial: Trial, right: bool) -> None:
        """Count a trial."""
        self.of += 1
        self.right += right
        if not right:
            self.lost.append(trial)


def measure(lines: Iterable[Line], recognisers: Recognisers) -> Mapping[str, Score]:
    """Say all lines, each in its locale, and score them by kind."""
    scores: dict[str, Score] = defaultdict(Score)
    desks: dict[str, Desk] = {}
    for line in lines:
        if line.locale not in desks:
            desks[line.locale] = Desk(line.locale, recognisers(line.locale))
        for trial in trials(line, desks[line.locale]):
            scores[trial.row].add(trial, trial.verdict.right)
            if line.sort == "answer":
                scores[WRONG_NO].add(trial, not trial.verdict.wrong_no)
    return scores


def trials(line: Line, desk: Desk) -> Iterator[Trial]:
    """A line as often as it is said: an answer at each question it may answer, and once more where it has a misheard form."""
    for form, row in ((line, row_of(line)), (replace(line, said=line.misheard), f"{MISHEARD} {line.sort}")):
        if form.said and line.sort == "answer":
            yield from (_answered(form, desk, stations, row) for stations in stations_for(line))
        elif form.said:
            turn = desk.say(form.said, form.after)
            yield _trial(form, row, judge(form, turn), turn)


def row_of(line: Line) -> str:
    """The score that a line counts for: a red flag's is that of its level, an answer's that of what it says."""
    if line.sort == "sign":
        return f"sign {line.level}"
    if line.sort == "answer":
        return f"answer {'with a sign' if line.signs else line.expect[0]}"
    return line.kind if line.sort == "topic" else line.sort


def _answered(line: Line, desk: Desk, stations: Sequence[Station], row: str) -> Trial:
    """An answer at several questions, of which it was meant for one: the best counts, but for a "no" that nobody said."""
    tried = [(judge_answer(line, heard, turn), turn) for heard, turn in (desk.answer(line.said, one) for one in stations)]
    verdict, turn = max(tried, key=lambda one: one[0].right)
    wrong_no = any(one.wrong_no for one, _ in tried)
    return replace(_trial(line, row, replace(verdict, wrong_no=wrong_no), turn), asked=stations[0].kind)


def _trial(line: Line, row: str, verdict: Verdict, turn: Turn) -> Trial:
    return Trial(line, row, verdict, turn.intent or "", "" if verdict.right else cause_of(line, turn))
