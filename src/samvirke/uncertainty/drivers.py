"""Which assumptions a figure hangs on most: by rank correlation over the draws."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.valuation import Array, Outcome, Valuation

WEAK = 0.1  # a rank correlation below this is not worth a reader's time


def money_moved(outcomes: Mapping[str, Outcome]) -> Outcome:
    """What an alternative costs once and what it asks of others, in all: the money it is itself about."""
    chosen = [
        o for name, o in outcomes.items() if name == "one_off.total" or name.startswith("funding.given_up.")
    ]
    total = chosen[0]
    for outcome in chosen[1:]:
        total = total + outcome
    return total


def drivers(outcome: Outcome, valuation: Valuation) -> tuple[str, ...]:
    """The assumptions a figure rests on, those that move it most first; weak ones left out.

    Spearman's rank correlation of the assumption's column with the figure, over the draws.
    """
    ranks = _ranks(outcome.values)
    found: dict[str, float] = {}
    if float(ranks.std()) > 0:
        for name in sorted(outcome.assumptions):
            column = _ranks(valuation.columns[name])
            if float(column.std()) > 0:
                found[name.split(VERSION)[0]] = abs(float(np.corrcoef(ranks, column)[0, 1]))
    strong = [name for name, strength in found.items() if strength > WEAK]
    return tuple(sorted(strong, key=lambda name: (-round(found[name], 3), name)))


def _ranks(values: Array) -> Array:
    """Ranks from 0; a column without any spread has none."""
    if float(values.min()) == float(values.max()):
        return np.zeros(values.size)
    ranks = np.empty(values.size)
    ranks[np.argsort(values, kind="stable")] = np.arange(values.size)
    return ranks
