"""The check as a conversation: asking, hearing the answer, going back, and saying why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from guide.check import NO, REST, UNSURE, YES
from guide.outcome import action, because, conclude
from guide.reply import Reply, Tell
from guide.state import State
from guide.table import EMERGENCY, Question
from guide.turn import Turn, tells

#: How often a question is asked before "not sure" or an answer nobody could read counts as not sure.
MOST_TRIES = 2
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
    said = turn.voice.phrase("check.noted", heard=because(turn))
    outcome = turn.case.outcome
    if turn.pack.table.rank(outcome) < turn.pack.table.rank("see_today"):
        reply, state = proceed(turn.with_state(mode="check"), said, turn.voice.phrase("check.noted_milder"))
        return reply, state
    lead_today = turn.voice.phrase("check.noted_today", today=action(turn))
    reply, state = proceed(turn.with_state(mode="check"), said, lead_today)
    return replace(reply, about=replace(reply.about, outcome=reply.about.outcome or outcome)), state


def noted(turn: Turn) -> Turn:
    """The turn with the signs just heard taken as answers, and their bundles as opened."""
    table = turn.pack.table
    answers = dict(turn.state.answers)
    person = turn.state.person
    for id in turn.understood.signs:
        if id in table.by_id:
            answers[id] = YES
            top = top_group(turn, id)
            if top and answers.get(top) != YES:
                answers[top] = YES
                answers.pop(top + REST, None)
    if turn.understood.person and not person:
        person = turn.understood.person
    known = turn.pack.persons.get(person)
    if person and "who" not in answers and (person == "me" or (known and known.age != "unknown")):
        answers["who"] = YES
    return turn.with_state(answers=answers, person=person)


def proceed(turn: Turn, *lead: str) -> Step:
    """The next question, or the outcome where nothing is left that could raise it."""
    question = turn.case.next
    if question is None:
        return conclude(turn, *lead)
    left = len(list(turn.case.remaining()))
    counted = {1: "check.one_left", 2: "check.two_left"}.get(left) if len(turn.state.answers) > 5 else None
    return put(turn.with_state(tries=0), question, *lead, turn.voice.phrase(counted) if counted else "")


def put(turn: Turn, question: Question, *lead: str) -> Step:
    """Asks one question. The reprompt ends with what to do if things get worse: it may be the last that is heard."""
    text = turn.voice.question(question.id, _part(turn, question))
    reply = Reply(
        tell=tells(*lead),
        ask=text,
        reprompt=turn.voice.phrase("check.reprompt", ask=text),
        about=turn.about(question=question.id),
    )
    return reply, replace(turn.state, mode="check", asked=question.id)


def answer(turn: Turn) -> Step:
    """Hears the answer to the question that is open."""
    question = turn.pack.table.by_id.get(turn.state.asked) or turn.case.next
    if question is None:
        return conclude(turn)
    if question.person:
        return _hear_person(turn, question)
    before = turn
    turn = noted(turn)
    reading = read(turn)
    settled = _settle(turn, question, reading)
    if settled:
        return proceed(turn.with_state(answers={**turn.state.answers, **settled}))
    if before.state.answers != turn.state.answers:
        return _after_other_sign(turn, question)
    return _unread(turn, question, reading)


def read(turn: Turn) -> str:
    """The polarity of what was heard: ``y``, ``n``, ``u``, or empty where it cannot be read. Never a guess."""
    plain = {"yes": YES, "no": NO, "none": NO, "not_sure": UNSURE, "skip": UNSURE}
    spoken = {"yes": YES, "no": NO, "none": NO, "unsure": UNSURE, "hedged_no": UNSURE}
    return plain.get(turn.heard.act) or spoken.get(turn.understood.polarity, "")


def _settle(turn: Turn, question: Question, reading: str) -> Mapping[str, str]:
    """The answers that a reply gives to the open question; none where it must be asked again."""
    table, signs = turn.pack.table, turn.understood.signs
    if any(DENIALS.get(id) == question.id for id in signs) and question.id not in signs:
        return {question.id: NO}
    if not question.group:
        if question.id in signs:
            return {question.id: YES}
        if (
            reading == UNSURE
            and turn.heard.act != "skip"
            and turn.state.tries == 0
            and "find_out" in turn.pack.questions[question.id]
        ):
            return {}
        return {question.id: reading} if reading else {}
    inside = descendants(turn, question.id)
    named = [id for id in signs if id in inside]
    if named:
        opened = {group: YES for group in (question.id,) if turn.case.given(group) != YES}
        return {**opened, **({question.id + REST: NO} if question.gate else {}), **_same(turn, named)}
    asking_rest = turn.case.given(question.id) == YES and question.id in table.top_groups
    if asking_rest and reading:
        return {question.id + REST: reading}
    return {question.id: reading} if reading else {}


def _same(turn: Turn, ids: Iterable[str]) -> dict[str, str]:
    return {id: turn.state.answers[id] for id in ids}


def _after_other_sign(turn: Turn, question: Question) -> Step:
    """A sign was said that is not the open question's: it is taken in, and the question put again if it still matters."""
    if turn.case.outcome == EMERGENCY or question not in turn.case.remaining():
        return proceed(turn)
    said = turn.voice.phrase("check.noted", heard=because(turn)) if because(turn) else ""
    return put(turn.with_state(tries=0), question, said)


