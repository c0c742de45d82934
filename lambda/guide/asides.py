"""What can be said at any question of the check beside an answer to it: why, what do you mean, go back, how many more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.check import REST, YES
from guide.outcome import conclude
from guide.reply import Reply, Tell
from guide.state import State
from guide.turn import Turn, tells
from guide.walk import put, start

Step = tuple[Reply, State]


def say_why(turn: Turn) -> Step:
    """Why the open question is asked, and the question again."""
    return _again(turn, turn.voice.question(turn.state.asked, "why"))


def explain(turn: Turn) -> Step:
    """What the open question means, and the question again."""
    return _again(turn, turn.voice.question(turn.state.asked, "help"))


def help_out(turn: Turn) -> Step:
    """What can be said in the check, and the question again."""
    return _again(turn, turn.voice.phrase("greeting.help_in_check"))


def go_back(turn: Turn) -> Step:
    """Takes the last answer back and asks that question again."""
    answers = dict(turn.state.answers)
    if not answers:
        return _again(turn, turn.voice.phrase("check.nowhere_back"))
    id, _ = answers.popitem()
    question = turn.pack.table.by_id[id.removesuffix(REST)]
    changes = {"person": "", "age": None} if question.person else {}
    return put(turn.with_state(answers=answers, tries=0, **changes), question, turn.voice.phrase("check.back"))


def how_many(turn: Turn) -> Step:
    """About how many questions are left, if nothing else comes up."""
    left = len(list(turn.case.remaining()))
    key = "check.how_many_one" if left == 1 else "check.how_many"
    return _again(turn, turn.voice.phrase(key, count=str(left)))


def sum_up(turn: Turn) -> tuple[Tell, ...]:
    """What was told in this session, to repeat to a clinician."""
    told = [
        text for q in turn.pack.table.questions if turn.case.given(q.id) == YES and (text := turn.voice.question(q.id, "heard"))
    ]
    if not told:
        return tells(turn.voice.phrase("check.summary_none"))
    return tells(turn.voice.phrase("check.summary", heard=turn.voice.listed(told)))


def summarise(turn: Turn) -> Step:
    """The answers so far, and the question again."""
    return _again(turn, *(tell.text for tell in sum_up(turn)))


def start_over(turn: Turn) -> Step:
    """The check from its beginning, with nothing kept."""
    turn = turn.with_state(answers={}, person="", age=None, outcome="")
    return start(turn, turn.voice.phrase("check.start_over"))


def about_whom(turn: Turn) -> Turn:
    """The turn, begun anew where signs are told of another person than so far: one's answers say nothing about another."""
    person = other_person(turn)
    return anew(turn, person) if person and turn.signs else turn


def anew(turn: Turn, person: str) -> Turn:
    """The turn for another person, with nothing answered."""
    return turn.with_state(mode="", asked="", answers={}, person=person, age=turn.understood.age, outcome="", tries=0)


def for_somebody(turn: Turn, person: str) -> Step:
    """The check from its beginning for another person than so far."""
    turn = anew(turn, person)
    known = turn.pack.persons.get(person)
    if known and known.age != "unknown":
        turn = turn.with_state(answers={"who": YES})
    lead = turn.voice.phrase("check.for_somebody", heard=known.heard) if known else ""
    return start(turn, lead)


def other_person(turn: Turn) -> str:
    """The person just named, where it is another than so far; empty otherwise. A pronoun names nobody."""
    named = next((id for id in turn.heard.ids if id in turn.pack.persons), "") or turn.understood.person
    given = named == "me" or (named in turn.pack.persons and named not in turn.pack.vocabulary.grammar.pronouns)
    return named if named and given and turn.state.person and named != turn.state.person else ""


def later(turn: Turn) -> Step:
    """Something that is no answer and can wait: said so, and the question again."""
    return _again(turn, turn.voice.phrase("check.later"))


def aside(turn: Turn, text: str) -> Step:
    """A short answer to something else, and the same question again."""
    return _again(turn, text)


def _again(turn: Turn, *lead: str) -> Step:
    question = turn.pack.table.by_id.get(turn.state.asked) or turn.case.next
    return put(turn, question, *lead) if question else conclude(turn, *lead)


#: What each act does in the check, beside answering.
ACTS: Mapping[str, Callable[[Turn], Step]] = {
    "why_ask": say_why,
    "meaning": explain,
    "help": help_out,
    "back": go_back,
    "previous": go_back,
    "how_many": how_many,
    "summary": summarise,
    "start_over": start_over,
    "why": say_why,
    **dict.fromkeys(("more", "source", "checked_when", "launch", "check", "thanks", "what_helps", "when_to_worry"), later),
}
