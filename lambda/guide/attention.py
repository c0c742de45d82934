"""What a turn's words mean in the state they were said in: signs told, with the facts and the open question in mind."""

from __future__ import annotations

from dataclasses import dataclass

from guide.check import YES
from guide.heard import Heard
from guide.listening import Understood, listen
from guide.pack import Pack
from guide.state import State

#: Acts whose words may say what the person takes.
TELLING = ("tell", "ask")


@dataclass(frozen=True)
class Attention:
    """`understood` is what the words hold; `signs` are the check questions that they answer with yes."""

    understood: Understood
    signs: tuple[str, ...] = ()


def attend(heard: Heard, state: State, pack: Pack) -> Attention:
    """Listens to the words of a turn. Without words the vocabulary is not opened."""
    if not heard.words:
        return Attention(Understood())
    understood = listen(heard.words, pack.vocabulary, _contexts(state, pack))
    return Attention(understood, tuple(dict.fromkeys((*_signs(understood, state, pack), *_taken(heard, understood, pack)))))


def _signs(understood: Understood, state: State, pack: Pack) -> list[str]:
    """The signs told; short names count only for the bundle that is open."""
    table = pack.table
    asked = state.asked if _asking(state, pack) else ""
    inside = table.descendants(table.top_group(asked) or asked) | {asked} if asked else frozenset()
    told = [id for id in understood.signs if id in table.by_id]
    return told + [id for id in understood.short if id in inside]


def _taken(heard: Heard, understood: Understood, pack: Pack) -> list[str]:
    """The facts that naming a medicine as one's own tells."""
    if heard.act not in TELLING or understood.asking or not understood.own:
        return []
    rows = pack.content["medicines"]["rows"]
    named = {id for id in understood.names if id in rows and id not in pack.topics}
    named |= {rows[id]["topic"] for id in named}
    return [question.id for question in pack.table.questions if named.intersection(question.taken)]


def _contexts(state: State, pack: Pack) -> tuple[str, ...]:
    """What the words are understood to speak of: the facts known, the bundle that is open, and the topic told last."""
    table = pack.table
    known = [table.by_id[id].context for id, answer in state.answers.items() if answer == YES and id in table.by_id]
    if state.medicine:
        known += [question.context for question in table.questions if {state.topic, state.medicine}.intersection(question.taken)]
    if _asking(state, pack):
        known.append(table.by_id[table.top_group(state.asked) or state.asked].context)
    else:
        known.append(pack.content["contexts"].get(state.topic, ""))
    return tuple(dict.fromkeys(context for context in known if context))


def _asking(state: State, pack: Pack) -> bool:
    return state.mode == "check" and state.asked in pack.table.by_id
