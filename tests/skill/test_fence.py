"""The last fence: whatever fails under it, a person who waits hears a sentence and can go on."""

from typing import Any

import pytest

from skill.fence import NotForThisSkill, fenced
from tests.skill.envelopes import TROUBLE, Json, event, is_open, said
from tests.skill.test_elsewhere import AWAY, HOME, NUMBER, moved


def failing(request: Json, context: Any) -> Json:
    """A skill in which something broke that nobody thought of."""
    raise LookupError(str(request))


answered = fenced(failing)


def test_a_failure_is_told_and_leaves_the_session_open() -> None:
    """What was talked about before it is still there after it, and nothing of the error is heard."""
    request = event("ask-unknown-viewport")
    response = answered(request, None)
    assert TROUBLE in said(response)
    assert is_open(response)
    assert response["sessionAttributes"] == request["session"]["attributes"]
    assert not [sign for sign in ("Traceback", "LookupError", "wordmarker") if sign in str(response)]


@pytest.mark.parametrize("name", ["session-ended", "unknown-request-without-session", "can-fulfil-yes"])
def test_nothing_is_said_of_a_failure_where_nobody_listens(name: str) -> None:
    """Alexa refuses speech in answer to these."""
    assert answered(event(name), None)["response"] == {}


@pytest.mark.parametrize(("locale", "endpoint"), AWAY)
def test_a_failure_away_from_home_names_no_number(locale: str, endpoint: str) -> None:
    """The apology tells where help is, in words that hold everywhere."""
    response = answered(moved(event("ask"), locale, endpoint), None)
    assert "your local emergency number" in said(response)
    assert not NUMBER.findall(str(response["response"]))


@pytest.mark.parametrize(("locale", "endpoint", "number"), HOME)
def test_a_failure_at_home_names_the_country_s_number(locale: str, endpoint: str, number: str) -> None:
    """Somebody in an emergency may be waiting behind it."""
    assert set(NUMBER.findall(said(answered(moved(event("ask"), locale, endpoint), None)))) == {number}


def test_what_the_person_cannot_use_is_not_kept_of_the_attributes() -> None:
    """Attributes that would make the response too big for Alexa are given up: the sentence counts more."""
    request = event("ask", state={"topic": "night-cramps"}, junk="x" * 30_000)
    response = answered(request, None)
    assert TROUBLE in said(response)
    assert response["sessionAttributes"] == {"state": {"topic": "night-cramps"}}


def test_a_request_for_another_skill_is_refused_without_its_words() -> None:
    """Neither answered nor quoted."""

    def refusing(request: Json, context: Any) -> Json:
        raise RuntimeError("Skill ID Verification failed!!")

    with pytest.raises(NotForThisSkill) as refused:
        fenced(refusing)(event("ask"), None)
    assert "marker" not in str(refused.value).casefold()
