"""Whether what is said of the alternatives stands when every range is twice as wide.

People's ranges are as a rule too narrow. So the alternatives are drawn anew with every assumption twice as
far from its median, and what is still the same is held to be firm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from samvirke.consequences.valuation import Array, Outcome, read_from
from samvirke.quantities.rounding import KRONE
from samvirke.uncertainty.beliefs.measures import VERDICTS, Measured

STRETCH = 2.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How the alternatives stand in one set of draws.

    `order` is by what they cost society, the least first, on expected values. `best` is the share of draws in
    which each costs least, equals sharing. `verdicts` are the probabilities of lying within today's total.
    """

    order: tuple[str, ...]
    best: Mapping[str, float]
    verdicts: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Doubled:
    """How the alternatives stand with the study's own ranges, and with ranges twice as wide."""

    own: Standing
    wide: Standing | None

    @property
    def same_least(self) -> bool:
        """Whether the alternative that most often costs society least is the same."""
        return self.wide is not None and _first(self.own.best) == _first(self.wide.best)

    @property
    def same_order(self) -> bool:
        """Whether the order by what they cost society is the same."""
        return self.wide is not None and self.own.order == self.wide.order


def _first(best: Mapping[str, float]) -> str:
    return max(best, key=lambda name: best[name])


def standing(found: Measured, compared: Sequence[str]) -> Standing | None:
    """How alternatives stand; those that differ by no more than a krone keep the order of the study.

    Draws in which something is no number are left out; None when nothing is left.
    """
    values = {name: found[name]["annual_value"].values for name in compared}
    table = np.array(list(values.values()))
    usable = np.isfinite(table).all(axis=0)
    if not usable.any():
        return None
    means = dict(zip(values, table[:, usable].mean(axis=1).tolist(), strict=True))
    return Standing(
        tuple(sorted(compared, key=lambda name: -round(means[name]))),
        dict(zip(values, _least(table[:, usable]).mean(axis=1).tolist(), strict=True)),
        {name: {one: found[name][one].mean for one in VERDICTS} for name in compared},
    )


def least_costly(found: Measured, compared: Sequence[str]) -> dict[str, Outcome]:
    """For each alternative, in every draw, its share of being the one that costs society least."""
    outcomes = [found[name]["annual_value"] for name in compared]
    rests_on = frozenset().union(*(one.assumptions for one in outcomes))
    shares = _least(np.array([one.values for one in outcomes]))
    return {
        name: Outcome(share, rests_on, parts=(read_from("annual_value", own),))
        for name, own, share in zip(compared, outcomes, shares, strict=True)
    }


def _least(table: Array) -> Array:
    """In each draw, 1 for the row that is highest, shared between equals; shape as the table."""
    least = table >= table.max(axis=0) - KRONE
    shares: Array = least / least.sum(axis=0)
    return shares