def _unread(turn: Turn, question: Question, reading: str) -> Step:
    """Not sure, or not understood: first a way to find out, then it counts as not sure."""
    tries = turn.state.tries + 1
    if tries >= MOST_TRIES:
        rest = turn.case.given(question.id) == YES and question.group
        return proceed(turn.with_state(answers={**turn.state.answers, question.id + REST if rest else question.id: UNSURE}))
    lead = turn.voice.question(question.id, "find_out") if reading == UNSURE else ""
    lead = lead or turn.voice.phrase("check.didnt_catch")
    reply, state = put(turn, question, lead)
    return reply, replace(state, tries=tries)


def _hear_person(turn: Turn, question: Question) -> Step:
    """Who has the cramps, and how old they are. A child's age is asked for once more; a grown-up's is not."""
    turn = noted(turn)
    heard = next((id for id in turn.heard.ids if id in turn.pack.persons or id == "me"), "") or turn.understood.person
    age = turn.understood.age if turn.understood.age is not None else turn.state.age
    person = turn.state.person or heard or ("me" if age is not None else "")
    if heard and heard not in ("she", "he"):
        person = heard
    known = turn.pack.persons.get(person)
    turn = turn.with_state(person=person, age=age)
    if not person and turn.state.tries + 1 < MOST_TRIES:
        reply, state = put(turn, question, turn.voice.question("who", "help"))
        return reply, replace(state, tries=turn.state.tries + 1)
    if known and known.age == "unknown" and age is None and turn.state.tries + 1 < MOST_TRIES:
        reply, state = put(turn, question)
        ask = turn.voice.fill(turn.pack.questions["who"]["ask_again"], name=known.heard)
        reprompt = turn.voice.phrase("check.reprompt", ask=ask)
        return replace(reply, ask=ask, reprompt=reprompt), replace(state, tries=turn.state.tries + 1)
    return proceed(turn.with_state(person=person or "me", answers={**turn.state.answers, "who": YES}))


def _part(turn: Turn, question: Question) -> str:
    """Which wording of a question fits: a bundle asks which, and then what else."""
    if not question.group or turn.case.given(question.id) != YES or question.id not in turn.pack.table.top_groups:
        return "ask"
    known = any(turn.case.given(id) == YES for id in descendants(turn, question.id))
    return "anything_else" if known else "which"


def descendants(turn: Turn, group: str) -> frozenset[str]:
    """Every single question that a bundle opens, by itself or through another."""
    table = turn.pack.table
    found: set[str] = set()
    waiting = [group]
    while waiting:
        for id in table.members.get(waiting.pop(), ()):
            if id not in found:
                found.add(id)
                waiting.append(id)
    return frozenset(id for id in found if not table.by_id[id].group)


def top_group(turn: Turn, id: str) -> str:
    """The outermost bundle that opens a question; empty where none does."""
    by_id = turn.pack.table.by_id
    for opener in by_id[id].after:
        if opener in by_id and by_id[opener].group:
            return top_group(turn, opener) or opener
    return ""


# What can be said at any question beside an answer to it.


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
}
