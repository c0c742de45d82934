"""How large what is deployed is."""

from __future__ import annotations

from tools.bench.figure import MEGABYTES, Figure
from tools.bench.skills import Skills
from tools.package.function import zipped


def package_size(skills: Skills) -> Figure:
    """The zipped package, with every locale and its byte code, against the strong peer's with its own."""
    sizes = len(zipped(skills.ours)), len(zipped(skills.peer))
    return Figure("package, zipped", "the strong peer's package", (sizes,), unit=MEGABYTES, reach=1.1)
