"""``python -m tools.understanding``: the scores of both recognisers, by kind, for the open half and the one set aside.

``--lost [KIND]`` lists every line of the open half that was lost instead. ``export`` writes files for the ASK CLI into
build/understanding/. ``coverage`` shows the size of each locale's model. ``prune`` takes lines out of the corpus that a
sample has come to list.
"""

import argparse
import logging
import sys
from collections.abc import Mapping
from pathlib import Path

from simulator.skill import load_handler

OUTPUT = Path("build", "understanding")


def main(arguments: list[str]) -> int:
    """Do what is asked; 2 where it cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m tools.understanding", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("scores", "export", "coverage", "prune"), default="scores")
    parser.add_argument("--lost", nargs="?", const="", metavar="KIND", help="list the lost lines of the open half")
    parser.add_argument("--only", choices=("simulator", "classifier"), help="measure with one recogniser")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="measure by another corpus")
    options = parser.parse_args(arguments)
    load_handler()  # first: it makes the skill's own modules importable
    logging.disable(logging.INFO)  # the skill logs every turn
    from tools.understanding.corpus import CorpusError
    from tools.understanding.talk import StationError

    try:
        print(*{"scores": _scores, "export": _export, "coverage": _coverage, "prune": _prune}[options.what](options), sep="\n")
    except (CorpusError, StationError) as bad:
        print(bad, file=sys.stderr)
        return 2
    return 0


def _scores(options: argparse.Namespace) -> list[str]:
    from tools.understanding.classifier import classifier
    from tools.understanding.corpus import read_corpus
    from tools.understanding.report import confusions, lost_lines, table
    from tools.understanding.score import Recognisers, Score, measure

    lines = read_corpus(options.corpus)
    halves = {half: [line for line in lines if line.half == half] for half in ("open", "aside")}
    names = [options.only] if options.only else ["simulator", "classifier"]
    recognisers: dict[str, Recognisers] = {"simulator": lambda locale: None, "classifier": classifier}
    measured: dict[str, Mapping[str, Score]] = {
        f"{name}, {half}": measure(said, recognisers[name]) for name in names for half, said in halves.items()
    }
    if options.lost is not None:
        return [line for name in names for line in (name, *lost_lines(measured[f"{name}, open"], options.lost))]
    shown = [f"{len(halves['open'])} lines open, {len(halves['aside'])} set aside; right in per cent (of trials)", ""]
    shown += table(list(measured.items()))
    for name in names:
        shown += ["", f"{name}, open half", *confusions(measured[f"{name}, open"])]
    return shown


def _export(options: argparse.Namespace) -> list[str]:
    from tools.understanding.corpus import read_corpus
    from tools.understanding.export import export

    return [str(path) for path in export(read_corpus(), OUTPUT)]


def _prune(options: argparse.Namespace) -> list[str]:
    from simulator.model import FOLDER as MODELS
    from simulator.model import read_model
    from tools.understanding.apart import prune
    from tools.understanding.corpus import FOLDER, read_corpus

    models = [read_model(path.stem) for path in sorted(MODELS.glob("*.json"))]
    places = prune(read_corpus(options.corpus), models, options.corpus or FOLDER)
    return [*places, f"{len(places)} lines or misheard forms equalled a sample"]


def _coverage(_: argparse.Namespace) -> list[str]:
    from tools.lint.project import load_models
    from tools.understanding.coverage import coverage

    return coverage(load_models(Path.cwd())[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
