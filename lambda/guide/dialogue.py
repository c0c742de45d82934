"""The whole conversation as one pure function: what was heard, the state and the pack make a reply and the next state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from guide import answers, stretch, walk
from guide.heard import Heard
from guide.outcome import conclude
from guide.pack import Pack
from guide.reply import About, Reply, Tell
from guide.state import State
from guide.table import EMERGENCY
from guide.turn import Turn

Step = tuple[Reply, State]
Handler = Callable[[Turn], Step]

#: What a boundary answers: which phrase, by act.
BOUNDARIES = ("dose", "stop_medicine", "buy", "call_someone", "diagnose")
LEAVING = ("stop", "cancel", "navigate_home")


def turn(heard: Heard, state: State, pack: Pack) -> Step:
    """Answers one turn. Never fails for anything that a person can say."""
    now = Turn(heard, state, pack)
    reply, following = _answer(now)
    if heard.act != "repeat":
        following = replace(following, said=(" ".join(tell.text for tell in reply.tell), reply.ask, reply.reprompt))
    return reply, following


def _answer(turn: Turn) -> Step:
    if turn.heard.act in LEAVING:
        return _leave(turn)
    if turn.heard.act == "repeat":
        return _repeat(turn)
    if "self-harm" in turn.understood.signs:
        return turn.end(turn.voice.phrase("boundaries.self_harm"), turn.about(outcome=EMERGENCY))
    if turn.state.mode == "check":
        return _in_check(turn)
    if _signs_stated(turn):
        return walk.stated(turn)
    if turn.state.mode == "stretch" and turn.heard.act in IN_STRETCH:
        return IN_STRETCH[turn.heard.act](turn)
    return ACTS.get(turn.heard.act, _fallback)(walk.noted(turn) if not turn.understood.asking else turn)


def _signs_stated(turn: Turn) -> bool:
    """Whether the words hold a red-flag sign that outranks every other reading of them.

    A milder sign does not when they also name a topic; a general question ("can ... cause") states only what is urgent.
    """
    table = turn.pack.table
    levels = [table.rank(table.by_id[id].yes) for id in turn.understood.signs if id in table.by_id and table.by_id[id].yes]
    emergency = walk.noted(turn).case.outcome == EMERGENCY and bool(turn.understood.signs)
    if turn.understood.asking or not levels:
        return emergency
    named = answers.ranked(turn, _subjects(turn))
    return emergency or max(levels) >= table.rank("see_today") or not named


def _in_check(turn: Turn) -> Step:
    if turn.heard.act in walk.ACTS:
        return walk.ACTS[turn.heard.act](turn)
    if turn.heard.act in BOUNDARIES:
        return walk.aside(turn, turn.voice.phrase(f"boundaries.{turn.heard.act}"))
    subjects = answers.ranked(turn, _subjects(turn))
    answered = turn.understood.signs or walk.read(turn) or turn.state.asked == "who"
    if turn.heard.act in ("relief", "stretch") or (subjects and not answered):
        return walk.aside(turn, _in_short(turn, subjects))
    return walk.answer(turn)


def _in_short(turn: Turn, subjects: list[str]) -> str:
    """One sentence or two of the page that was asked about, for an aside in the check."""
    content = turn.pack.content
    relief = turn.heard.act in ("relief", "stretch")
    if relief and turn.case.barred:
        return turn.voice.phrase("stretch.barred")
    id = answers.RELIEF if relief else subjects[0]
    row = content["medicines"]["rows"].get(id) or content["nicknames"].get(id)
    page = turn.pack.topics[row["topic"] if row and id not in turn.pack.topics else id]
    sentences = turn.voice.fill(page["sections"][0]).split(". ")
    text = ". ".join(sentences[:2]).rstrip(".") + "."
    return turn.voice.phrase("check.aside", text=text)


def _subjects(turn: Turn) -> list[str]:
    """What content was named: by the platform, then in the words."""
    return [*turn.heard.ids, *turn.understood.names]


def _ask(turn: Turn) -> Step:
    subjects = answers.ranked(turn, _subjects(turn))
    if subjects:
        return answers.answer(turn, subjects)
    if turn.heard.words or turn.heard.ids:
        return _fallback(turn)
    return turn.ask("", "answers.topic", "topic")


def _tell(turn: Turn) -> Step:
    """Free words without an urgent sign: a topic, a person to check, an answer to an offer, or nothing known."""
    if answers.ranked(turn, _subjects(turn)):
        return _ask(turn)
    polarity = {"yes": _yes, "no": _no, "none": _no, "hedged_no": _no}.get(turn.understood.polarity)
    if polarity and turn.state.asked:
        return polarity(turn)
    return _fallback(turn)


def _launch(turn: Turn) -> Step:
    if turn.state.welcomed:
        return turn.ask(turn.voice.phrase("greeting.welcome_again"), "greeting.welcome_again", "topic")
    welcomed = turn.with_state(welcomed=True, disclaimed=True)
    return welcomed.ask(turn.voice.phrase("greeting.welcome"), "greeting.welcome", "topic")


def _help(turn: Turn) -> Step:
    if turn.state.mode == "stretch":
        return turn.ask(turn.voice.phrase("greeting.help_in_stretch"), "stretch.next", "step")
    return turn.ask(turn.voice.phrase("greeting.help"), "greeting.help", "topic")


def _leave(turn: Turn) -> Step:
    key = {"check": "greeting.bye_in_check", "stretch": "greeting.bye_in_stretch"}.get(turn.state.mode, "greeting.bye")
    return turn.end(turn.voice.phrase(key))


def _repeat(turn: Turn) -> Step:
    told, ask, reprompt = turn.state.said
    if not ask:
        return turn.ask(told or turn.voice.phrase("greeting.nothing_to_repeat"), "greeting.what_else", "topic")
    in_check = turn.state.mode == "check" and turn.state.asked in turn.pack.table.by_id
    about = turn.about(
        question=turn.state.asked if in_check else None, outcome=turn.state.outcome or None, topics=_told_topic(turn)
    )
    return Reply(tell=(Tell(told),) if told else (), ask=ask, reprompt=reprompt, about=about), turn.state


def _told_topic(turn: Turn) -> tuple[str, ...]:
    return (turn.state.topic,) if turn.state.topic and turn.state.mode != "check" else ()


def _yes(turn: Turn) -> Step:
    offer, _, what = turn.state.asked.partition(":")
    if offer == "also" or offer == "which":
        topic = what if offer == "also" else turn.pack.content["nicknames"][what]["topic"]
        return answers.answer(turn.with_state(asked=""), [topic])
    return OFFERS.get(offer, _fallback)(turn)


def _no(turn: Turn) -> Step:
    offer = turn.state.asked.partition(":")[0]
    if offer in ("more", "also", "stretch", "check"):
        return turn.ask("", "greeting.anything_else", "anything-else")
    if offer in ("topic", "anything-else", "again", "step", ""):
        return turn.end(turn.voice.phrase("greeting.bye"))
    if offer == "which":
        return _yes(turn)
    return turn.end(turn.voice.phrase("greeting.bye"))


def _not_sure(turn: Turn) -> Step:
    if turn.state.asked.startswith("which:"):
        return _yes(turn)
    return turn.ask(turn.voice.phrase("greeting.nothing_asked"), "greeting.what_else", "topic")


def _what_else(turn: Turn) -> Step:
    return turn.ask("", "greeting.what_else", "topic")


def _say_outcome_again(turn: Turn) -> Step:
    return conclude(turn) if turn.state.outcome else _repeat(turn)


def _relief(turn: Turn) -> Step:
    if turn.case.barred:
        return turn.ask(turn.voice.phrase("stretch.barred"), "boundaries.boundary", "check")
    return answers.topic(turn, answers.RELIEF, 0)


def _start_check(turn: Turn) -> Step:
    person = next((id for id in turn.heard.ids if id in turn.pack.persons), "")
    known = turn.pack.persons.get(person)
    turn = turn.with_state(person=person or turn.state.person)
    if known and known.age != "unknown":
        turn = turn.with_state(answers={**turn.state.answers, "who": "y"})
    return walk.start(turn)


def _boundary(turn: Turn) -> Step:
    """A clear and kind no, who to turn to, and for a named medicine what always goes with it."""
    act = turn.heard.act
    rows = turn.pack.content["medicines"]["rows"]
    named = [id for id in answers.ranked(turn, _subjects(turn)) if id in rows]
    told = turn.voice.phrase(f"boundaries.{act}")
    if act == "stop_medicine" and named:
        line = turn.pack.content["medicines"]["lines"]["says"][rows[named[0]]["say"]]["text"]
        told = f"{told} {turn.voice.fill(line)}"
    topics = ("never-stop",) if act == "stop_medicine" else ()
    return turn.ask(told, "boundaries.boundary", "check", turn.about(topics=topics, medicines=tuple(named[:1])))


def _summary(turn: Turn) -> Step:
    return turn.ask(walk.sum_up(turn), "greeting.anything_else", "anything-else")


def _start_over(turn: Turn) -> Step:
    if turn.state.outcome:
        return walk.start_over(turn)
    return _launch(Turn(turn.heard, State(welcomed=turn.state.welcomed, disclaimed=turn.state.disclaimed), turn.pack))


def _next(turn: Turn) -> Step:
    return _yes(turn) if turn.state.asked in OFFERS or turn.state.asked.startswith("also:") else answers.more(turn)


def _fallback(turn: Turn) -> Step:
    """Nothing was understood: kindly, with a way on; the second time in a row with another way out."""
    tries = turn.state.tries + 1
    key = "greeting.fallback" if tries == 1 else "greeting.fallback_again"
    reply, state = turn.ask(
        turn.voice.phrase(key), "greeting.fallback", turn.state.asked or "topic", About(signs=turn.case.signs)
    )
    return reply, replace(state, tries=min(tries, 9))


#: What a yes does, by the offer that was made.
OFFERS: Mapping[str, Handler] = {
    "more": answers.more,
    "again": _say_outcome_again,
    "check": _start_check,
    "stretch": stretch.begin,
    "step": stretch.step,
    "topic": _what_else,
    "anything-else": _what_else,
}

IN_STRETCH: Mapping[str, Handler] = {
    "yes": stretch.step,
    "next": stretch.step,
    "more": stretch.step,
    "previous": stretch.back,
    "back": stretch.back,
    "start_over": stretch.begin,
    "help": _help,
}

ACTS: Mapping[str, Handler] = {
    "launch": _launch,
    "ask": _ask,
    "tell": _tell,
    "relief": _relief,
    "stretch": stretch.begin,
    "check": _start_check,
    "person": _tell,
    "yes": _yes,
    "no": _no,
    "none": _no,
    "not_sure": _not_sure,
    "more": answers.more,
    "next": _next,
    "source": answers.source,
    "checked_when": answers.checked,
    "summary": _summary,
    "start_over": _start_over,
    "help": _help,
    **dict.fromkeys(BOUNDARIES, _boundary),
}
