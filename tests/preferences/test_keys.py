"""Under what preferences are kept: not to be guessed, and not to be seen."""

from skill.store_key import Keys

USER = "amzn1.ask.account.SOMEBODY"


def test_a_user_has_one_id_under_one_key() -> None:
    """The same every time, another for every user, another for every key."""
    assert Keys("key").id_of(USER) == Keys("key").id_of(USER)
    ids = {Keys(key).id_of(user) for key in ("key", "other") for user in (USER, USER + "2")}
    assert len(ids) == 4


def test_the_id_is_the_hash_of_the_standard() -> None:
    """HMAC with SHA-256, as in test case 2 of RFC 4231: another program with the key finds the same item."""
    assert Keys("Jefe").id_of("what do ya want for nothing?").startswith("5bdcc146bf60754e6a042426089575c7")


def test_both_keys_are_looked_under_and_one_is_written_under() -> None:
    """The new one first."""
    keys = Keys("new", "old")
    assert keys.ids_of(USER) == (keys.id_of(USER), Keys("old").id_of(USER))
    assert Keys("new").ids_of(USER) == (keys.id_of(USER),)


def test_a_key_is_never_shown() -> None:
    """Not in a traceback, nor where somebody prints what they have at hand."""
    assert "secret" not in repr(Keys("secret", "secret too"))
