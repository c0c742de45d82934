"""python -m tools.icons: draw the skill's icons, one pair for each locale of skill.json.

A lower leg and foot from the side, with three strokes where the calf tightens. No words, so the same picture serves
every language. The store shows icons in a circle: nothing that matters lies outside it.
"""

import json
from pathlib import Path

from PIL import Image, ImageDraw

SIDES = {"small_icon.png": 108, "large_icon.png": 512}
"""Sides in pixels that the store asks for."""

OVERSAMPLING = 8
GROUND, LEG, STROKE = "#c8553d", "#fff3e4", "#ffd27f"

Point = tuple[float, float]

OUTLINE: tuple[Point, ...] = (
    (0.6, -0.10), (0.6, 0.05), (0.59, 0.22), (0.57, 0.40), (0.545, 0.56), (0.55, 0.66),
    (0.62, 0.715), (0.73, 0.76), (0.795, 0.80), (0.795, 0.85), (0.73, 0.865), (0.61, 0.862),
    (0.53, 0.845), (0.45, 0.862), (0.38, 0.862), (0.345, 0.82), (0.365, 0.75), (0.395, 0.65),
    (0.365, 0.55), (0.305, 0.42), (0.295, 0.30), (0.335, 0.18), (0.355, 0.05), (0.355, -0.10),
)  # fmt: skip
"""Points on the leg's outline, shares of the icon's side from its top left corner: shin, toes, sole, heel, calf."""

STROKES: tuple[tuple[Point, Point], ...] = (
    ((0.235, 0.245), (0.145, 0.20)),
    ((0.225, 0.35), (0.115, 0.35)),
    ((0.245, 0.455), (0.155, 0.50)),
)
STROKE_WIDTH = 0.036


def smooth(points: tuple[Point, ...], steps: int = 16) -> list[Point]:
    """A closed Catmull-Rom curve through the points."""
    count = len(points)
    return [
        _between(points[index - 1], start, points[(index + 1) % count], points[(index + 2) % count], step / steps)
        for index, start in enumerate(points)
        for step in range(steps)
    ]


def _between(before: Point, start: Point, end: Point, after: Point, share: float) -> Point:
    """The point at `share` of the way from start to end, on a curve that also heeds their neighbours."""

    def along(axis: int) -> float:
        a, b, c, d = before[axis], start[axis], end[axis], after[axis]
        bend = 2 * a - 5 * b + 4 * c - d
        twist = 3 * (b - c) + d - a
        return b + share * ((c - a) + share * (bend + share * twist)) / 2

    return along(0), along(1)


def draw(side: int) -> Image.Image:
    """The icon, `side` pixels square."""
    large = side * OVERSAMPLING
    picture = Image.new("RGB", (large, large), GROUND)
    canvas = ImageDraw.Draw(picture)
    canvas.polygon([(x * large, y * large) for x, y in smooth(OUTLINE)], fill=LEG)
    for start, end in STROKES:
        _stroke(canvas, start, end, large)
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _stroke(canvas: ImageDraw.ImageDraw, start: Point, end: Point, side: int) -> None:
    """A line with round ends."""
    canvas.line([(x * side, y * side) for x, y in (start, end)], fill=STROKE, width=round(STROKE_WIDTH * side))
    radius = STROKE_WIDTH / 2
    for x, y in (start, end):
        canvas.ellipse([(v * side) for v in (x - radius, y - radius, x + radius, y + radius)], fill=STROKE)


def write(root: Path) -> None:
    """Write both icons for each locale that the manifest lists."""
    manifest = json.loads((root / "skill.json").read_text(encoding="utf-8"))["manifest"]
    icons = {name: draw(side) for name, side in SIDES.items()}
    for locale in manifest["publishingInformation"]["locales"]:
        folder = root / "assets" / "images" / locale
        folder.mkdir(parents=True, exist_ok=True)
        for name, icon in icons.items():
            icon.save(folder / name, optimize=True)


if __name__ == "__main__":
    write(Path.cwd())
