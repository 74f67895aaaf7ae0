"""A stretch of time in which an alternative changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.quantities.months import Month
from samvirke.study.study import Study


@dataclass(frozen=True, slots=True)
class Phase:
    """A span of months in which nothing changes: [first, end)."""

    first: Month
    end: Month
    study: Study
    changes: tuple[str, ...]
