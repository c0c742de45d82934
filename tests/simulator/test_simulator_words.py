"""Typed text becomes the words that a recogniser would write."""

import pytest

from simulator.numerals import number, spelled
from simulator.words import joined, tokens


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("Check my symptoms!", "check my symptoms"),
        ("What\u2019s a cramp?", "what's a cramp"),
        ("whats a cramp", "what's a cramp"),
        ("d.v.t.", "d v t"),
        ("d. v. t.", "d v t"),
        ("beta-blockers", "beta blockers"),
        ("Vitamin B12", "vitamin b twelve"),
        ("1,000 or 2.5", "one thousand or two point five"),
        ("my 2nd toe", "my 2nd toe"),
        ("salt & water", "salt and water"),
        ("OK", "okay"),
        ("caf\u00e9 \U0001f9b5", "caf\u00e9"),
        ("my mother's leg", "my mother's leg"),
        ("'quoted'", "quoted"),
        ("?!", ""),
    ],
)
def test_words(typed: str, heard: str) -> None:
    """Case, punctuation and figures do not matter; apostrophes within words stay."""
    assert joined(tokens(typed)) == heard


@pytest.mark.parametrize("figures", ["0", "7", "13", "40", "64", "100", "105", "911", "1000", "20012"])
def test_numbers_read_back(figures: str) -> None:
    """A number spelt out reads as the same number."""
    assert number(tuple(spelled(figures).split())) == figures


@pytest.mark.parametrize("words", ["", "calf", "one hundred and", "and five", "five six", "hundred"])
def test_not_numbers(words: str) -> None:
    """Words that are not one whole number are none."""
    assert number(tuple(words.split())) is None


def test_one_hundred_and_five() -> None:
    """British and American numbers both read."""
    assert number(("one", "hundred", "and", "five")) == number(("one", "hundred", "five")) == "105"
