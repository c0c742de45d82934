"""A device in another country than its language's: no country's number is said there, and help is still told."""

import re

import pytest

from tests.skill.envelopes import Json, answered, intent_event, said

NUMBER = re.compile(r"\b(911|999|000|112|111|811|988|1-800-222-1222)\b")
AWAY = [
    ("en-US", "https://api.eu.amazonalexa.com"),
    ("en-GB", "https://api.amazonalexa.com"),
    ("en-AU", "https://api.eu.amazonalexa.com"),
    ("en-CA", "https://api.fe.amazonalexa.com"),
    ("en-IN", "https://api.amazonalexa.com"),
]
HOME = [
    ("en-US", "https://api.amazonalexa.com", "911"),
    ("en-CA", "https://api.amazonalexa.com/", "911"),
    ("en-GB", "https://api.eu.amazonalexa.com", "999"),
    ("en-IN", "https://api.eu.amazonalexa.com", "112"),
    ("en-AU", "https://api.fe.amazonalexa.com", "000"),
]
CHEST = {"words": {"name": "words", "value": "chest hurts and i can't breathe"}}
SAYING = [
    ("an emergency", intent_event("TellIntent", CHEST)),
    ("a boundary", intent_event("CallSomeoneIntent")),
    ("the check", intent_event("CheckIntent")),
    ("leaving the check", intent_event("AMAZON.StopIntent", state={"mode": "check", "asked": "leg"})),
]


def moved(request: Json, locale: str, endpoint: str) -> Json:
    """The request as a device of that locale sends it from that region."""
    request["request"]["locale"] = locale
    request["context"]["System"]["apiEndpoint"] = endpoint
    return request


@pytest.mark.parametrize(("locale", "endpoint"), AWAY)
@pytest.mark.parametrize(("what", "request_"), SAYING, ids=[what.replace(" ", "-") for what, _ in SAYING])
def test_away_from_home_no_number_of_the_language_s_country_is_said(
    what: str, request_: Json, locale: str, endpoint: str
) -> None:
    """Numbers go by country, and the language of a device is no country."""
    response = answered(moved(request_, locale, endpoint))
    assert "your local emergency number" in said(response)
    assert not NUMBER.findall(str(response["response"]))


@pytest.mark.parametrize(("locale", "endpoint", "number"), HOME)
@pytest.mark.parametrize(("what", "request_"), SAYING, ids=[what.replace(" ", "-") for what, _ in SAYING])
def test_at_home_the_country_s_own_number_is_said(what: str, request_: Json, locale: str, endpoint: str, number: str) -> None:
    """The same sentences, with the number of the country and of no other."""
    assert set(NUMBER.findall(said(answered(moved(request_, locale, endpoint))))) - {"111"} == {number}
