"""Where a result comes from: the run that made it and what the number rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a run was made of; the same provenance gives the same bytes.

    `study` is the SHA-256 of the study's files, in hexadecimal.
    """

    study: str
    seed: int
    draws: int
    version: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing that a figure is put together from, by its kind and id, such as a spending row or a change.

    `amount` is what it adds to the expected value, in the figure's unit, not rounded. `purpose` tells apart
    what one change does for several reasons. For a part of kind `figure`, which the figure is read from,
    `id` is its name.
    """

    kind: str
    id: str
    purpose: str
    amount: float
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a result, with its range, its unit and what it rests on.

    `expected` is the mean over the draws, `p10`, `p50` and `p90` are quantiles of the draws. A figure that
    does not depend on any assumption has the same value in all four. `against_zero` is True when the
    figure is the difference from the zero alternative, draw by draw. `parts` are what it is put together
    from, those that come to nothing left out.
    """

    name: str
    alternative: str
    against_zero: bool
    unit: str
    expected: float
    p10: float
    p50: float
    p90: float
    assumptions: tuple[str, ...]
    sources: tuple[str, ...] = ()
    parts: tuple[Contribution, ...] = ()
