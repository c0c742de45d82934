"""``python -m tools.ask simulate`` plays conversations to Amazon's simulator; ``nlu`` asks its model about utterances.

Both say where the real service and the desk speaker differ, and give 1 where they do. SKILL_ID names the skill.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.conversations.script import SCRIPTS
from tools.ask.access import Access
from tools.ask.fault import AskError
from tools.ask.nlu import profile, utterances
from tools.ask.simulate import play
from tools.ask.smapi import BASE, SPACING, Pace, Smapi

UTTERANCES = Path("build", "understanding", "utterances.csv")


def main(arguments: list[str], environment: Mapping[str, str] = os.environ, pace: Pace | None = None) -> int:
    """Runs one of the two. Returns the exit code: 1 where something differs, 2 where the service could not be asked."""
    chosen = _options(arguments)
    try:
        smapi = smapi_for(environment, pace or Pace())
        found = 0
        for line in _simulated(chosen, smapi) if chosen.what == "simulate" else _profiled(chosen, smapi):
            print(line, flush=True)
            found += 1
    except AskError as fault:
        print(fault, file=sys.stderr)
        return 2
    print(f"{found} lines of differences." if found else "No difference.")
    return 1 if found else 0


def smapi_for(environment: Mapping[str, str], pace: Pace) -> Smapi:
    """The service for the skill that the environment names."""
    skill = environment.get("SKILL_ID")
    if not skill:
        raise AskError("Set SKILL_ID to the skill's id in the developer console.")
    return Smapi(skill, Access(environment), environment.get("ASK_SMAPI_SERVER_BASE_URL") or BASE, pace)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.ask", description=__doc__)
    kinds = parser.add_subparsers(dest="what", required=True)
    simulate = kinds.add_parser("simulate", help="play conversation scripts")
    simulate.add_argument("scripts", nargs="*", type=Path, help="script files (default: all of tests/conversations)")
    simulate.add_argument("--locale", help="only the scripts of this locale")
    nlu = kinds.add_parser("nlu", help="profile utterances")
    nlu.add_argument("--locale", default="en-US", help="the locale (default: %(default)s)")
    nlu.add_argument("--utterances", type=Path, default=UTTERANCES, help="a table with columns locale and utterance")
    return parser.parse_args(arguments)


def _simulated(chosen: argparse.Namespace, smapi: Smapi) -> Iterator[str]:
    for path in chosen.scripts or SCRIPTS:
        if not chosen.locale or f"locale: {chosen.locale}" in path.read_text(encoding="utf-8"):
            yield from play(path, smapi)


def _profiled(chosen: argparse.Namespace, smapi: Smapi) -> Iterator[str]:
    said = utterances(chosen.utterances, chosen.locale)
    print(f"{len(said)} utterances, {len(said) * SPACING / 60:.0f} minutes.", flush=True)
    yield from profile(chosen.locale, said, smapi)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
