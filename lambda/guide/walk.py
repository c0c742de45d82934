"""The check as a conversation: asking, hearing the answer, going back, and saying why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guide.check import NO, REST, UNSURE, YES
from guide.outcome import action, because, conclude
from guide.reply import Reply
from guide.state import State
from guide.table import EMERGENCY, Question
from guide.turn import Turn, tells

#: From this outcome on, what to do is said as soon as it is known.
TODAY = "see_today"
#: How often a question is asked before "not sure" or an answer nobody could read counts as not sure.
MOST_TRIES = 2
#: A no with a doubt in it ("not really"): asked once more, and a no only when it is said again.
HEDGED = "h"
#: Nobody younger than this, in years, asks for themselves: the number was no age.
YOUNGEST_SPEAKER = 5
#: Acts that pass a question over: it counts as not sure at once.
SKIPPING = ("skip", "next")
#: Signs that the listener knows beside the questions of the table: "now and then" answers how often.
DENIALS = {"often-not": "often"}

Step = tuple[Reply, State]


def start(turn: Turn, *lead: str) -> Step:
    """Begins the check, with what was already said in this session taken as known."""
    turn = turn.with_state(mode="check", tries=0)
    return proceed(turn, turn.voice.phrase("check.opening"), *lead)


def stated(turn: Turn) -> Step:
    """Answers a red-flag sign that was stated outside the check: the action first, then what is still needed."""
    turn = noted(turn)
    if turn.case.outcome == EMERGENCY:
        lead = (turn.voice.phrase("check.if_so_now"),) if turn.understood.asking else ()
        return conclude(turn, *lead)
    said = turn.voice.phrase("check.noted", heard=because(turn)) if because(turn) else ""
    outcome = turn.case.outcome
    if turn.pack.table.rank(outcome) < turn.pack.table.rank(TODAY):
        return proceed(turn.with_state(mode="check"), said, turn.voice.phrase("check.noted_milder"))
    today = turn.voice.phrase("check.noted_today", today=action(turn))
    reply, state = proceed(turn.with_state(mode="check"), today, said)
    return replace(reply, about=replace(reply.about, outcome=reply.about.outcome or outcome)), state


def noted(turn: Turn) -> Turn:
    """The turn with the signs just heard taken as answers, and with whoever was spoken of."""
    person = turn.state.person or turn.understood.person
    known = turn.pack.persons.get(person)
    answers = dict(turn.state.answers) | dict.fromkeys(turn.signs, YES)
    if known and known.age in ("baby", "child"):
        answers.pop("pregnant", None)
    if known and known.age != "unknown" and "who" not in answers:
        answers["who"] = YES
    return turn.with_state(answers=answers, person=person)


def proceed(turn: Turn, *lead: str) -> Step:
    """The next question, or the outcome where nothing is left that could raise it."""
    question = turn.case.next
    if question is None:
        return conclude(turn, *(() if turn.case.outcome == EMERGENCY else lead))
    left = len(list(turn.case.remaining()))
    counted = {1: "check.one_left", 2: "check.two_left"}.get(left) if len(turn.state.answers) > 5 else None
    return put(turn.with_state(tries=0), question, *lead, turn.voice.phrase(counted) if counted else "")


def put(turn: Turn, question: Question, *lead: str) -> Step:
    """Asks one question. The reprompt ends with what to do if things get worse: it may be the last that is heard."""
    part = _part(turn, question)
    text = turn.voice.question(question.id, part)
    if part in ("ask", "short_ask") and question.id in turn.pack.table.top_groups and _known_inside(turn, question):
        lead = (*lead, turn.voice.phrase("check.apart"))
    reply = Reply(
        tell=tells(*lead),
        ask=text,
        reprompt=" ".join(part for part in (turn.voice.phrase("check.reprompt", ask=text), today(turn)) if part),
        about=turn.about(question=question.id),
    )
    return reply, replace(turn.state, mode="check", asked=question.id)


def answer(turn: Turn) -> Step:
    """Hears the answer to the question that is open. Where none is (a damaged session), nothing is taken as an answer."""
    question = turn.pack.table.by_id.get(turn.state.asked)
    if question is None:
        return proceed(noted(turn))
    if question.person:
        return _hear_person(turn, question)
    before = turn
    turn = noted(turn)
    lead = _said_back(turn, before)
    reading = read(turn)
    settled = _settle(turn, question, reading)
    if settled:
        return proceed(turn.with_state(answers={**turn.state.answers, **settled}), *lead)
    if before.state.answers != turn.state.answers:
        return _after_other_sign(turn, question, lead)
    if turn.heard.act == "person" and turn.understood.age is not None:
        return proceed(turn.with_state(age=turn.understood.age))
    return _unread(turn, question, reading)


def read(turn: Turn) -> str:
    """The polarity of what was heard: ``y``, ``n``, ``u``, a hedged no, or empty where it cannot be read. Never a guess."""
    plain = {
        "yes": YES,
        "agree": YES,
        "no": NO,
        "none": NO,
        "deny": HEDGED,  # a platform may have guessed it from words that it does not hand on
        "not_sure": UNSURE,
        "skip": UNSURE,
        "next": UNSURE,
        "hedged_no": HEDGED,
    }
    spoken = {"yes": YES, "no": NO, "none": NO, "unsure": UNSURE, "hedged_no": HEDGED}
    return plain.get(turn.heard.act) or spoken.get(turn.understood.polarity, "")


def _settle(turn: Turn, question: Question, reading: str) -> Mapping[str, str]:
    """The answers that a reply gives to the open question; none where it must be asked again."""
    if any(DENIALS.get(id) == question.id for id in turn.understood.signs) and question.id not in turn.signs:
        return {question.id: NO}
    if reading == HEDGED:
        reading = NO if turn.state.tries else ""
    return _settle_bundle(turn, question, reading) if question.group else _settle_single(turn, question, reading)


def _settle_single(turn: Turn, question: Question, reading: str) -> Mapping[str, str]:
    if question.id in turn.signs:
        return {question.id: YES}
    if question.id in turn.understood.denied and not turn.signs:
        return {question.id: NO}
    if reading == YES and turn.signs:  # the yes belongs to the sign that was named
        return {}
    if reading == UNSURE and _can_find_out(turn, question):
        return {}
    return {question.id: reading} if reading else {}


def _settle_bundle(turn: Turn, question: Question, reading: str) -> Mapping[str, str]:
    table = turn.pack.table
    named = table.descendants(question.id).intersection(turn.signs)
    if named:
        opened = {question.id: YES} if turn.case.given(question.id) != YES else {}
        return {**opened, **({question.id + REST: NO} if question.gate else {}), **dict.fromkeys(named, YES)}
    if turn.case.given(question.id) == YES and question.id in table.top_groups and reading:
        # A yes to the bundle and then a no to "which one?" contradict each other: it is asked one by one.
        contradicts = reading == NO and not _known_inside(turn, question)
        return {question.id + REST: UNSURE if contradicts else reading}
    return {question.id: reading} if reading else {}


def _can_find_out(turn: Turn, question: Question) -> bool:
    """Whether a "not sure" about a sign is its first, to be met with a way to find out; a fact is taken as it stands."""
    return turn.state.tries == 0 and turn.heard.act not in SKIPPING and bool(question.yes)


def _said_back(turn: Turn, before: Turn) -> tuple[str, ...]:
    """The signs just volunteered, said back; where they now demand help today, that is said first."""
    new = [id for id in turn.signs if before.state.answers.get(id) != YES and id != turn.state.asked]
    heard = [text for id in new if (text := turn.voice.question(id, "heard"))]
    if not heard:
        return ()
    said = turn.voice.phrase("check.noted", heard=turn.voice.listed(heard))
    risen = turn.case.outcome != before.case.outcome and turn.case.outcome == TODAY
    return (action(turn), said) if risen else (said,)


def _after_other_sign(turn: Turn, question: Question, lead: tuple[str, ...]) -> Step:
    """A sign was said that is not the open question's: it is taken in, and the question put again if it still matters."""
    following = turn.case.next
    if following is None or following.raiser or turn.case.outcome == EMERGENCY or question not in turn.case.remaining():
        return proceed(turn, *lead)
    return put(turn.with_state(tries=0), question, *lead)


