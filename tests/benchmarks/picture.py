"""Time against size as a picture; on both axes ten times as much is the same step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log10
from typing import Any

from tests.benchmarks.peers import FLOOR

SUBTITLE = "Time to make it, after another in the same process"
NAMESPACE = "http://www.w3.org/2000/svg"
WIDTH, HEIGHT = 820, 520
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 64, 56
LABEL = 17
"""The least from one label to the next."""
COLOURS = {
    "aftale": "#0f6e84", "docxtpl": "#c2571a", "python-docx": "#a3862b", "docxtemplater": "#7a4fa3",
    "easy-template-x": "#b0457a", "carbone": "#4a6fb3", FLOOR: "#8a8f94",
}  # fmt: skip
STROKES = {"aftale": ";stroke-width:3.4", FLOOR: ";stroke-dasharray:5 4"}
WEIGHTS = {"aftale": ";font-weight:700"}
NAMES = {FLOOR: "floor: Jinja2, zip"}
STYLE = """svg { font: 13px "Segoe UI", "Helvetica Neue", Arial, sans-serif }
.title { font-size: 17px; font-weight: 600; fill: #30363b } .note { fill: #6a7177 }
.grid { stroke: #e3e6e8 } .axis { stroke: #9aa1a6 } polyline { fill: none; stroke-width: 1.8 }"""


def picture(growth: Mapping[str, Mapping[str, Any]]) -> str:
    """The SVG of one table of ever more rows, a line for each tool."""
    drawn = {rows: {name: each for name, each in ways.items() if name in COLOURS}
             for rows, ways in growth.items()}  # fmt: skip
    return Picture(drawn).drawn()


class Picture:
    """The lines, and where on the page a size and a time are."""

    def __init__(self, growth: Mapping[str, Mapping[str, Any]]) -> None:
        self.sizes = [int(size) for size in growth]
        ways = list(growth.values())
        self.lines = {name: [each[name]["inside"] for each in ways] for name in ways[0]}
        seconds = [second for line in self.lines.values() for second in line]
        self.least, self.most = log10(min(seconds)) - 0.1, log10(max(seconds)) + 0.1

    def x(self, size: float) -> float:
        """From the left, for so many rows."""
        first, last = log10(self.sizes[0]), log10(self.sizes[-1])
        return LEFT + (log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(self, seconds: float) -> float:
        """From the top, for so many seconds."""
        share = (log10(seconds) - self.least) / (self.most - self.least)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def drawn(self) -> str:
        """The whole SVG."""
        parts = [
            f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
            "<title>Time against the rows of a table, for each tool</title>",
            f"<style>{STYLE}</style>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            _text(LEFT - 40, 26, "A Word document with a table of ever more rows", "title"),
            _text(LEFT - 40, 46, f"{SUBTITLE}; lower is better", "note"),
            *self._grid(),
            *self._drawn_lines(),
            *self._labels(),
            "</svg>",
        ]
        return "\n".join(parts) + "\n"

    def _grid(self) -> Iterable[str]:
        right, low = WIDTH - RIGHT, HEIGHT - BOTTOM
        for seconds in (step * 10.0**power for power in range(-4, 4) for step in (1, 2, 5)):
            if self.least <= log10(seconds) <= self.most:
                yield _line("grid", LEFT, self.y(seconds), right, self.y(seconds))
                yield _text(LEFT - 8, self.y(seconds) + 4, _time(seconds), "note", "end")
        for size in self.sizes:
            yield _line("grid", self.x(size), TOP, self.x(size), low)
            yield _text(self.x(size), low + 20, f"{size:,}", "note", "middle")
        yield _line("axis", LEFT, low, right, low)
        yield _text((LEFT + right) / 2, low + 42, "rows in the table", "note", "middle")

    def _drawn_lines(self) -> Iterable[str]:
        for name, line in self.lines.items():
            places = [(self.x(size), self.y(seconds)) for size, seconds in zip(self.sizes, line, strict=True)]
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            look = f"stroke:{COLOURS[name]}{STROKES.get(name, '')}"
            yield f'<polyline fill="none" points="{points}" style="{look}"/>'
            dots = (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4"/>' for x, y in places)
            yield f'<g style="fill:{COLOURS[name]}">{"".join(dots)}</g>'

    def _labels(self) -> Iterable[str]:
        """The names at the ends of their lines, moved apart where they would touch."""
        below = 0.0
        for name in sorted(self.lines, key=lambda name: -self.lines[name][-1]):
            seconds = self.lines[name][-1]
            below = max(self.y(seconds) + 4, below + LABEL)
            label = _text(WIDTH - RIGHT + 12, below, f"{NAMES.get(name, name)}, {_time(seconds)}", "name")
            yield f'<g style="fill:{COLOURS[name]}{WEIGHTS.get(name, "")}">{label}</g>'


def _time(seconds: float) -> str:
    return f"{seconds:.2g} s" if seconds >= 1 else f"{1000 * seconds:.3g} ms"


def _line(kind: str, *ends: float) -> str:
    x1, y1, x2, y2 = ends
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, text: str, kind: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
