"""``docs/check.md``: the check's table in words, its picture and its lengths, for a clinician to read and to sign."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from guide.pack import Pack
from guide.table import Question, Table
from tools.prove import lengths, pruning, reach, rules

PAGE = Path("docs", "check.md")
CHANGES = Path("content", "check-changes.toml")
#: How the page names the outcomes.
LEVELS = {
    "self_care": "at home",
    "ask_pharmacist": "pharmacist",
    "see_soon": "appointment",
    "see_today": "**today**",
    "call_emergency": "**ambulance**",
}
FACTS = {
    "under-1": "under 1 year",
    "under-16": "under 16",
    "under-18": "under 18",
    "over-50": "over 50",
    "over-65": "over 65",
    "someone-else": "asked for somebody else",
}
HEAD = """# The red-flag check, in words

Made by `make build` from `content/check.toml`, the questions of `content/en/questions/` and `content/check-changes.toml`.
Do not edit it. The rules come from the evidence's red-flag rows, RF01 to RF62.

**Status: reviewed by nobody yet.** No clinician has signed this table.

| | |
|---|---|
| Reviewed by | |
| Registration | |
| Date | |
| Signature | |

## How to read it

- A question is asked in the order below if what stands under *asked* holds, and while it can still raise the outcome.
- *Yes* and *not sure* are the outcomes that these answers demand. The outcome is the highest demand. No answer lowers it but
  the look-alikes listed further down. A dash means that the answer only opens or moves other questions.
- *Not sure* counts only after a second try, with a way to find out. *As yes* means that it counts as a yes.
- A bundle is one spoken question over several. A plain "none" answers them all with no; anything else takes it apart.
- At the first **ambulance** the check ends.
"""


def page(pack: Pack, root: Path) -> str:
    """The whole page."""
    table = pack.table
    parts = [HEAD, _picture(table), _lengths(table)]
    parts += ["## The questions\n", *_sections(pack), _company(table), _look_alikes(table), _others(table), _changes(root)]
    return "\n".join(parts)


def _picture(table: Table) -> str:
    """The order of what a well adult hears, and where it can end."""
    spoken = [question for question in table.questions if not question.after]
    lines = ["## The picture\n", "```mermaid", "flowchart TD"]
    for place, question in enumerate(spoken):
        inside = len(table.descendants(question.id)) if question.group else 0
        lines.append(f'  q{place}["{question.id}{f" ({inside} inside)" if inside else ""}"]')
    lines += [f"  q{place} --> q{place + 1}" for place in range(len(spoken) - 1)]
    lines.append(f"  q{len(spoken) - 1} --> out{{{{highest demand}}}}")
    lines += [f"  out --> {level}[{LEVELS[level].strip('*')}]" for level in table.outcomes]
    lines += [f"  q{place} -. first emergency yes .-> call_emergency" for place in range(len(spoken))]
    return "\n".join([*lines, "```\n"])


def _lengths(table: Table) -> str:
    walked = lengths.measure(table)
    return f"""## How long it is

| who | questions |
|---|---|
| a well adult | {walked.well} |
| a grown-up to whom one thing applies: median | {walked.median:g} |
| the same: longest | {walked.longest_of_one} |
| the longest walk found, of somebody unsure of nearly everything | {walked.longest} |
| what no walk can exceed: each question once, and a second step for each outer bundle | {walked.bound} |

Each bundle and each of its steps counts. People who say in their own words what it is hear fewer.
"""


def _sections(pack: Pack) -> Iterator[str]:
    """The rows under the spoken question that they belong to."""
    heads = ["| question | spoken | asked | yes | not sure | rows |", "|---|---|---|---|---|---|"]
    section: list[str] = []
    for question in pack.table.questions:
        if not question.after:
            if section:
                yield "\n".join([*section, ""])
            section = [f"### {question.id}\n", *heads]
        section.append(_row(pack, question))
    yield "\n".join([*section, ""])


def _row(pack: Pack, question: Question) -> str:
    table = pack.table
    spoken = pack.questions[question.id]["ask"]
    bars = " ✋" if question.bars else ""
    cells = [f"`{question.id}`{bars}", spoken, _asked(table, question), _yes(table, question), _unsure(table, question)]
    return "| " + " | ".join([*cells, ", ".join(question.signs)]) + " |"


def _asked(table: Table, question: Question) -> str:
    if not question.after:
        asked = "always"
    elif question.on == "unsure":
        asked = f"not sure of {_any(question.after)}"
    else:
        asked = f"{_any(question.after)}"
    asked += f"; and {_any(question.needs)}" if question.needs else ""
    asked += f"; not after {_any(question.unless)}" if question.unless else ""
    return asked + (f"; until the outcome is {LEVELS[question.until]}" if question.until else "")


def _yes(table: Table, question: Question) -> str:
    if question.group:
        return "taken apart"
    return ("raised to " if question.raiser else "") + LEVELS[question.yes] if question.yes else "–"


def _unsure(table: Table, question: Question) -> str:
    if question.group:
        return "taken apart"
    if question.unsure == "up":
        return "as yes"
    floor = "**today**" if table.rank(question.yes) >= table.rank("see_today") else LEVELS["ask_pharmacist"]
    plain = "–" if question.raiser or not question.yes else floor
    return plain + (f"; as yes with {_any(question.up_with)}" if question.up_with else "")


def _company(table: Table) -> str:
    lines = ["## Together\n", "| these together | demand |", "|---|---|"]
    for rule in table.together:
        lines.append(
            f"| {' + '.join(map(_name, rule.all))}{', even unsure' if rule.even_unsure else ''} | {LEVELS[rule.level]} |"
        )
    return "\n".join([*lines, ""])


def _look_alikes(table: Table) -> str:
    lines = ["## What may lower an outcome\n", "Nothing but these answers. Each lowers one question's demand and no other's.\n"]
    lines += [f"- {line.replace('_', ' ')}" for line in rules.lowering(table)]
    return "\n".join([*lines, ""])


def _others(table: Table) -> str:
    lines = ["## Who gets at least what, and where to turn\n"]
    for few in table.least:
        spared = f", unless {_name(few.unless)} is a yes" if few.unless else ""
        lines.append(f"- {_name(few.when)}: at least {LEVELS[few.level]}{spared}")
    for place in table.places:
        lines.append(f"- {place.id}, with {_name(place.when)}, where one of these decides: {', '.join(map(_name, place.with_))}")
    lines.append("- ✋: while it is a yes or not sure there is no stretching, rubbing, heat, ice or exercise")
    lines.append(f"- Given up once help today is due: {', '.join(map(_name, sorted(pruning.given_up(table))))}")
    lines.append(f"- Noted where it is told, and never asked for its own sake: {', '.join(sorted(reach.told_only(table)))}")
    return "\n".join([*lines, ""])


def _changes(root: Path) -> str:
    changes = tomllib.loads((root / CHANGES).read_text(encoding="utf-8"))["change"]
    lines = ["## Changes of the rules\n", "| date | rows | change |", "|---|---|---|"]
    lines += [f"| {change['date']} | {', '.join(change['rows'])} | {change['change']} |" for change in changes]
    return "\n".join([*lines, ""])


def _any(ids: tuple[str, ...]) -> str:
    return " or ".join(map(_name, ids))


def _name(id: str) -> str:
    return FACTS.get(id, f"`{id}`")
