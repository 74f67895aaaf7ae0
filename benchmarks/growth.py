"""How time and memory grow with the size of a study, and with the number of draws."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.large_study import LARGE, write_study
from benchmarks.processes import Measured, median

SHARES = (0.125, 0.25, 0.5, 1.0)  # of the large study: rows, actors, tasks and the rest together
DRAWS = (500, 1_000, 2_000, 4_000)
DRAWS_OF_SHARES = 2_000
SHARE_OF_DRAWS = 0.25


@dataclass(frozen=True)
class Point:
    """One size, and what a command took at it."""

    size: float
    label: str
    found: Measured


def slope(points: Sequence[Point], field: str) -> float:
    """The exponent of growth: the slope of a straight line through the points, both axes logarithmic."""
    sizes = np.log([point.size for point in points])
    return float(np.polyfit(sizes, np.log([getattr(point.found, field) for point in points]), 1)[0])


def by_rows(command: str) -> Iterator[Point]:
    """A command on studies of ×1, ×2, ×4 and ×8 the size."""
    for share in SHARES:
        size = LARGE.times(share)
        with tempfile.TemporaryDirectory() as folder:
            write_study(Path(folder), size)
            yield Point(size.rows, f"{size.rows:,} rows", median(_asked(command, folder), 1))


def by_draws() -> Iterator[Point]:
    """`run` with ×1, ×2, ×4 and ×8 the draws."""
    with tempfile.TemporaryDirectory() as folder:
        write_study(Path(folder), LARGE.times(SHARE_OF_DRAWS))
        for draws in DRAWS:
            yield Point(draws, f"{draws:,} draws", median(_asked("run", folder, draws), 1))


def _asked(command: str, folder: str, draws: int = DRAWS_OF_SHARES) -> tuple[str, ...]:
    return (
        (command, folder)
        if command == "check"
        else (command, folder, "--draws", str(draws), "--formats", "html")
    )


def table(points: Sequence[Point]) -> str:
    """The points, and below them how the figures grow."""
    first = points[0].found
    lines = ["| size | CPU, s | times the first | memory, MB |", "|---|---|---|---|"]
    for point in points:
        found = point.found
        times = f"× {found.seconds / first.seconds:.1f}"
        lines.append(f"| {point.label} | {found.seconds:.2f} | {times} | {found.megabytes:.0f} |")
    time, memory = slope(points, "seconds"), slope(points, "megabytes")
    lines.append(f"| exponent of growth | {time:.2f} | | {memory:.2f} |")
    return "\n".join(lines)
