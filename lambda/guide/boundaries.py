"""The boundaries of what the skill does: doses, stopping, buying, calling somebody, naming a disease."""

from __future__ import annotations

from guide import answers
from guide.reply import Reply
from guide.state import State
from guide.turn import Turn

Step = tuple[Reply, State]

#: The acts that meet a boundary; each has its sentence in the phrases.
ACTS = ("dose", "stop_medicine", "buy", "call_someone", "diagnose")
#: Of these, the acts that are about something that is taken.
TAKEN = ("dose", "stop_medicine")
#: Pages on things that are taken or bought, beside the medicines by name.
SOLD = (
    "magnesium",
    "quinine",
    "vitamin-d",
    "vitamin-b",
    "vitamin-k2",
    "painkillers",
    "medicines-general",
    "statins",
    "diuretics",
)


def told(turn: Turn) -> str:
    """A clear and kind no, who to turn to, and for a named medicine what always goes with it."""
    rows = turn.pack.content["medicines"]["rows"]
    text = turn.voice.phrase(f"boundaries.{turn.heard.act}")
    named = [id for id in answers.ranked(turn, answers.subjects(turn)) if id in rows] or [turn.state.medicine]
    if turn.heard.act == "stop_medicine" and named[0] in rows:
        line = turn.pack.content["medicines"]["lines"]["says"][rows[named[0]]["say"]]["text"]
        text = f"{text} {turn.voice.fill(line)}"
    return text


def stated(turn: Turn) -> bool:
    """Whether the words ask for something that is not done here. Of what is taken it needs a medicine or supplement."""
    limit, named = turn.understood.limit, answers.ranked(turn, answers.subjects(turn))
    taken = {*turn.pack.content["medicines"]["rows"], *turn.pack.content["nicknames"], *SOLD}
    return bool(limit) and (limit == "diagnose" or not taken.isdisjoint(named))


def answer(turn: Turn) -> Step | None:
    """The boundary, and the check on offer; None where it is about something that is no medicine as far as is known."""
    named = answers.ranked(turn, answers.subjects(turn))
    medicines = tuple(id for id in named if id in turn.pack.content["medicines"]["rows"])
    topics = tuple(id for id in named if id in turn.pack.topics)
    if turn.heard.act in TAKEN and turn.heard.words and not named:
        return None
    if turn.heard.act == "stop_medicine":
        topics = ("never-stop", *topics)
    return turn.ask(told(turn), "boundaries.boundary", "check", turn.about(topics=topics, medicines=medicines))
