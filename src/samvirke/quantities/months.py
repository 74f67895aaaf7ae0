"""Months of the calendar, the smallest step in which anything starts, ends or is paid."""

from __future__ import annotations

import re
from dataclasses import dataclass

PATTERN = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """One month; `start` means its first day.

    >>> Month.parse("2022-01").plus(13)
    Month(year=2023, month=2)
    """

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `yyyy-mm`; raises ValueError on anything else."""
        match = PATTERN.fullmatch(text)
        if not match:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @property
    def index(self) -> int:
        """Months since year 0: a line on which months can be counted."""
        return self.year * 12 + self.month - 1

    @classmethod
    def at(cls, index: int) -> Month:
        """The month with this index."""
        return cls(index // 12, index % 12 + 1)

    def plus(self, months: int) -> Month:
        """The month so many months later."""
        return Month.at(self.index + months)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def months_shared(first: Month, end: Month, other_first: Month, other_end: Month) -> int:
    """How many months two half-open spans [first, end) have in common."""
    return max(0, min(end.index, other_end.index) - max(first.index, other_first.index))


def year_span(year: int) -> tuple[Month, Month]:
    """A calendar year as a half-open span of months."""
    return Month(year, 1), Month(year + 1, 1)