def _unread(turn: Turn, question: Question, reading: str) -> Step:
    """Not sure, or not understood: first a way to find out, then it counts as not sure."""
    tries = turn.state.tries + 1
    if tries >= MOST_TRIES:
        asking_rest = question.group and turn.case.given(question.id) == YES
        id = question.id + REST if asking_rest else question.id
        return proceed(turn.with_state(answers={**turn.state.answers, id: UNSURE}))
    way = turn.voice.question(question.id, "find_out") or turn.voice.question(question.id, "help")
    told = way if reading in (UNSURE, HEDGED) else turn.voice.phrase("check.didnt_catch")
    reply, state = put(turn, question, told)
    return reply, replace(state, tries=tries)


def _hear_person(turn: Turn, question: Question) -> Step:
    """Who has the cramps, and how old they are. A child's age is asked for once more; a grown-up's is not."""
    turn = noted(turn)
    if turn.case.outcome == EMERGENCY:
        return conclude(turn)
    heard = next((id for id in turn.heard.ids if id in turn.pack.persons or id == "me"), "") or turn.understood.person
    age = turn.understood.age if turn.understood.age is not None else turn.state.age
    person = turn.state.person or heard or ("me" if age is not None else "")
    if heard and heard not in ("she", "he"):
        person = heard
    known = turn.pack.persons.get(person)
    if person == "me" and age is not None and age < YOUNGEST_SPEAKER:
        age = None
    turn = turn.with_state(person=person, age=age)
    if not person and turn.state.tries + 1 < MOST_TRIES:
        reply, state = put(turn, question, turn.voice.question("who", "help"))
        return reply, replace(state, tries=turn.state.tries + 1)
    if known and known.age == "unknown" and age is None and turn.state.tries + 1 < MOST_TRIES:
        reply, state = put(turn, question)
        return reply, replace(state, tries=turn.state.tries + 1)
    return proceed(turn.with_state(person=person or "me", answers={**turn.state.answers, "who": YES}))


def _part(turn: Turn, question: Question) -> str:
    """Which wording of a question fits: only the age is asked of who is known; a bundle asks which, and then what else."""
    if question.person:
        return {"me": "ask_your_age", "": "ask"}.get(turn.state.person, "ask_again")
    if not question.group or turn.case.given(question.id) != YES or question.id not in turn.pack.table.top_groups:
        ruled_out = any(turn.facts.get(id) == NO for id in turn.pack.table.members.get(question.id, ()))
        return "short_ask" if ruled_out and "short_ask" in turn.pack.questions[question.id] else "ask"
    return "anything_else" if _known_inside(turn, question) else "which"


def _known_inside(turn: Turn, question: Question) -> bool:
    """Whether something that a bundle asks about was told already."""
    return any(turn.state.answers.get(id) == YES for id in turn.pack.table.descendants(question.id))


def today(turn: Turn) -> str:
    """What to do today, where the signs told so far demand it: it may be the last that is heard."""
    return action(turn) if turn.case.outcome == TODAY else ""
