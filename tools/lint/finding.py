"""What a rule has to say: where something is wrong, what it is, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One broken rule at one place: a path inside the file, such as an intent and a sample, or a JSON path."""

    rule: str
    file: str
    place: str
    wrong: str
    do: str
    level: Level = "error"

    def __str__(self) -> str:
        return f"{self.level} {self.rule} {self.file}, {self.place}: {self.wrong}. {self.do}."


def errors(findings: list[Finding]) -> list[Finding]:
    """Those that must be put right before the skill can be submitted."""
    return [finding for finding in findings if finding.level == "error"]
