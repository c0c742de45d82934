"""``python -m tools.lint``: prints errors, and a count of the warnings (``--all`` prints these too); exit 1 on an error."""

import sys
from collections import Counter
from pathlib import Path

from tools.lint.finding import Finding, errors
from tools.lint.project import lint_project
from tools.lint.texts import spoken_texts

SHOWN = 10
"""Findings printed of each rule in each file, so that one mistake in a generator does not hide the rest."""


def report(findings: list[Finding]) -> list[str]:
    """The lines to print: errors first, at most SHOWN of a kind, then a summary."""
    lines: list[str] = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in sorted(findings, key=lambda finding: (finding.level, finding.file, finding.rule)):
        kind = (finding.level, finding.rule, finding.file)
        seen[kind] += 1
        if seen[kind] <= SHOWN:
            lines.append(str(finding))
    lines += [f"{level} {rule} {file}: and {n - SHOWN} more" for (level, rule, file), n in seen.items() if n > SHOWN]
    failed = len(errors(findings))
    return [*lines, f"{failed} errors, {len(findings) - failed} warnings"]


def main(arguments: list[str]) -> int:
    """Lint the project in the current folder; 1 when there is an error."""
    findings = lint_project(Path.cwd(), texts=spoken_texts(Path.cwd()))
    shown = findings if "--all" in arguments else errors(findings)
    print("\n".join([*report(shown)[:-1], report(findings)[-1]]))
    return 1 if errors(findings) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
