"""What the effort costs the state: today's total, and each year's expenditure after the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from samvirke.alternatives.journal import Posting
from samvirke.alternatives.plan import Plan
from samvirke.consequences.today import Today
from samvirke.consequences.valuation import Outcome, PartKind, Sum, Valuation


def posted_inside(
    journal: Iterable[Posting], valuation: Valuation, weight: Callable[[Posting], float]
) -> Outcome:
    """What postings add to the effort's own expenditure, each with its weight."""
    found = Sum(valuation)
    for posting in journal:
        if direction := posting.taker.inside - posting.giver.inside:
            found.add(posting.amount, direction * weight(posting), part=part_of(posting))
    return found.outcome


def part_of(posting: Posting) -> tuple[PartKind, str, str]:
    """What a posting is told as in a sum: the change behind it, and what it is for."""
    return "change", posting.change, posting.purpose


def in_year(year: int) -> Callable[[Posting], float]:
    """The weight of a posting in a calendar year: the part of twelve months that it runs."""
    return lambda posting: posting.months_in(year) / 12


def expenditure(plan: Plan, valuation: Valuation, today: Today) -> dict[str, Outcome]:
    """Expenditure by year, in all and split into recurring and one-off, kroner."""
    found: dict[str, Outcome] = {}
    recurring = [p for p in plan.journal if not _is_one_off_cost(p)]
    once = [p for p in plan.journal if _is_one_off_cost(p)]
    for year in plan.today.assignment.years:
        running = today.carried_forward[year] + posted_inside(recurring, valuation, in_year(year))
        one_off = posted_inside(once, valuation, in_year(year))
        found[f"expenditure.total.{year}"] = running + one_off
        found[f"expenditure.recurring.{year}"] = running
        found[f"expenditure.one_off.{year}"] = one_off
    return found


def _is_one_off_cost(posting: Posting) -> bool:
    """A cost that falls once; what pays for it is a reduction of something that recurs."""
    return posting.kind == "one-off" and posting.taker.inside
