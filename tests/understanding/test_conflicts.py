"""Conflicts between intents: the same utterance in two, or a slot value that makes two samples equal."""

import copy

import pytest

from tests.platform.specimens import LANGUAGE, MODEL, Json, model
from tools.lint.conflicts import conflicts

TOPIC, CHECK = 0, 1


def with_samples(*added: tuple[int, str], values: dict[str, list[Json]] | None = None) -> Json:
    """The specimen with samples added to intents, and a second type, for the check's slot."""
    raw = copy.deepcopy(MODEL)
    language = raw[LANGUAGE[0]][LANGUAGE[1]]
    language["intents"][CHECK]["slots"] = [{"name": "sign", "type": "Sign"}]
    sign = {"id": "tingling", "name": {"value": "tingling", "synonyms": ["a statin", "numb at night"]}}
    language["types"].append({"name": "Sign", "values": [sign]})
    for intent, sample in added:
        language["intents"][intent]["samples"].append(sample)
    return raw


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ([(TOPIC, "does my d. v. t. hurt"), (CHECK, "does my d v t hurt")], "is said like"),
        ([(CHECK, "what is a statin")], "with 'a statin' it equals 'what is a statin'"),
        ([(CHECK, "what is {sign}")], "with 'a statin' it equals"),
        ([(CHECK, "why do my legs cramp numb {sign}"), (TOPIC, "now {topic}"), (CHECK, "now a {sign}")], ""),
        ([(TOPIC, "numb {topic}"), (CHECK, "{sign}")], "with 'numb at night' it equals 'numb {topic}'"),
        ([(TOPIC, "i feel {topic}"), (CHECK, "we feel {sign}")], ""),
        ([(TOPIC, "look at {topic}"), (TOPIC, "look at night cramps")], ""),
    ],
)
def test_a_conflict_is_found_and_nothing_else(added: list[tuple[int, str]], said: str) -> None:
    """Word for word, a value put into one of them, a value that two types share, and one that holds another."""
    found = [str(finding) for finding in conflicts(model(with_samples(*added)))]
    assert len(found) == bool(said), found
    assert all(said in finding for finding in found)


def test_free_words_conflict_with_nothing() -> None:
    """A search query takes any words; the platform prefers what is listed."""
    assert list(conflicts(model())) == []
