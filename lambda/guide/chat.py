"""The conversation outside the check: what each act of the person leads to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from guide import answers, asides, boundaries, greeting, stretch, walk
from guide.listening import BASICS, ELSEWHERE
from guide.outcome import conclude
from guide.reply import About, Reply
from guide.state import State
from guide.table import EMERGENCY
from guide.turn import Turn

Step = tuple[Reply, State]
Handler = Callable[[Turn], Step]

#: The page on what causes cramps as such.
CAUSES = "causes"


def _ask(turn: Turn) -> Step:
    subjects = answers.subjects(turn)
    named = answers.ranked(turn, subjects)
    vague = all(id in (*answers.GENERAL, answers.RELIEF) for id in named)
    if ELSEWHERE in subjects and vague and not turn.understood.legs:
        if not named and not turn.understood.complains:
            return fallback(turn)
        return turn.ask(turn.voice.phrase("boundaries.elsewhere"), "greeting.fallback", "topic")
    if named:
        return answers.answer(turn, named)
    if turn.heard.words or turn.heard.ids:
        return fallback(turn)
    return turn.ask("", "answers.topic", "topic")


def _cause(turn: Turn) -> Step:
    """What causes something: of cramps as such, the page on causes."""
    named = answers.ranked(turn, answers.subjects(turn))
    if named and all(id == BASICS for id in named) and ELSEWHERE not in answers.subjects(turn):
        return answers.answer(turn, [CAUSES])
    return _ask(turn)


def _tell(turn: Turn) -> Step:
    """Free words without an urgent sign: a topic, a person to check, an answer to an offer, or nothing known."""
    if boundaries.stated(turn):
        return _boundary(replace(turn, heard=replace(turn.heard, act=turn.understood.limit)))
    if ELSEWHERE in answers.subjects(turn) or answers.ranked(turn, answers.subjects(turn)):
        return _ask(turn)
    polarity = {"yes": _yes, "no": _no, "none": _no, "hedged_no": _no}.get(turn.understood.polarity)
    if polarity and turn.state.asked:
        return polarity(turn)
    if turn.state.topic and turn.understood.refers:
        return answers.more(turn)
    return fallback(turn)


def _yes(turn: Turn) -> Step:
    offer, _, what = turn.state.asked.partition(":")
    if offer == "also" or offer == "which":
        topic = what if offer == "also" else turn.pack.content["nicknames"][what]["topic"]
        return answers.answer(turn.with_state(asked=""), [topic])
    return OFFERS.get(offer, fallback)(turn)


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
    return conclude(turn) if turn.state.outcome else greeting.repeat(turn)


def _relief(turn: Turn) -> Step:
    if turn.case.outcome == EMERGENCY:
        return conclude(turn)
    if turn.case.barred:
        return turn.ask(turn.voice.phrase("stretch.barred"), "boundaries.boundary", "check")
    return answers.topic(turn, answers.RELIEF, 0)


def _start_check(turn: Turn) -> Step:
    """The check, for the person just named, or for whom signs were told before, or for whoever is named first."""
    person = next((id for id in turn.heard.ids if id in turn.pack.persons), "")
    if person and turn.state.person not in ("", person):
        return asides.for_somebody(turn, person)
    if turn.state.outcome:
        turn = asides.anew(turn, "")
    if person:
        turn = turn.with_state(person=person, age=turn.understood.age)
    elif not turn.state.answers:
        turn = turn.with_state(person="", age=None)
    known = turn.pack.persons.get(turn.state.person)
    if known and known.age != "unknown":
        turn = turn.with_state(answers={**turn.state.answers, "who": "y"})
    return walk.start(turn)


def _person(turn: Turn) -> Step:
    """Somebody was named and nothing else: the last answer once more, or the check for them."""
    if turn.state.asked == "check" or not turn.state.topic:
        return _start_check(turn) if turn.state.asked == "check" else _offer_check(turn)
    return answers.topic(turn, turn.state.topic, 0)


def _offer_check(turn: Turn) -> Step:
    return turn.ask("", "boundaries.boundary", "check")


def _section(turn: Turn) -> Step:
    """A part of the page told last ("and what helps?"); without a page, how to prevent cramps, or what causes them."""
    page = turn.pack.topics.get(turn.state.topic)
    if page and turn.heard.section in page["titles"]:
        return answers.topic(turn, turn.state.topic, page["titles"].index(turn.heard.section))
    return answers.topic(turn, turn.state.topic or turn.pack.content["section_of_all"][turn.heard.section], 0)


def _more(turn: Turn) -> Step:
    """More on what was told last; after a result, the result again."""
    return _say_outcome_again(turn) if turn.state.asked == "again" else answers.more(turn)


def _summary(turn: Turn) -> Step:
    return turn.ask(asides.sum_up(turn), "greeting.anything_else", "anything-else")


def _next(turn: Turn) -> Step:
    return _yes(turn) if turn.state.asked in OFFERS or turn.state.asked.startswith("also:") else answers.more(turn)


def fallback(turn: Turn) -> Step:
    """Nothing was understood: kindly, with a way on; the second time in a row with another way out."""
    if turn.state.outcome == EMERGENCY:
        return conclude(turn)
    tries = turn.state.tries + 1
    key = "greeting.fallback" if tries == 1 else "greeting.fallback_again"
    reply, state = turn.ask(
        turn.voice.phrase(key), "greeting.fallback", turn.state.asked or "topic", About(signs=turn.case.signs)
    )
    return reply, replace(state, tries=min(tries, 9))


def _boundary(turn: Turn) -> Step:
    return boundaries.answer(turn) or fallback(turn)


def _about_nothing_asked(turn: Turn) -> Step:
    """Words for the check, said outside it: there is no question to explain, skip or count."""
    return turn.ask(turn.voice.phrase("check.not_in_check"), "boundaries.boundary", "check")


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
    **dict.fromkeys(("yes", "agree"), stretch.step),
    "next": stretch.step,
    "more": stretch.step,
    "previous": stretch.back,
    "back": stretch.back,
    "start_over": stretch.begin,
    "help": greeting.help_out,
}

ACTS: Mapping[str, Handler] = {
    "launch": greeting.launch,
    "ask": _ask,
    "cause": _cause,
    "tell": _tell,
    "relief": _relief,
    "stretch": stretch.begin,
    "check": _start_check,
    "person": _person,
    "thanks": greeting.welcome_thanks,
    **dict.fromkeys(("what_helps", "when_to_worry", "why"), _section),
    **dict.fromkeys(("yes", "agree"), _yes),
    **dict.fromkeys(("no", "deny", "none"), _no),
    "not_sure": _not_sure,
    "more": _more,
    "next": _next,
    "previous": greeting.repeat,
    "back": greeting.repeat,
    "source": answers.source,
    "checked_when": answers.checked,
    **dict.fromkeys(("why_ask", "meaning", "how_many", "skip"), _about_nothing_asked),
    "summary": _summary,
    "start_over": greeting.start_over,
    "help": greeting.help_out,
    **dict.fromkeys(boundaries.ACTS, _boundary),
}
