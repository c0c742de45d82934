"""Several functions at once, each with conversations of many people: as many runtime clients as Lambda would start.

Each person says a marker of their own, so that anything of one person in another's answer, session or log is seen.
"""

from __future__ import annotations

import json
import random
import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from simulator.envelope import Device, Session, envelope, launch
from tools.runtime.client import Function, function

Json = dict[str, Any]
LOCALES = ("en-US", "en-GB", "en-CA", "en-AU", "en-IN")
#: What somebody says after opening the skill: an intent and its slot.
SAID = (
    ("CheckIntent", ""),
    ("AMAZON.YesIntent", ""),
    ("AMAZON.NoIntent", ""),
    ("NotSureIntent", ""),
    ("AMAZON.HelpIntent", ""),
    ("AMAZON.RepeatIntent", ""),
    ("MoreIntent", ""),
    ("TellIntent", "my calf is swollen and warm {mark}"),
    ("TellIntent", "why do my legs cramp at night {mark}"),
    ("TellIntent", "do i need magnesium {mark}"),
)
#: Turns of one person, and conversations that a function has at the same time, a turn of each after the other.
TURNS, PEOPLE = 12, 8
#: Turns until a function holds all that it will ever hold, for each of its locales.
WARM = 400
#: Bytes that a function may grow by afterwards: a page table here, a fragment there.
GROWTH = 2_000_000
#: What the runtime client's log lines have in common with nobody: a person's mark.
MARK = re.compile(r"mark[a-z]{10}")


@dataclass
class Person:
    """Somebody with a session: where, and by what mark they are known."""

    mark: str
    device: Device
    session: Session = field(default_factory=Session)
    turns: int = 0

    def request(self, chance: random.Random) -> Json:
        """What they say next."""
        if self.session.new:
            return envelope(self.device, self.session, launch())
        name, said = chance.choice(SAID)
        slots = {"words": {"name": "words", "value": said.format(mark=self.mark)}} if said else {}
        return envelope(self.device, self.session, {"type": "IntentRequest", "intent": {"name": name, "slots": slots}})


@dataclass
class Report:
    """What one function did: turns taken, what went wrong, and bytes of memory when warm and at the end."""

    turns: int = 0
    faults: list[str] = field(default_factory=list)
    warm: int = 0
    end: int = 0

    @property
    def growth(self) -> int:
        """Bytes that it grew by since it was warm; none where it never was."""
        return self.end - self.warm if self.warm else 0


def loaded(package: Path, client: Path, functions: int, seconds: float, least: int = 1) -> list[Report]:
    """Runs that many functions for that long, and at least that many turns each; a report of each."""
    reports = [Report() for _ in range(functions)]
    with ExitStack() as stack:
        running = [stack.enter_context(function(package, client)) for _ in reports]
        until = monotonic() + seconds
        threads = [
            threading.Thread(target=_drive, args=(one, report, random.Random(number), until, least))
            for number, (one, report) in enumerate(zip(running, reports, strict=True))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return reports


def _drive(running: Function, report: Report, chance: random.Random, until: float, least: int) -> None:
    try:
        for person in _people(chance):
            if monotonic() > until and report.turns >= least:
                break
            _turn(running, person, chance, report)
            if report.turns == WARM:
                report.warm = running.memory("VmRSS")
        report.end = running.memory("VmRSS")
        _logs(running, report)
    except Exception as fault:  # noqa: BLE001 - whatever ends a thread has to be told by the report
        report.faults.append(repr(fault))


def _people(chance: random.Random) -> Iterator[Person]:
    """Whose turn it is: several at a time, and each who leaves is followed by another."""
    here = [_person(chance) for _ in range(PEOPLE)]
    while True:
        for place, person in enumerate(here):
            yield person
            if person.turns >= TURNS or person.session.attributes.get("ended"):
                here[place] = _person(chance)


def _person(chance: random.Random) -> Person:
    mark = "mark" + "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=10))
    return Person(mark, Device(chance.choice(LOCALES)))


def _turn(running: Function, person: Person, chance: random.Random, report: Report) -> None:
    request = person.request(chance)
    response = running.api.invoke(request)
    report.turns += 1
    person.turns += 1
    body = response["response"]
    foreign = set(MARK.findall(json.dumps(response))) - {person.mark}
    if foreign or not body.get("outputSpeech"):
        report.faults.append(f"{request['request']['type']}: {'of somebody else' if foreign else 'nothing is said'}")
    person.session.new = False
    ended = {"ended": True} if body.get("shouldEndSession") else {}
    person.session.attributes = {**response.get("sessionAttributes", {}), **ended}


def _logs(running: Function, report: Report) -> None:
    """No line but of turns, no mark of anybody in any, and nothing on standard error."""
    printed, complained = running.printed(), running.complained()
    events = [json.loads(json.loads(line)["message"])["event"] for line in printed.splitlines()]
    if wrong := sorted(set(events) - {"turn"}):
        report.faults.append(f"logged {wrong}")
    if events.count("turn") != report.turns:
        report.faults.append(f"{events.count('turn')} lines for {report.turns} turns")
    if MARK.search(printed + complained):
        report.faults.append("somebody's words are in the log")
    if complained:
        report.faults.append(complained.splitlines()[-1])
