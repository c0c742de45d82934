"""python -m tools.lint: print every finding; exit 1 when there is an error."""

import sys
from collections import Counter
from pathlib import Path

from tools.lint.finding import Finding, errors
from tools.lint.project import lint_project

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


def main() -> int:
    """Lint the project in the current folder; 1 when there is an error."""
    findings = lint_project(Path.cwd())
    print("\n".join(report(findings)))
    return 1 if errors(findings) else 0


if __name__ == "__main__":
    sys.exit(main())
