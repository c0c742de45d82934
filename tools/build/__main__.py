"""``python -m tools.build`` writes the packs and the interaction models; ``--check`` says whether they are stale.

Everything is built in memory first: on any fault nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tools.build.source import ROOT, ContentError

sys.path.insert(0, str(ROOT / "lambda"))

PACKS = Path("lambda", "guide", "packs")
MODELS = Path("interaction_model")


def built_files(root: Path = ROOT) -> dict[Path, str]:
    """Every generated file of the project in `root` with its text. Raises ContentError."""
    from tools.build.model import interaction_model
    from tools.build.pack import pack
    from tools.build.region import locales, read_region
    from tools.build.rules import read_rules
    from tools.build.words import vocabulary

    content = root / "content"
    rules = read_rules(content)
    files = {}
    for locale in locales(content):
        region = read_region(content, locale)
        files[root / PACKS / f"{locale}.json"] = _sections(pack(region, rules))
        files[root / PACKS / f"{locale}.words.json"] = _compact(vocabulary(region, rules))
        files[root / MODELS / f"{locale}.json"] = json.dumps(interaction_model(region), indent=1, ensure_ascii=False) + "\n"
    return files


def stale(files: dict[Path, str], root: Path = ROOT) -> list[Path]:
    """The generated files that are not what content says today, and those that nothing makes any more."""
    present = {*(root / PACKS).glob("*.json"), *(root / MODELS).glob("*.json")}
    changed = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    return sorted({*changed, *(present - set(files))})


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Builds the project in `root`, or checks it. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.build", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a generated file is stale")
    check = parser.parse_args(arguments).check
    try:
        files = built_files(root)
    except ContentError as error:
        print(error.shown(root), file=sys.stderr)
        return 1
    old = stale(files, root)
    if check:
        for path in old:
            print(f"{path.relative_to(root)} is stale. Run: make build", file=sys.stderr)
        return 1 if old else 0
    for path in old:
        if path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path], encoding="utf-8")
        else:
            path.unlink()
    print(f"{len(files)} files built, {len(old)} changed.")
    return 0


def _sections(pack: dict[str, Any]) -> str:
    """A line a section: see ``guide.sections``."""
    return "{\n" + ",\n".join(f"{json.dumps(name)}:{_compact(value).strip()}" for name, value in pack.items()) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
