"""The list of utterances, given to the real model and to the desk speaker's, and where the two part."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from simulator import Speaker
from tools.ask.fault import AskError
from tools.ask.heard import differences, in_profile, on_the_desk
from tools.ask.smapi import Smapi


def utterances(path: Path, locale: str) -> list[str]:
    """The utterances of a locale, in the table that `python -m tools.understanding export` writes."""
    if not path.is_file():
        raise AskError(f"There is no {path.name}: run python -m tools.understanding export.")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row["utterance"] for row in csv.DictReader(file) if row.get("locale") == locale]
    return list(dict.fromkeys(rows))


def profile(locale: str, said: list[str], smapi: Smapi) -> Iterator[str]:
    """A line for each utterance that the real model takes for something else than the desk speaker does."""
    for utterance in said:
        speaker = Speaker(locale)
        speaker.open()
        desk = replace(on_the_desk(speaker.say(utterance)), speech="")
        for difference in differences(desk, in_profile(smapi.profile(locale, utterance))):
            yield f"{utterance}\n  {difference}"
