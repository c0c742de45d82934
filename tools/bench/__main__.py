"""``python -m tools.bench`` times the skill beside a do-nothing one on the same SDK and prints the ratios.

It fails where a budget is overrun or a turn imports boto3.
"""

from __future__ import annotations

import argparse
import sys

from simulator.skill import SkillError, load_handler
from tools.bench.figure import BenchError, Figure, table

ROUNDS = 15
LEGEND = """\
The peer is a do-nothing skill on the same ask-sdk-core, taken turn about with this one, {rounds} rounds. Ratios are medians.
The column "here" (this skill / the peer) belongs to this machine: quote the ratios. The interpreter's own start is taken off.\
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
    ours = load_handler()  # first: it makes the skill's own modules importable
    from tools.bench.cold import cold_starts, unwanted_imports
    from tools.bench.content import listening, pack_loading, vocabulary_opening
    from tools.bench.package import package_size
    from tools.bench.turns import asked
    from tools.bench.warm import load_peer, log_to_nowhere, warm_turns

    with log_to_nowhere():
        turns = asked()
        figures = warm_turns(turns, rounds, ours, load_peer())
    launch, *_, statement = turns
    figures += cold_starts((launch, statement), rounds)
    figures += [*pack_loading(rounds), vocabulary_opening(rounds), listening(rounds), package_size()]
    return figures, unwanted_imports(turns)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one round")
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
