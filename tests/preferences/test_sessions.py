"""Preferences from one session to the next, on a table as the template makes it."""

import os
import time

import pytest

from skill.store_item import KEPT_FOR
from tests.preferences.person import Person
from tests.preferences.table import Table

FIELDS = {"id", "version", "pace", "length", "welcomed", "expires"}
SLOW = "<speak><prosody"


def test_a_person_is_spoken_to_as_they_asked_from_the_first_sentence(table: Table) -> None:
    """The next session begins at their pace and in their length, and with the short welcome."""
    somebody = Person()
    somebody.says("open cramp guide", "speak slower", "short answers", "stop")
    turn = somebody.comes().says("open cramp guide")
    assert str(turn.ssml).startswith(SLOW)
    assert "Welcome back" in turn.speech
    assert len(somebody.says("why do my legs cramp at night").speech) < len(
        Person("another").says("ask cramp guide why do my legs cramp at night").speech
    )


def test_a_one_shot_wish_is_kept(table: Table) -> None:
    """Somebody who never opens the skill is heard as well."""
    Person().says("ask cramp guide to speak slower")
    assert str(Person().says("ask cramp guide about magnesium").ssml).startswith(SLOW)


def test_nobody_gets_what_another_asked_for(table: Table) -> None:
    """Two people, two items, and a third who has none."""
    Person("one").says("ask cramp guide to speak slower")
    Person("two").says("ask cramp guide to speak faster")
    assert len(table.items()) == 2
    assert "prosody" not in str(Person("three").says("ask cramp guide about magnesium").ssml)


def test_an_item_holds_three_preferences_and_no_name(table: Table) -> None:
    """Under a hash that the user id alone does not give."""
    Person("amzn1.ask.account.MARKER").says("open cramp guide", "speak slower")
    item = table.item()
    assert set(item) == FIELDS
    assert "MARKER" not in str(item)
    assert item["id"]["S"] not in _plain_hashes("amzn1.ask.account.MARKER")
    assert 0 <= int(item["expires"]["N"]) - time.time() - KEPT_FOR + 60 < 120


def _plain_hashes(user: str) -> list[str]:
    import hashlib

    return [hashlib.new(name, user.encode()).hexdigest() for name in ("md5", "sha1", "sha256")]


def test_an_item_is_gone_once_its_time_is_over(table: Table) -> None:
    """DynamoDB deletes late: what has expired is not applied meanwhile."""
    Person().says("ask cramp guide to speak slower")
    table.change(expires={"N": str(int(time.time()) - 1)})
    assert "prosody" not in str(Person().says("ask cramp guide about magnesium").ssml)


def test_who_comes_back_is_kept_on(table: Table) -> None:
    """An item that has less than half its time left is written anew, though nothing changed."""
    Person().says("ask cramp guide to speak slower")
    table.change(expires={"N": str(int(time.time() + KEPT_FOR / 2) - 60)})
    Person().says("ask cramp guide about magnesium")
    assert int(table.item()["expires"]["N"]) > time.time() + KEPT_FOR - 60
    assert table.item()["pace"] == {"S": "slow"}


def test_a_turn_that_changes_nothing_writes_nothing(table: Table) -> None:
    """The item's time tells when it was last written."""
    somebody = Person()
    somebody.says("open cramp guide")
    table.change(expires={"N": str(int(time.time()) + KEPT_FOR - 1000)})
    before = table.item()
    somebody.says("why do my legs cramp at night", "yes", "stop")
    somebody.comes().says("open cramp guide", "check my symptoms")
    assert table.item() == before


def test_forget_me_leaves_nothing(table: Table) -> None:
    """Not even that the welcome was heard; and the session goes on, at the usual pace."""
    somebody = Person()
    somebody.says("open cramp guide", "speak slower")
    turn = somebody.says("forget me")
    assert table.items() == []
    assert "prosody" not in str(turn.ssml)
    assert "Welcome back" not in somebody.comes().says("open cramp guide").speech


def test_a_wish_after_forget_me_is_kept_again(table: Table) -> None:
    """To be forgotten is no ban."""
    somebody = Person()
    somebody.says("open cramp guide", "speak slower", "forget me", "speak faster")
    assert table.item()["pace"] == {"S": "fast"}


def test_forget_me_says_so_where_nothing_could_be_deleted(table: Table) -> None:
    """Nobody is told that something is gone which is not."""
    somebody = Person()
    somebody.says("open cramp guide")
    table.client.delete_table(TableName=table.name)
    told = somebody.says("forget me").speech
    assert "isn't gone yet" in told
    assert "Done" not in told


def test_disabling_the_skill_deletes_the_item_as_often_as_it_is_told(table: Table) -> None:
    """The event may come twice; nothing is said to it."""
    somebody, another = Person("one"), Person("two")
    somebody.says("open cramp guide", "speak slower")
    another.says("open cramp guide")
    for _ in range(2):
        assert somebody.disables()["response"] == {}
    assert len(table.items()) == 1


def test_a_new_key_finds_what_stands_under_the_old_one(table: Table, settings: pytest.MonkeyPatch) -> None:
    """And moves it: one session later nothing stands under the old key."""
    Person().says("ask cramp guide to speak slower")
    old = table.item()["id"]
    settings.setenv("HASH_KEY_BEFORE", os.environ["HASH_KEY"])
    settings.setenv("HASH_KEY", "another key that only tests know, as long")
    assert str(Person().says("ask cramp guide about magnesium").ssml).startswith(SLOW)
    assert table.item()["id"] != old
    assert table.item()["pace"] == {"S": "slow"}


@pytest.mark.parametrize("deletes", ["says", "disables"])
def test_with_a_new_key_the_old_item_is_deleted_too(deletes: str, table: Table, settings: pytest.MonkeyPatch) -> None:
    """By voice and by the event."""
    somebody = Person()
    somebody.says("ask cramp guide to speak slower")
    settings.setenv("HASH_KEY_BEFORE", os.environ["HASH_KEY"])
    settings.setenv("HASH_KEY", "another key that only tests know, as long")
    somebody.says("ask cramp guide to forget me") if deletes == "says" else somebody.disables()
    assert table.items() == []


def test_a_request_that_names_no_user_is_answered_and_leaves_nothing(table: Table) -> None:
    """There is nobody to keep anything for."""
    assert "Welcome" in Person("").says("open cramp guide").speech
    assert table.items() == []
