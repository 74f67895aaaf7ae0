"""What the effort costs the state: today's total, and each year's expenditure after the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from samvirke.alternatives.journal import Posting
from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Outcome, PartKind, Sum, Valuation
from samvirke.quantities.months import Month, months_shared, year_span
from samvirke.study.money import Spending
from samvirke.study.study import Study

FIRST_MONTH, LAST_MONTH = Month(0, 1), Month(9999, 12)


def months_in_force(row: Spending, first: Month, end: Month) -> int:
    """How many months of a span a spending row runs in."""
    return months_shared(row.from_month or FIRST_MONTH, row.until or LAST_MONTH, first, end)


def today_total(study: Study, valuation: Valuation) -> Outcome:
    """Today's total expenditure on the effort, kroner a year (decision 9).

    The recurring spending rows with a state line that were in force in the base year, ordinary case work
    left out, in the study's prices.
    """
    first, end = year_span(study.assignment.base_year)
    found = Sum(valuation)
    for key, row in study.spending.items():
        if row.counts:
            found.add(row.yearly, months_in_force(row, first, end) / 12, row.source, ("row", key, ""))
    return found.outcome


def today_rows(study: Study, valuation: Valuation) -> dict[str, Outcome]:
    """Every spending row in the base year, kroner a year, those beside the total too."""
    first, end = year_span(study.assignment.base_year)
    found = {}
    for key, row in study.spending.items():
        one = Sum(valuation)
        one.add(row.yearly, months_in_force(row, first, end) / 12, row.source, ("row", key, ""))
        found[f"today.row.{key}"] = one.outcome
    return found


def carried_forward(study: Study, valuation: Valuation, year: int) -> Outcome:
    """Today's rows as they run in a later year, kroner, before any change."""
    found = Sum(valuation)
    for key, row in study.spending.items():
        if row.in_effort:
            weight = months_in_force(row, *year_span(year)) / 12
            found.add(row.yearly, weight, row.source, ("row", key, ""))
    return found.outcome


def posted_inside(
    journal: Iterable[Posting], valuation: Valuation, weight: Callable[[Posting], float]
) -> Outcome:
    """What postings add to the effort's own expenditure, each with its weight."""
    found = Sum(valuation)
    for posting in journal:
        direction = posting.taker.inside - posting.giver.inside
        found.add(posting.amount, direction * weight(posting), part=part_of(posting))
    return found.outcome


def part_of(posting: Posting) -> tuple[PartKind, str, str]:
    """What a posting is told as in a sum: the change behind it, and what it is for."""
    return "change", posting.change, posting.purpose


def in_year(year: int) -> Callable[[Posting], float]:
    """The weight of a posting in a calendar year: the part of twelve months that it runs."""
    return lambda posting: posting.months_in(year) / 12


def expenditure(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Expenditure by year, in all and split into recurring and one-off, kroner."""
    found: dict[str, Outcome] = {}
    recurring = [p for p in plan.journal if not _is_one_off_cost(p)]
    once = [p for p in plan.journal if _is_one_off_cost(p)]
    for year in plan.today.assignment.years:
        base = carried_forward(plan.today, valuation, year)
        running = base + posted_inside(recurring, valuation, in_year(year))
        one_off = posted_inside(once, valuation, in_year(year))
        found[f"expenditure.total.{year}"] = running + one_off
        found[f"expenditure.recurring.{year}"] = running
        found[f"expenditure.one_off.{year}"] = one_off
    return found


def _is_one_off_cost(posting: Posting) -> bool:
    """A cost that falls once; what pays for it is a reduction of something that recurs."""
    return posting.kind == "one-off" and posting.taker.inside


def by_part(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Recurring expenditure by line, actor and kind in each year, from the rows as the changes leave them.

    Reductions that pay one-off costs are taken from their row in the months they fall.
    """
    sums: dict[str, Sum] = {}
    for year in plan.today.assignment.years:
        for phase in plan.phases:
            first, end = year_span(year)
            span = max(first, phase.first), min(end, phase.end)
            for key, row in phase.study.spending.items():
                if row.in_effort and span[0] < span[1]:
                    weight = months_in_force(row, *span) / 12
                    for name in _parts(row, year):
                        one = sums.setdefault(name, Sum(valuation))
                        one.add(row.yearly, weight, row.source, ("row", key, ""))
        for posting in plan.journal:
            months = posting.months_in(year)
            if (
                months
                and posting.kind == "one-off"
                and posting.giver.row is not None
                and posting.giver.inside
            ):
                phase = next(p for p in plan.phases if p.first <= posting.first < p.end)
                for name in _parts(phase.study.spending[posting.giver.row], year):
                    sums[name].add(posting.amount, -months / 12, part=part_of(posting))
    return {name: one.outcome for name, one in sums.items()}


def _parts(row: Spending, year: int) -> tuple[str, str, str]:
    return (
        f"expenditure.line.{row.line}.{year}",
        f"expenditure.actor.{row.actor}.{year}",
        f"expenditure.kind.{row.kind}.{year}",
    )
