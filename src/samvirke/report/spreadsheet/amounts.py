"""What the workbook rests on: the expected value of every spending row and posting, as the run drew them.

A sum has the sum of the expected values as its own, so that everything that is added up can be a formula.
What takes the greatest or the least in each draw cannot, and is carried over from the run as a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.alternatives.journal import NOT_LINES, Posting
from samvirke.alternatives.plan import Plan
from samvirke.consequences.economics.discounting import discount_factors, rate_in
from samvirke.consequences.economics.flows import Flow, flows
from samvirke.consequences.economics.present_value import economics
from samvirke.consequences.economics.rules import discounting, tax_cost
from samvirke.consequences.funding import funding
from samvirke.consequences.today import months_in_force
from samvirke.consequences.valuation import Valuation
from samvirke.quantities.expressions import Constant
from samvirke.quantities.months import months_shared, year_span
from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample
from samvirke.uncertainty.results import Results

NO_SUMS, OPEN = ("npv.dip", "npv.residual", "npv.tax"), "funding.open"


@dataclass(frozen=True, slots=True)
class SpentRow:
    """A spending row: kroner a year, and how many months of the base year and each later year it runs in.

    `counts` is whether it is part of today's total, `in_effort` whether of the effort's expenditure.
    """

    id: str
    amount: float
    counts: bool
    in_effort: bool
    base_months: int
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """An amount that moves: kroner a year, or in all where it comes once, and months of each year.

    `inside` is what it adds to the effort's own expenditure, `once` whether it is a cost that comes once,
    `resources` and `public` what a krone of it is in the present value. What municipalities and organisations
    pay themselves has no accounts.
    """

    change: str
    purpose: str
    amount: float
    months: tuple[int, ...]
    giver: str = ""
    giver_row: str = ""
    taker: str = ""
    taker_row: str = ""
    inside: int = 0
    once: bool = False
    resources: int = 0
    public: int = 0
    given_up: bool = True


@dataclass(frozen=True)
class Amounts:
    """Everything that the sheets show and add up; kroner in the study's price year."""

    study: Study
    rows: tuple[SpentRow, ...]
    moved: Mapping[str, tuple[Moved, ...]]  # by alternative
    rates: Mapping[int, float]  # year → the rate that leads to its factor from that of the year before
    factors: Mapping[int, float]
    from_run: Mapping[str, Mapping[str, float]]  # alternative → figure that is no sum → kroner
    tax: float  # what a krone costs beyond itself
    tax_is_known: bool  # an uncertain one may vary together with the outlays it is multiplied with


def amounts(results: Results) -> Amounts:
    """The expected values of a run, drawn once more: the same study, draws and seed give the same."""
    study, made = results.study, results.provenance
    versions = {key: value for one in results.plans.values() for key, value in one.versions.items()}
    valuation = sample(study, made.draws, made.seed, versions)
    rules, tax = discounting(study.assignment), tax_cost(study.assignment)
    base = study.assignment.comparison_year
    first = base + 1 if rules.origin == "comparison_year" else study.assignment.first_year
    years, zero = study.assignment.years, next(iter(results.plans.values()))
    return Amounts(
        study,
        tuple(_spent(study, key, valuation) for key in study.spending),
        {name: tuple(_moved(plan, valuation)) for name, plan in results.plans.items()},
        {year: rate_in(rules, year - first) for year in years},
        discount_factors(study.assignment),
        {name: _no_sums(plan, valuation, zero) for name, plan in results.plans.items()},
        float(valuation.of(tax).mean()),
        isinstance(tax, Constant),
    )


def _no_sums(plan: Plan, valuation: Valuation, zero: Plan) -> dict[str, float]:
    """The figures that no formula of expected values gives, not rounded; kroner."""
    found = {**economics(plan, valuation, zero), **funding(plan, valuation)}
    wanted = (name for name in found if name in NO_SUMS or name.startswith(f"{OPEN}."))
    return {name: found[name].mean for name in wanted}


def _spent(study: Study, key: str, valuation: Valuation) -> SpentRow:
    row, assignment = study.spending[key], study.assignment
    return SpentRow(
        key,
        float(valuation.of(row.yearly).mean()),
        row.counts,
        row.in_effort,
        months_in_force(row, *year_span(assignment.base_year)),
        tuple(months_in_force(row, *year_span(year)) for year in assignment.years),
    )


def _moved(plan: Plan, valuation: Valuation) -> list[Moved]:
    """The postings of a plan, each with what it is in the present value, and what has no posting."""
    years = plan.today.assignment.years
    every = tuple(flows(plan))
    found = [
        _posted(posting, flow, years, valuation) for posting, flow in zip(plan.journal, every, strict=False)
    ]
    found += [_unposted(flow, years, valuation) for flow in every[len(plan.journal) :]]
    return found


def _unposted(flow: Flow, years: range, valuation: Valuation) -> Moved:
    return Moved(
        flow.part[1],
        flow.part[2],
        float(valuation.of(flow.amount).mean()),
        tuple(months_shared(flow.first, flow.end, *year_span(year)) for year in years),
        resources=flow.resources,
        public=flow.public,
        given_up=False,
    )


def _posted(posting: Posting, flow: Flow, years: range, valuation: Valuation) -> Moved:
    giver, taker = posting.giver, posting.taker
    return Moved(
        posting.change,
        posting.purpose,
        float(valuation.of(posting.amount).mean()),
        tuple(posting.months_in(year) for year in years),
        giver.account,
        giver.row or "",
        taker.account,
        taker.row or "",
        taker.inside - giver.inside,
        posting.kind == "one-off" and taker.inside,
        flow.resources,
        flow.public,
        posting.purpose not in ("line", "overhead"),
    )


def is_line(account: str) -> bool:
    """Whether an account is a budget line."""
    return bool(account) and account not in NOT_LINES
