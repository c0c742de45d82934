"""The scores as a table, and the confusions of the open half. Of the half that is set aside no line is ever shown."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tools.understanding.score import WRONG_NO, Score

#: Confusions listed for each recogniser.
MOST = 20
Column = tuple[str, Mapping[str, Score]]


def table(columns: Sequence[Column]) -> list[str]:
    """A row a kind: the share in per cent and the number of trials, for each recogniser and half."""
    rows = sorted({row for _, scores in columns for row in scores}, key=lambda row: (row == WRONG_NO, row))
    cells = [["", *(name for name, _ in columns)]]
    cells += [[_label(row), *(_cell(row, scores.get(row, Score())) for _, scores in columns)] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def confusions(scores: Mapping[str, Score]) -> list[str]:
    """What was taken for what most often, with the causes."""
    lost = [trial for row, score in scores.items() if row != WRONG_NO for trial in score.lost]
    pairs = Counter((trial.row, "|".join(trial.line.expect), trial.verdict.got, trial.cause) for trial in lost)
    causes = Counter(trial.cause for trial in lost)
    told = ", ".join(f"{cause} {count}" for cause, count in causes.most_common())
    lines = [f"{count:4} {row}: {expected} -> {got} ({cause})" for (row, expected, got, cause), count in pairs.most_common(MOST)]
    return [f"{len(lost)} lost: {told or 'none'}", *lines]


def lost_lines(scores: Mapping[str, Score], row: str = "") -> list[str]:
    """Every line of the open half that was lost, or those of one kind."""
    lost = [trial for name, score in scores.items() if (name == row if row else name != WRONG_NO) for trial in score.lost]
    return [
        f"{trial.row}\t{trial.asked}\t{trial.line.locale}\t{trial.line.said}\t{'|'.join(trial.line.expect)}"
        f"\t{trial.verdict.got}\t{trial.intent}\t{trial.cause}"
        for trial in lost
    ]


def _label(row: str) -> str:
    return f"{row}: none" if row == WRONG_NO else row


def _cell(row: str, score: Score) -> str:
    if not score.of:
        return "-"
    if row == WRONG_NO:
        return f"{score.of - score.right} of {score.of}"
    return f"{100 * score.share:5.1f} ({score.of})"
