"""The check's table: read, and held to its own form before anything is built from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.table import Question, Table, table_from
from tools.build.source import ContentError, line_of, read_toml

#: What somebody's age or standing opens; see guide.check.facts_of_age.
FACTS = frozenset({"under-1", "under-16", "under-18", "over-50", "over-65", "someone-else"})


def read_rules(content: Path) -> dict[str, Any]:
    """The table as data. Raises ContentError where a rule names what does not exist."""
    path = content / "check.toml"
    rules = read_toml(path)
    known_fields = set(Question.__dataclass_fields__)
    for row in rules.get("question", []):
        for key in row:
            if key not in known_fields:
                raise _fault(
                    path, f"'{key}' is no field of a question.", "The fields are explained at the head of the file.", key
                )
    table = table_from(rules)
    ids = [question.id for question in table.questions]
    for id in ids:
        if ids.count(id) > 1:
            raise _fault(path, f"The question {id} stands twice.", "Give one of them another id.", f'id = "{id}"')
    _references(path, table, set(ids))
    return rules


def _references(path: Path, table: Table, ids: set[str]) -> None:
    known = ids | FACTS
    named = {id for q in table.questions for id in (*q.after, *q.needs, *q.up_with)}
    named |= {id for rule in table.together for id in rule.all} | {rule.by for rule in table.settle}
    named |= {rule.question for rule in table.settle} | {id for place in table.places for id in (place.when, *place.with_)}
    named |= {id for rule in table.least for id in (rule.when, rule.unless) if id}
    for id in sorted(named - known):
        raise _fault(path, f"{id} is no question.", "Correct the id, or add the question.", f'"{id}"')
    levels = [q.yes for q in table.questions] + [rule.level for rule in table.together]
    levels += [rule.level for rule in table.settle] + [rule.level for rule in table.least]
    for level in levels:
        if level and level not in table.outcomes:
            raise _fault(path, f"{level} is no outcome.", f"Use one of: {', '.join(table.outcomes)}.", level)


def _fault(path: Path, wrong: str, mend: str, near: str) -> ContentError:
    return ContentError(path, line_of(path, near), wrong, mend)
