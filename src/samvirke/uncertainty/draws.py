"""Joint draws of all assumptions: scrambled Sobol points through each quantile function.

Points: Sobol 1967 with Owen's scrambling as in SciPy; correlations by a Gaussian copula on normal scores
(rank ρ to Pearson 2·sin(πρ/6)). One column belongs to each assumption in file order, so the same draws serve
every alternative and a new assumption at the end leaves the others as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.valuation import Array, Valuation
from samvirke.errors import Problem, StudyError
from samvirke.language import Text
from samvirke.quantities.distributions import Formula, Metalog
from samvirke.quantities.expressions import references
from samvirke.quantities.prices import factor_of
from samvirke.quantities.units import UNITS
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study
from samvirke.study.unit_checks import correlation_matrix, place_of
from samvirke.uncertainty.points import EDGE, FEW, points
from samvirke.uncertainty.quantiles import quantile

LARGEST = 1e18  # kroner, people or hours: nothing a study can be about is larger


def sample(
    study: Study,
    draws: int,
    seed: int,
    versions: Mapping[str, Assumption] | None = None,
    *,
    stretch: float = 1.0,
) -> Valuation:
    """Draw every assumption `draws` times; columns of shape (draws,) in base units and study prices.

    `versions` are assumptions as a `set` leaves them; they use the draw of the assumption they replace.
    With a `stretch` of 2 every value lies twice as far from its median, within what the quantity can be;
    what then becomes impossible is left to the caller, since it is not what the study says. Raises
    StudyError for assumptions that the study itself lets be impossible.
    """
    names = drawn(study)
    places = _correlated(study, names, points(len(names), draws, seed))
    probability = {name: places[:, column] for column, name in enumerate(names)}
    found = valued(study, probability, draws, versions, stretch=stretch)
    if stretch == 1.0:
        _refuse_impossible(study, found.columns)
    return found


def ask_ahead(study: Study, draws: int, seed: int) -> None:
    """Begin with the points that `sample` will want, where they are so few that it saves time."""
    columns = len(drawn(study))
    if columns * draws <= FEW:
        points.ahead(columns, draws, seed)


def drawn(study: Study) -> list[str]:
    """The assumptions that have a column of draws: all that are written, in file order."""
    return [name for name in study.assumptions if VERSION not in name]


def valued(
    study: Study,
    probability: Mapping[str, Array],
    draws: int,
    versions: Mapping[str, Assumption] | None = None,
    *,
    stretch: float = 1.0,
) -> Valuation:
    """Every assumption where its distribution has these probabilities, shape (draws,) each."""
    everything = {**study.assumptions, **(versions or {})}
    columns: dict[str, Array] = {}
    with np.errstate(all="ignore"):  # what is not a number is told in the study's own words
        for name in _used_first(everything):
            columns[name] = _column(study, everything[name], name, probability, columns, stretch)
    return Valuation(columns, draws)


def _used_first(everything: Mapping[str, Assumption]) -> Iterator[str]:
    """Every assumption once, in file order, but what a formula uses before the formula."""
    done: set[str] = set()
    for first in everything:
        pending = [first]
        while pending:
            form = everything[pending[-1]].distribution
            wanted = sorted(references(form.expression)) if isinstance(form, Formula) else []
            missing = [name for name in wanted if name not in done]
            pending.extend(missing)
            if not missing:
                name = pending.pop()
                if name not in done:
                    done.add(name)
                    yield name


def _refuse_impossible(study: Study, columns: Mapping[str, Array]) -> None:
    """Raise StudyError for assumptions that in some draw are no number, or larger than anything is."""
    wrong = [name for name, values in columns.items() if not (np.abs(values) <= LARGEST).all()]
    if wrong:
        raise StudyError(
            Problem(
                place_of(study, name.split(VERSION)[0]),
                Text(
                    f"`{name.split(VERSION)[0]}` blir i noen trekninger ikke et tall, eller for stort",
                    f"`{name.split(VERSION)[0]}` is in some draws not a number, or too large",
                ),
                Text(
                    "Se etter deling på noe som kan være null, og etter nuller for mye.",
                    "Look for division by what may be zero, and for a few zeros too many.",
                ),
            )
            for name in wrong
        )


def _correlated(study: Study, names: list[str], places: Array) -> Array:
    """The points with the declared rank correlations put on them."""
    if not study.correlations:
        return places
    from scipy.special import ndtr, ndtri

    chosen, matrix = correlation_matrix(study)
    columns = [names.index(name) for name in chosen]
    scores = ndtri(places[:, columns]) @ np.linalg.cholesky(np.array(matrix)).T
    mixed = places.copy()
    mixed[:, columns] = np.clip(ndtr(scores), EDGE, 1 - EDGE)
    return mixed


def _column(
    study: Study,
    assumption: Assumption,
    name: str,
    probability: Mapping[str, Array],
    columns: Mapping[str, Array],
    stretch: float,
) -> Array:
    """One column in base units and study prices; what a formula uses is in `columns` already."""
    form = assumption.distribution
    base = probability[name.split(VERSION)[0]]
    if isinstance(form, Formula):
        return Valuation(columns, base.size).of(form.expression)
    values = quantile(form, base) if stretch == 1.0 else _stretched(assumption, base, stretch)
    return values * price_factor(study, assumption)


def price_factor(study: Study, assumption: Assumption) -> float:
    """What an assumption's own number is multiplied by to be in base units and the study's prices."""
    factor = UNITS[assumption.unit].factor
    if assumption.price_year is None:
        return factor
    index = study.index(study.assignment.index)
    return factor * factor_of(index, assumption.price_year, study.assignment.price_year)


def _stretched(assumption: Assumption, probability: Array, stretch: float) -> Array:
    """Values so many times as far from the median, within what the quantity can be.

    The bounds are those that percentiles are written with; zero for what is never below it; and one for a
    share. The ends of other distributions are what the study believes, and are stretched with the rest.
    """
    form = assumption.distribution
    middle, least, most = quantile(form, np.array([0.5, EDGE, 1 - EDGE]))
    low, high = (form.low, form.high) if isinstance(form, Metalog) else (None, None)
    if low is None and least >= 0:
        low = 0.0
    if high is None and assumption.unit == "share" and most <= 1:
        high = 1.0
    values: Array = np.clip(middle + stretch * (quantile(form, probability) - middle), low, high)
    return values
