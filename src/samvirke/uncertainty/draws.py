"""Joint draws of all assumptions: scrambled Sobol points through each quantile function.

Points: Sobol 1967 with Owen's scrambling as in SciPy; correlations by a Gaussian copula on normal scores
(rank ρ to Pearson 2·sin(πρ/6)). One column belongs to each assumption in file order, so the same draws serve
every alternative and a new assumption at the end leaves the others as they were.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.valuation import Array, Valuation
from samvirke.quantities.distributions import Formula
from samvirke.quantities.expressions import references
from samvirke.quantities.prices import factor_of
from samvirke.quantities.units import UNITS
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study
from samvirke.study.unit_checks import correlation_matrix
from samvirke.uncertainty.quantiles import quantile

MAX_DRAWS = 1 << 20
# Columns come in blocks, each scrambled by itself, so that one more assumption leaves the others alone.
BLOCK = 64
EDGE = 2.0**-33  # a scrambled point can be 0; the tails of a distribution are not to be infinite


def sample(
    study: Study, draws: int, seed: int, versions: Mapping[str, Assumption] | None = None
) -> Valuation:
    """Draw every assumption `draws` times; columns of shape (draws,) in base units and study prices.

    `versions` are assumptions as a `set` leaves them; they use the draw of the assumption they replace.
    """
    names = [name for name in study.assumptions if VERSION not in name]
    points = _correlated(study, names, _points(len(names), draws, seed))
    probability = {name: points[:, column] for column, name in enumerate(names)}
    columns: dict[str, Array] = {}
    everything = {**study.assumptions, **(versions or {})}
    for name in everything:
        _fill(study, everything, name, probability, columns, draws)
    return Valuation(columns, draws)


def _points(columns: int, draws: int, seed: int) -> Array:
    """Scrambled Sobol points in the open unit cube, shape (draws, columns)."""
    from scipy.stats import qmc  # takes a second to import

    power = max(0, (draws - 1).bit_length())
    blocks: list[Array] = []
    for last in range(BLOCK, columns + BLOCK, BLOCK):
        # The block's own dimensions of the sequence; the ones before it are another block's.
        sampler = qmc.Sobol(d=last, scramble=True, rng=np.random.default_rng((seed, last)))
        blocks.append(sampler.random_base2(power)[:draws, last - BLOCK :])
    points = np.hstack(blocks)[:, :columns] if blocks else np.empty((draws, 0))
    return np.clip(points, EDGE, 1 - EDGE)


def _correlated(study: Study, names: list[str], points: Array) -> Array:
    """The points with the declared rank correlations put on them."""
    if not study.correlations:
        return points
    from scipy.special import ndtr, ndtri

    chosen, matrix = correlation_matrix(study)
    columns = [names.index(name) for name in chosen]
    scores = ndtri(points[:, columns]) @ np.linalg.cholesky(np.array(matrix)).T
    mixed = points.copy()
    mixed[:, columns] = np.clip(ndtr(scores), EDGE, 1 - EDGE)
    return mixed


def _fill(
    study: Study,
    everything: Mapping[str, Assumption],
    name: str,
    probability: Mapping[str, Array],
    columns: dict[str, Array],
    draws: int,
) -> None:
    """One column in base units and study prices; what a formula uses is filled first."""
    if name in columns:
        return
    assumption = everything[name]
    form = assumption.distribution
    if isinstance(form, Formula):
        for used in sorted(references(form.expression)):
            _fill(study, everything, used, probability, columns, draws)
        columns[name] = Valuation(columns, draws).of(form.expression)
        return
    values = quantile(form, probability[name.split(VERSION)[0]])
    factor = UNITS[assumption.unit].factor
    year = assumption.price_year
    if year is not None:
        factor *= factor_of(study.index(study.assignment.index), year, study.assignment.price_year)
    columns[name] = values * factor
