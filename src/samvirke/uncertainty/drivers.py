"""Which assumptions a figure hangs on most: by rank correlation over the draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.valuation import Array, Outcome, Valuation, ranks

WEAK = 0.1  # a rank correlation below this is not worth a reader's time


def money_moved(outcomes: Mapping[str, Outcome]) -> Outcome:
    """What an alternative costs once and what it asks of others, in all: the money it is itself about."""
    asked = ("funding.given_up.", "funding.outside.")
    chosen = [o for name, o in outcomes.items() if name == "one_off.total" or name.startswith(asked)]
    total = chosen[0]
    for outcome in chosen[1:]:
        total = total + outcome
    return total


def drivers(outcome: Outcome, valuation: Valuation) -> tuple[str, ...]:
    """The assumptions a figure rests on, those that move it most first; weak ones left out."""
    found = strengths(outcome.values, sorted(outcome.assumptions), valuation)
    strong = {name.split(VERSION)[0]: strength for name, strength in found.items() if strength > WEAK}
    return tuple(sorted(strong, key=lambda name: (-round(strong[name], 3), name)))


def strengths(values: Array, names: Iterable[str], valuation: Valuation) -> dict[str, float]:
    """How closely each assumption goes with the values, from 0 to 1; those without any spread left out.

    The size of Spearman's rank correlation of the assumption's column with the values, over the draws.
    """
    own = ranks(values)
    found: dict[str, float] = {}
    if float(own.std()) > 0:
        for name in names:
            column = valuation.ranks(name)
            if float(column.std()) > 0:
                found[name] = abs(float(np.corrcoef(own, column)[0, 1]))
    return found
