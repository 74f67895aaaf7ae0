"""Rounding that keeps sums: the parts of a table meet its total."""

from __future__ import annotations

import math
from collections.abc import Sequence

KRONE = 1.0  # what sums of money may differ by and still be told as equal


def rounded_to_sum(parts: Sequence[float]) -> list[int]:
    """Whole numbers near `parts` that add up to their rounded sum.

    Largest remainder (Hamilton's method): every part is rounded down, and what is missing goes, one each,
    to those that lost most; the first among equals.

    >>> rounded_to_sum([1.4, 1.4, 1.4])
    [2, 1, 1]
    """
    floors = [math.floor(part) for part in parts]
    missing = round(sum(parts)) - sum(floors)
    by_loss = sorted(range(len(parts)), key=lambda i: (floors[i] - parts[i], i))
    for index in by_loss[:missing]:
        floors[index] += 1
    return floors
