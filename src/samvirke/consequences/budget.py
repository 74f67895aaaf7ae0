"""Changes on each chapter and item, and whether they come to nothing in sum."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.alternatives.journal import Leg, Posting
from samvirke.alternatives.plan import Plan
from samvirke.consequences.expenditure import in_year, part_of
from samvirke.consequences.valuation import Outcome, Sum, Valuation


def touched_lines(plan: Plan) -> tuple[str, ...]:
    """The lines that any posting touches, in file order."""
    return tuple(_by_line(plan))


def _by_line(plan: Plan) -> dict[str, list[Posting]]:
    """The lines that any posting touches, in file order, each with its postings."""
    found: dict[str, list[Posting]] = {}
    for posting in plan.journal:
        for account in {leg.account for leg in (posting.giver, posting.taker) if leg.is_line}:
            found.setdefault(account, []).append(posting)
    return {line: found[line] for line in plan.today.lines if line in found}


def budget(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """The change on each line in each year and in a full year, and the sum over all lines, kroner.

    Net is expenditure less income: what a posting gives one line it takes from another, on either side.
    """
    found: dict[str, Outcome] = {}
    full = full_year(plan)
    on_lines = {line: _on(postings, line) for line, postings in _by_line(plan).items()}
    columns: dict[str, int] = {str(year): year for year in plan.today.assignment.years}
    if full is not None:
        columns["full_year"] = full
    for label, year in columns.items():
        net = Sum(valuation)
        for line, directed in on_lines.items():
            # A line of income gives by being higher, a line of expenditure by being lower.
            side = -1 if plan.today.lines[line].side == "income" else 1
            one = Sum(valuation)
            for posting, sign in directed:
                weight = sign * in_year(year)(posting)
                one.add(posting.amount, side * weight, part=part_of(posting))
                net.add(posting.amount, weight, part=part_of(posting))
            found[f"budget.change.{line}.{label}"] = one.outcome
        found[f"budget.net.{label}"] = net.outcome
    return found


def full_year(plan: Plan) -> int | None:
    """The first whole calendar year after the last change has started, if the study reaches it."""
    last = plan.last_start
    year = last.year if last.month == 1 else last.year + 1
    return year if year in plan.today.assignment.years else None


def _on(postings: Iterable[Posting], line: str) -> list[tuple[Posting, float]]:
    """Postings on a line with their direction there; one that gives and takes on it comes to nothing."""

    def is_here(leg: Leg) -> bool:
        return leg.account == line

    directed = ((p, float(is_here(p.taker)) - float(is_here(p.giver))) for p in postings)
    return [(posting, sign) for posting, sign in directed if sign]
