"""``python -m tools.bench`` times the skill beside a do-nothing one on the same SDK and prints the ratios.

It fails where a budget is overrun or a turn imports boto3.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.skill import SkillError, load_handler
from tools.bench.figure import BenchError, Figure, table
from tools.bench.skills import Skills

ROUNDS = 15
LEGEND = """\
Everything is measured on the built package, taken turn about with its peers, {rounds} rounds. Ratios are medians. The strong
peer is a do-nothing skill on the same ask-sdk-core with byte code in its package. The column "here" (this skill / the
peer) belongs to this machine: quote the ratios.\
"""


def main(arguments: list[str]) -> int:
    """Measures and prints. Returns the exit code: 1 beyond a budget, 2 when nothing could be measured."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--rounds", type=_count, default=ROUNDS, metavar="N", help=f"how often to measure ({ROUNDS})")
    rounds = parser.parse_args(arguments).rounds
    try:
        figures, unwanted = measured(rounds)
    except (BenchError, SkillError) as fault:
        print(fault, file=sys.stderr)
        return 2
    print(*table(figures), sep="\n")
    print(f"\nImported by a fresh process after all of these turns: {', '.join(unwanted) or 'neither boto3 nor botocore'}.")
    print(LEGEND.format(rounds=rounds))
    return 1 if unwanted or any(figure.over for figure in figures) else 0


def measured(rounds: int) -> tuple[list[Figure], list[str]]:
    """Every figure, and what was imported though it must not be. BenchError and SkillError say what is missing."""
    load_handler()  # first: it makes the skill's own modules importable
    from tools.bench.cold import cold_starts, growth
    from tools.bench.content import listening, pack_loading, vocabulary_opening
    from tools.bench.imports import unwanted_imports
    from tools.bench.size import package_size
    from tools.bench.skills import grown, laid_out_skills
    from tools.bench.turns import asked
    from tools.bench.warm import warm_turns
    from tools.runtime.client import client_folder

    turns, with_screen = asked(), asked(screen=True)
    launch = turns[0]
    with TemporaryDirectory() as scratch:
        skills = laid_out_skills(Path(scratch))
        client, large = client_folder(Path(scratch) / "client"), grown(skills.ours, Path(scratch))
        figures = [figure for turn in (launch, with_screen[0]) for figure in cold_starts(turn, rounds, skills, client)]
        figures += [*warm_turns(turns, rounds, skills), *warm_turns(with_screen, rounds, skills), package_size(skills)]
        figures += growth(launch, rounds, skills.ours, large, client)
        figures += warm_turns(turns[:3], rounds, Skills(large, skills.ours, large, large), named="ten times the content: ")
        unwanted = unwanted_imports(turns, skills.ours)
    figures += [*pack_loading(rounds), vocabulary_opening(rounds), listening(rounds)]
    return figures, unwanted


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one round")
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
