"""What today's study comes to in one set of draws: the same for every plan, and so worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.alternatives.rows import runs_in
from samvirke.consequences.valuation import Outcome, PartKind, Sum, Valuation
from samvirke.quantities.months import Month, months_shared, year_span
from samvirke.study.money import Spending
from samvirke.study.study import Study

FIRST_MONTH, LAST_MONTH = Month(0, 1), Month(9999, 12)


@dataclass(frozen=True, slots=True)
class Today:
    """Today's expenditure on the effort, and what it is in later years when nothing is changed.

    `total` is kroner a year in the base year (decision 9): the recurring spending rows with a state line that
    were in force then, ordinary case work left out, in the study's prices. `carried_forward` is kroner in
    each year of the study, and `going_on` kroner a year once the study's last month is over.
    """

    total: Outcome
    carried_forward: Mapping[int, Outcome]
    going_on: Outcome


def today(study: Study, valuation: Valuation) -> Today:
    """Add up today's rows."""
    base, end = year_span(study.assignment.base_year), study.end
    spans = {year: year_span(year) for year in study.assignment.years}
    total, going_on = Sum(valuation), Sum(valuation)
    years = {year: Sum(valuation) for year in spans}
    for key, row in study.spending.items():
        amount = study.yearly[key]
        part: tuple[PartKind, str, str] = ("row", key, "")
        if row.counts:
            total.add(amount, months_in_force(row, *base) / 12, row.source, part)
            going_on.add(amount, float(goes_on(row, end)), row.source, part)
        for year, span in spans.items() if row.in_effort else ():
            years[year].add(amount, months_in_force(row, *span) / 12, row.source, part)
    return Today(total.outcome, {year: one.outcome for year, one in years.items()}, going_on.outcome)


def today_rows(study: Study, valuation: Valuation) -> dict[str, Outcome]:
    """Every spending row in the base year, kroner a year, those beside the total too."""
    first, end = year_span(study.assignment.base_year)
    found = {}
    for key, row in study.spending.items():
        one = Sum(valuation)
        one.add(study.yearly[key], months_in_force(row, first, end) / 12, row.source, ("row", key, ""))
        found[f"today.row.{key}"] = one.outcome
    return found


def months_in_force(row: Spending, first: Month, end: Month) -> int:
    """How many months of a span a spending row runs in."""
    return months_shared(row.from_month or FIRST_MONTH, row.until or LAST_MONTH, first, end)


def goes_on(row: Spending, end: Month) -> bool:
    """Whether a row runs in the last month of the study and after it."""
    return runs_in(row, end.plus(-1)) and (row.until is None or row.until > end)
