"""The corpus itself: well formed, of real ids, large enough, split evenly, and apart from what the models list."""

import re
from collections import Counter
from pathlib import Path

import pytest

from guide.pack import load
from simulator.model import FOLDER, read_model
from simulator.words import tokens
from tools.understanding.apart import listed, prune
from tools.understanding.corpus import BOUNDARIES, COLUMNS, DECLINED, POLARITIES, RED_FLAG, CorpusError, Line, read_corpus
from tools.understanding.talk import KINDS

LINES = read_corpus()
LOCALES = sorted(path.stem for path in FOLDER.glob("*.json"))
PACK = load("en-US")
ROWS = {row for question in PACK.table.questions for row in question.signs}
SUBJECTS = {*PACK.topics, *PACK.content["medicines"]["rows"], *PACK.content["nicknames"]}
OTHERS = {DECLINED, "check", *BOUNDARIES, *PACK.table.outcomes}
#: What there must be at least of each sort, spoken answers apart (the sum is that of all utterances).
LEAST = {"far": 100, "near": 50, "sign": 160, "medicine": 100}
LEAST_UTTERANCES, LEAST_DECLINED, LEAST_ANSWERS, LEAST_MISHEARD = 600, 150, 250, 100

#: What is said and how it is misheard: a sample with a value, a misheard form that is one, and neither.
FORMS = (
    ("does magnesium cause cramps", "zorgle"),
    ("zorgle magnesium for the frump of it", "does magnesium cause cramps"),
    ("my magnesium frumps the zorgle", ""),
)


def unknown(line: Line) -> list[str]:
    """What a line expects that there is not."""
    known = SUBJECTS | OTHERS | (set(POLARITIES) if line.sort == "answer" else set())
    return [id for id in line.expect if id not in known and not (RED_FLAG.fullmatch(id) and id in ROWS)]


def test_every_expected_id_exists() -> None:
    """Topics, medicines, red-flag rows, polarities and limits are those of the content."""
    assert {line.place: unknown(line) for line in LINES if unknown(line)} == {}


def test_a_level_stands_where_a_red_flag_is_stated() -> None:
    """Every line of the red flags has one; elsewhere it needs at least a red-flag row beside it."""
    assert [line.place for line in LINES if line.sort == "sign" and not (line.level and line.signs)] == []
    assert [line.place for line in LINES if line.level and not line.signs] == []


def test_every_line_has_a_locale_and_a_kind_of_question_that_there_is() -> None:
    """Only a spoken answer answers a question."""
    assert {line.locale for line in LINES} == set(LOCALES)
    assert {line.asked for line in LINES if line.sort != "answer"} == {""}
    assert {line.asked for line in LINES} <= {"", *KINDS}


def test_the_corpus_is_large_enough() -> None:
    """As many utterances, refusals, red flags, medicines, spoken answers and misheard forms as were set."""
    sorts = Counter(line.sort for line in LINES)
    assert {sort: sorts[sort] for sort in LEAST if sorts[sort] < LEAST[sort]} == {}
    assert len(LINES) - sorts["answer"] >= LEAST_UTTERANCES
    assert sorts["far"] + sorts["near"] >= LEAST_DECLINED
    assert sorts["answer"] >= LEAST_ANSWERS
    assert sum(bool(line.misheard) for line in LINES) >= LEAST_MISHEARD


def test_every_emergency_row_is_stated_twice() -> None:
    """None of the signs that need an ambulance goes unmeasured."""
    stated = Counter(row for line in LINES for row in line.signs if line.level == "emergency")
    emergencies = {question.signs[0] for question in PACK.table.questions if question.yes == "call_emergency"}
    assert {row for row in emergencies if stated[row] < 2} == set()


def test_no_line_is_said_twice() -> None:
    """Neither within the open half nor in both halves; follow-ups may sound alike after different questions."""
    said = Counter((tokens(line.said), tokens(line.after), line.asked) for line in LINES)
    assert [words for words, count in said.items() if count > 1] == []


def test_either_half_has_its_share_of_every_kind() -> None:
    """The half that is set aside says as much of every kind as the open one."""
    halves = Counter((line.sort, line.kind, line.half) for line in LINES)
    for sort, kind in {(line.sort, line.kind) for line in LINES}:
        open_, aside = halves[sort, kind, "open"], halves[sort, kind, "aside"]
        assert abs(open_ - aside) <= max(8, 0.2 * (open_ + aside)), (sort, kind)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_line_equals_a_sample(locale: str) -> None:
    """What is measured is how the model generalises. Take a line out that it has come to list: `tools.understanding prune`."""
    assert [line.place for line in listed(LINES, [read_model(locale)])] == []


def test_a_line_that_is_a_sample_is_found_and_taken_out(tmp_path: Path) -> None:
    """Also where a slot value stands in it; of a line whose misheard form is a sample only that form goes."""
    rows = ["{}\tkeyword\tmagnesium\t\ten-US\t{}\topen\t\t".format(*forms) for forms in FORMS]
    path = tmp_path / "topics.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), *rows]), encoding="utf-8")
    assert prune(read_corpus(tmp_path), [read_model("en-US")], tmp_path) == ["topics.tsv line 2", "topics.tsv line 3"]
    assert [(line.said, line.misheard) for line in read_corpus(tmp_path)] == [(FORMS[1][0], ""), FORMS[2]]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("hello", "fewer columns"),
        ("hello\tfar\t\t\ten-US\t\topen\t\t", "expect is empty"),
        ("hello\tfar\tdeclined\t\ten-US\t\tclosed\t\t", "open or aside"),
        ("hello\tfar\tdeclined\tcall_emergency\ten-US\t\topen\t\t", "a level is"),
    ],
)
def test_a_badly_formed_line_is_named(row: str, wrong: str, tmp_path: Path) -> None:
    """A slip would otherwise measure nothing."""
    head = "\t".join(COLUMNS)
    (tmp_path / "far.tsv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"far.tsv line 2: .*{re.escape(wrong)}"):
        read_corpus(tmp_path)


@pytest.mark.parametrize(
    ("name", "head", "wrong"), [("faraway.tsv", "said", "name it"), ("far.tsv", "said\tkind", "columns are")]
)
def test_a_badly_formed_file_is_named(name: str, head: str, wrong: str, tmp_path: Path) -> None:
    """The name says how its lines are judged, the head which columns there are."""
    (tmp_path / name).write_text(f"{head}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=wrong):
        read_corpus(tmp_path)
