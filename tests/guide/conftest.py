"""The content of one locale, its check, and a case from answers."""

import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.check import NO, REST, UNSURE, YES, Case
from guide.listening import Understood, listen
from guide.pack import PACKS, Pack, load
from guide.table import Table

LOCALES = sorted(path.stem for path in Path(PACKS).glob("*.json") if not path.stem.endswith(".words"))
FACTS = ("under-1", "under-16", "under-18", "over-50", "over-65", "someone-else")


@pytest.fixture(scope="session")
def pack() -> Pack:
    """Everything that can be said and asked in the default locale."""
    return load("en-US")


@pytest.fixture(params=LOCALES)
def any_pack(request: pytest.FixtureRequest) -> Pack:
    """The pack of each locale in turn."""
    return load(request.param)


@pytest.fixture(scope="session")
def table(pack: Pack) -> Table:
    """The rules of the check, as built."""
    return pack.table


@pytest.fixture(scope="session")
def case(table: Table) -> Callable[[Mapping[str, str]], Case]:
    """A case from answers and facts together; an id that the check does not know is a slip in the test."""

    def build(given: Mapping[str, str]) -> Case:
        facts = {id: answer for id, answer in given.items() if id in FACTS}
        answers = {id: answer for id, answer in given.items() if id not in FACTS}
        assert {id.rstrip("+") for id in answers} <= set(table.by_id), answers
        return Case(table, answers, facts)

    return build


@pytest.fixture(scope="session")
def hear(pack: Pack) -> Callable[[str], Understood]:
    """What the listener makes of some words."""
    return lambda text: listen(text, pack.vocabulary)


@pytest.fixture
def frozen(pack: Pack) -> Any:
    """The pack's content as text, to see that nothing changed it."""
    return json.dumps(dict(pack.content), sort_keys=True)


@pytest.fixture(scope="session")
def walk(table: Table) -> Callable[..., tuple[list[str], Case]]:
    """Answers the check to its end: what was asked, in order, and the case as it then stands.

    `answer` gives the answer to a question by its id; that of a group's second step has a plus sign after it.
    """

    def run(answer: Callable[[str], str], facts: Mapping[str, str] | None = None) -> tuple[list[str], Case]:
        asked: list[str] = []
        now = Case(table, {}, facts or {})
        while now.next:
            id = now.next.id
            again = now.given(id) == YES and id in table.top_groups
            key = id + REST if again else id
            assert key not in asked, f"{key} is asked twice"
            asked.append(key)
            now = now.with_answer(key, answer(key))
        return asked, now

    return run


@pytest.fixture(scope="session")
def says(table: Table) -> Callable[[Collection[str], Collection[str]], Callable[[str], str]]:
    """What somebody answers to whom some questions are a yes and others unsure, and the rest is a no.

    To a bundle they say yes where something in it applies, and that more in it may.
    """

    def inside(group: str) -> set[str]:
        found: set[str] = set()
        waiting = [group]
        while waiting:
            new = set(table.members.get(waiting.pop(), ())) - found
            found |= new
            waiting += new
        return found

    def answers(yes: Collection[str], unsure: Collection[str] = ()) -> Callable[[str], str]:
        applies = {*yes, *unsure}

        def answer(id: str) -> str:
            question = table.by_id[id.removesuffix(REST)]
            if question.group:
                return YES if inside(question.id) & applies else NO
            return YES if id in yes or question.person else UNSURE if id in unsure else NO

        return answer

    return answers
