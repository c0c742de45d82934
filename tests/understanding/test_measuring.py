"""Measuring: it tells right from wrong, takes no silence for a no, keeps the half set aside to itself, and holds the floors."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from guide.pack import load
from guide.voice import voice_for
from simulator import Speaker
from tools.lint.conflicts import conflicts
from tools.lint.project import load_models
from tools.understanding.__main__ import main
from tools.understanding.classifier import classifier
from tools.understanding.corpus import COLUMNS, Line, read_corpus
from tools.understanding.report import table
from tools.understanding.score import MISHEARD, WRONG_NO, Score, measure
from tools.understanding.talk import STATIONS, Desk, Station, polarity
from tools.understanding.verdict import judge

ROOT = Path(__file__).parents[2]
#: The least share of each kind in the open half, for either recogniser. They only ever go up.
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
OPEN = [line for line in read_corpus() if line.half == "open"]
QUESTION = Line("does magnesium help leg cramps", "question", ("magnesium",))


def own(_: str) -> None:
    """The simulator's own recogniser."""


def below(scores: Mapping[str, Score], floors: Mapping[str, float]) -> dict[str, str]:
    """The kinds that fall below their floors, with the first lines that were lost."""
    return {
        kind: f"{scores[kind].share:.3f} < {floor}: {[trial.line.said for trial in scores[kind].lost[:5]]}"
        for kind, floor in floors.items()
        if kind in scores and scores[kind].share < floor
    }


def test_the_simulator_keeps_the_floors() -> None:
    """Every kind of the open half, in all locales."""
    scores = measure(OPEN, own)
    assert below(scores, FLOORS["simulator"]) == {}
    assert set(scores) <= set(FLOORS["simulator"]), "a kind without a floor"


def test_the_independent_classifier_keeps_the_floors() -> None:
    """It knows nothing but the samples: what it gains, the model and the skill have gained."""
    assert below(measure(OPEN, classifier), FLOORS["classifier"]) == {}


def test_conflicts_between_intents_grow_no_more() -> None:
    """Each pair of samples that one slot value makes equal counts once, in every locale."""
    models, _ = load_models(ROOT)
    counts = {model.locale: sum(1 for _ in conflicts(model)) for model in models}
    assert max(counts.values()) <= FLOORS["conflicts"]["most"], counts


def test_a_right_answer_and_a_wrong_one_are_told_apart() -> None:
    """The same utterance, once with what it is about and once with another page expected."""
    scores = measure([QUESTION, replace(QUESTION, expect=("quinine",))], own)
    assert (scores["question"].right, scores["question"].of) == (1, 2)
    assert scores["question"].lost[0].verdict.got == "magnesium"


def test_an_emergency_sign_must_lead_to_the_emergency_outcome() -> None:
    """A milder answer to it is a miss, however kind; a sign taken for a more urgent one is right."""
    said = Desk("en-GB").say("i have chest pain and i can't breathe")
    line = Line(said.said, "statement", ("RF01",), level="emergency", locale="en-GB", sort="sign")
    assert judge(line, said).right
    assert judge(replace(line, level="same_day"), said).right
    assert not judge(line, Desk("en-GB").say("does magnesium help leg cramps")).right


def test_an_apology_for_a_failure_is_no_refusal() -> None:
    """A skill that answers nothing would otherwise decline everything perfectly."""
    line = Line("play some jazz", "far", ("declined",), sort="far")
    turn = Desk("en-US").say(line.said)
    apology = voice_for(load("en-US"), True, "").phrase("greeting.trouble")
    assert judge(line, turn).right
    assert not judge(line, replace(turn, speech=f"{apology} {turn.speech}")).right
    assert not judge(line, replace(turn, problem="it raised an error")).right


def test_a_misheard_form_is_scored_apart() -> None:
    """A garbled line says nothing about how lines of its kind do."""
    scores = measure([replace(QUESTION, misheard="zorgle frump the bindle")], own)
    assert (scores["question"].share, scores[f"{MISHEARD} topic"].share) == (1, 0)


@pytest.mark.parametrize(
    ("after", "heard"),
    [({"leg": "n"}, "no"), ({"leg": "u"}, "unsure"), ({"leg": "y"}, "yes"), ({}, "none"), ({"leg": "n", "bite": "y"}, "yes")],
)
def test_polarity_is_read_from_the_answers_that_the_session_holds(after: dict[str, str], heard: str) -> None:
    """A sign named in the same breath outweighs the no; an unchanged session is no answer."""
    assert polarity("leg", {"who": "y"}, {"who": "y", **after}) == heard


@pytest.mark.parametrize("station", STATIONS, ids=lambda station: station.question)
def test_a_wrong_no_is_counted_wherever_it_happens(station: Station) -> None:
    """A plain no where something else is expected is what must never be."""
    heard, _ = Desk("en-US").answer("no", station)
    assert heard == "no"
    scores = measure([Line("no", "answer", ("unsure",), asked=station.kind, sort="answer")], own)
    assert (scores[WRONG_NO].right, scores[WRONG_NO].of) == (0, 1)


def test_another_recogniser_hears_nothing_of_other_talks() -> None:
    """A branch of a talk goes its own way."""
    speaker = Speaker("en-US")
    speaker.open()
    branch = speaker.branch(classifier("en-US"))
    assert branch.say("check my symptoms").about.question == "who"
    assert speaker.say("does magnesium help leg cramps").about.topics == ("magnesium",)


def test_the_classifier_refuses_what_is_like_no_sample() -> None:
    """Words that no sample has lead to the fallback."""
    turn = Desk("en-US", classifier("en-US")).say("xylophone quartz jumps")
    assert turn.intent == "AMAZON.FallbackIntent"


def test_no_line_of_the_half_set_aside_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only its scores: who tunes must not see it."""
    row = "{}\tquestion\tquinine\t\ten-US\t\t{}\t\t"
    rows = ["\t".join(COLUMNS), row.format("does magnesium help", "open"), row.format("what are statins", "aside")]
    (tmp_path / "topics.tsv").write_text("\n".join(rows), encoding="utf-8")
    for more in ([], ["--lost"]):
        assert main(["--only", "simulator", "--corpus", str(tmp_path), *more]) == 0
    shown = capsys.readouterr().out
    assert "quinine -> magnesium" in shown
    assert "does magnesium help" in shown
    assert "statins" not in shown


def test_the_table_shows_share_and_number() -> None:
    """A kind that a column lacks has a dash."""
    lines = table([("one", {"question": Score(1, 2)}), ("two", {})])
    assert lines[1].split() == ["question", "50.0", "(2)", "-"]
