"""Discount factors: what a krone of another year is worth in the comparison year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samvirke.consequences.economics.rules import discounting
from samvirke.quantities.months import Month, months_shared, year_span
from samvirke.study.assignment import Assignment, Discounting

Factors = Mapping[int, float]


def discount_factors(assignment: Assignment, years: Iterable[int] | None = None) -> Factors:
    """The factor of each year, 1 in the comparison year; the study's years unless others are asked for.

    A factor is the product of 1 / (1 + rate) over the years since the comparison year, each with its own
    rate, and not the last rate to the power of them all. Years before the comparison year are compounded.
    A year has one factor, whatever the month.

    Source: Kystverket, FRAM 3.5, which cites R-109/21.
    """
    rules, base = discounting(assignment), assignment.comparison_year
    # The comparison year itself is not discounted, so that its first year at a rate is the one after it.
    first = base + 1 if rules.origin == "comparison_year" else assignment.first_year
    wanted = tuple(assignment.years if years is None else years)
    found, factor = {base: 1.0}, 1.0
    for year in range(base + 1, max(wanted, default=base) + 1):
        factor /= 1 + rate_in(rules, year - first)
        found[year] = factor
    factor = 1.0
    for year in range(base, min(wanted, default=base), -1):
        factor *= 1 + rate_in(rules, year - first)
        found[year - 1] = factor
    return {year: found[year] for year in wanted}


def rate_in(rules: Discounting, place: int) -> float:
    """The rate of the year that has this place in the staircase; the first year has place 0."""
    left = place
    for rate, years in zip(rules.rates, rules.years, strict=False):
        if left < years:
            return rate
        left -= years
    return rules.rates[-1]


def annuity(factors: Factors) -> float:
    """What one krone in each of the years is worth in the comparison year."""
    return sum(factors.values())


def discounted_years(first: Month, end: Month, factors: Factors) -> float:
    """How many years a span of months is, each counted by its factor: the weight of an amount a year."""
    return sum(factor * months_shared(first, end, *year_span(year)) / 12 for year, factor in factors.items())
