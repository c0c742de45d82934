"""Whole sentences that people say: each sign is heard in them, in every region, and harmless look-alikes are let be."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.listening import Understood, listen
from guide.pack import Pack

SAID = tomllib.loads(Path(__file__).with_name("signs.toml").read_text(encoding="utf-8"))
TOLD = tomllib.loads(Path("content/en/words/told.toml").read_text(encoding="utf-8"))
#: A yes to these asks nobody to be seen.
MILD = ("", "ask_pharmacist")
Hear = Callable[[str], Understood]


@pytest.mark.parametrize(("text", "signs"), SAID["heard"].items())
def test_signs_are_heard_in_whole_sentences(text: str, signs: str, hear: Hear) -> None:
    """Each of them, whatever else is said."""
    assert set(signs.split()) <= set(hear(text).signs)


@pytest.mark.parametrize("text", SAID["look_alikes"]["said"])
def test_look_alikes_demand_nothing(text: str, hear: Hear, pack: Pack) -> None:
    """A leg that went to sleep is no stroke, and a cramp is no clot."""
    yes = {id: pack.table.by_id[id].yes for id in hear(text).signs if id in pack.table.by_id}
    assert {id: level for id, level in yes.items() if level not in MILD} == {}


@pytest.mark.parametrize(("question", "sentences"), TOLD.items())
def test_what_teaches_the_recogniser_is_heard(question: str, sentences: list[str], any_pack: Pack) -> None:
    """A sentence that the model lists for a question leads the listener there."""
    unheard = [said for said in sentences if question not in listen(said, any_pack.vocabulary).signs]
    assert unheard == []
