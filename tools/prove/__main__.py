"""``python -m tools.prove`` proves the red-flag check over every combination of answers; ``--mutants`` breaks its rules."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed

from tools.build.source import ROOT

sys.path.insert(0, str(ROOT / "lambda"))

from guide.pack import load
from guide.table import Table
from tools.prove import families, lengths, mutate, order, page, people, pruning, reach, rules
from tools.prove.rules import Found

#: Two cores are what a small machine has; more are not needed.
WORKERS = 2
PAIR_SHARES = 3

Proof = Callable[[Table], Found]


def _order(_: Table) -> Found:
    return order.prove_order(load("en-US"))


PROOFS: tuple[tuple[str, Proof], ...] = (
    ("each demand depends on what the table says, and no answer lowers it", rules.prove_parts),
    ("the highest demand wins, in any order of answers", rules.prove_highest_wins),
    ("each question opens on what the table says", pruning.prove_opened),
    ("each question is asked if, and only if, it is due", pruning.prove_asked),
    ("nothing is left out that could raise the outcome", pruning.prove_left_out),
    ("what is answered is not asked again: every walk ends", pruning.prove_answered_once),
    ("the order of volunteering signs makes no difference", _order),
    ("every question is asked and every outcome reached", reach.prove_reached),
    ("every row of the evidence decides alone on some walk", reach.prove_deciding),
)


def main(arguments: Sequence[str]) -> int:
    """Runs the proof, or the mutants. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.prove", description=__doc__)
    parser.add_argument("--mutants", action="store_true", help="break each rule of the table once, and show what is not noticed")
    parser.add_argument("--page", action="store_true", help="write the page for clinicians, docs/check.md")
    parser.add_argument("--check", action="store_true", help="with --page: write nothing; fail where it is stale")
    wanted = parser.parse_args(arguments)
    if wanted.page:
        return 1 if _page(wanted.check) else 0
    table = load("en-US").table
    began = time.monotonic()
    failed = mutate.report(table) if wanted.mutants else prove(table)
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if failed else 0


def prove(table: Table) -> bool:
    """Every piece of the proof, on two cores, with progress shown. Returns whether anything failed."""
    found: dict[str, Found] = {}
    with ProcessPoolExecutor(WORKERS) as pool:
        waiting: dict[Future[Found], str] = {
            pool.submit(_two_things, share): "two things that apply at once end as if everything had been asked"
            for share in range(PAIR_SHARES)
        }
        walked = pool.submit(_walked)
        measured = pool.submit(_lengths)
        waiting |= {pool.submit(_piece, index): name for index, (name, _) in enumerate(PROOFS)}
        for done, future in enumerate(as_completed(waiting), 1):
            name = waiting[future]
            found[name] = found.get(name, Found(0, ())) + future.result()
            print(f"  {done} of {len(waiting)} pieces", file=sys.stderr, end="\r", flush=True)
        search, length = walked.result(), measured.result()
    for name, each in found.items():
        print(f"{each.tried:8} {name}: {'FAILED' if each.faults else 'holds'}")
        print("".join(f"         {fault}\n" for fault in each.faults[:20]), end="")
    print(f"{search.states:8} states and {search.walks} walks, family by family, end as if everything had been asked")
    print("".join(f"         {fault}\n" for fault in search.faults[:20]), end="")
    print(f"No walk asks more than {length.bound} questions; the longest found asks {length.longest}.")
    print(f"Where one thing applies the longest asks {length.longest_of_one}, the median {length.median:g}.", end=" ")
    print(f"A well adult hears {length.well}.")
    print("Only these answers may lower an outcome: " + "; ".join(rules.lowering(table)) + ".")
    print("Given up once help today is due: " + ", ".join(sorted(pruning.given_up(table))) + ".")
    print("Noted and never asked: " + ", ".join(sorted(reach.told_only(table))) + ".")
    return bool(search.faults) or any(each.faults for each in found.values())


def _piece(index: int) -> Found:
    return PROOFS[index][1](load("en-US").table)


def _two_things(share: int) -> Found:
    return people.prove_two_things(load("en-US").table, share, PAIR_SHARES)


def _walked() -> families.Walked:
    return families.walk_all(load("en-US").table)


def _lengths() -> lengths.Lengths:
    return lengths.measure(load("en-US").table)


def _page(check: bool) -> bool:
    """Writes the page for clinicians, or tells whether it is stale. Returns whether it failed."""
    path, text = ROOT / page.PAGE, page.page(load("en-US"), ROOT)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    if check:
        print(f"{page.PAGE} is stale. Run: make build", file=sys.stderr)
        return True
    path.write_text(text, encoding="utf-8")
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
