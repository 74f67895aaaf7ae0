"""Who gives up what: every increase, and what pays for it. Nothing may stay unfunded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import numpy as np

from samvirke.alternatives.journal import NEW_APPROPRIATION, ONE_OFF_NEED, RECURRING_NEED, Posting
from samvirke.alternatives.plan import Plan
from samvirke.consequences.expenditure import in_year, part_of
from samvirke.consequences.valuation import Outcome, Sum, Valuation, read_from
from samvirke.quantities.rounding import KRONE

# A row that is paid from another line, or left behind with its old host, gives nothing up.
NOT_GIVEN_UP = ("line", "overhead")


def funding(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Needs, who meets them, and what is open, in each year and for one-off costs in all; kroner."""
    found: dict[str, Outcome] = {}
    in_all = one_off(plan, valuation)
    given_up = {row: tuple(_given_up_by(plan, row)) for row in rows_giving(plan)}
    for year in plan.today.assignment.years:
        weigh = in_year(year)
        recurring = _balance(plan, RECURRING_NEED, valuation, weigh)
        once = _balance(plan, ONE_OFF_NEED, valuation, weigh)
        needed, freed = _above_nothing(recurring), _above_nothing(_negative(recurring))
        unpaid = _above_nothing(once)
        if (once.values < -KRONE).any():  # more is given than is needed, which no sum of parts can tell
            unpaid = replace(unpaid, parts=tuple(read_from(name, one) for name, one in in_all.items()))
        found[f"funding.open.{year}"] = _with_rest(needed, f"funding.freed.{year}", freed) + unpaid
        found[f"funding.freed.{year}"] = _with_rest(freed, f"funding.open.{year}", needed)
        for row, postings in given_up.items():
            given = Sum(valuation)
            for posting in postings:
                given.add(posting.amount, weigh(posting), part=part_of(posting))
            found[f"funding.given_up.{row}.{year}"] = given.outcome
        for account in outside_givers(plan):
            found[f"funding.outside.{account}.{year}"] = given_from_outside(plan, account, valuation, weigh)
    found["funding.open"] = _summed(
        {name: found[name] for name in (f"funding.open.{year}" for year in plan.today.assignment.years)}
    )
    found |= in_all
    found["funding.grants_to_operations"] = _grants_to_operations(plan, valuation)
    return found


def rows_giving(plan: Plan) -> tuple[str, ...]:
    """The spending rows that give something up, in the order in which they do."""
    return tuple(
        dict.fromkeys(
            p.giver.row for p in plan.journal if p.giver.row is not None and p.purpose not in NOT_GIVEN_UP
        )
    )


def outside_givers(plan: Plan) -> tuple[str, ...]:
    """Lines outside the effort that pay, and the new appropriation where one is asked for."""
    return tuple(
        dict.fromkeys(
            p.giver.account
            for p in plan.journal
            if p.giver.row is None and (p.giver.is_line or p.giver.account == NEW_APPROPRIATION)
        )
    )


def given_from_outside(
    plan: Plan, account: str, valuation: Valuation, weigh: Callable[[Posting], float]
) -> Outcome:
    """What an account outside the effort pays."""
    given = Sum(valuation)
    for posting in plan.journal:
        if posting.giver.account == account and posting.giver.row is None:
            given.add(posting.amount, weigh(posting), part=part_of(posting))
    return given.outcome


def one_off(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """One-off costs in all, undiscounted, and the part that named givers pay; kroner."""
    cost, paid = Sum(valuation), Sum(valuation)
    for posting in plan.journal:
        months = posting.end.index - posting.first.index
        if posting.giver.account == ONE_OFF_NEED:
            cost.add(posting.amount, months / 12, part=part_of(posting))
        if posting.taker.account == ONE_OFF_NEED:
            paid.add(posting.amount, months / 12, part=part_of(posting))
    need, given = cost.outcome, paid.outcome
    both = Outcome(
        np.minimum(need.values, given.values),
        need.assumptions | given.assumptions,
        need.sources,
        (read_from("one_off.total", need), *given.parts),
    )
    return {"one_off.total": need, "one_off.financed": both}


def _given_up_by(plan: Plan, row: str) -> Iterable[Posting]:
    return (p for p in plan.journal if p.giver.row == row and p.purpose not in NOT_GIVEN_UP)


def _balance(plan: Plan, account: str, valuation: Valuation, weigh: Callable[[Posting], float]) -> Outcome:
    """What is taken from a need less what is given to it: what nobody pays for yet."""
    found = Sum(valuation)
    for posting in plan.journal:
        taken = (posting.giver.account == account) - (posting.taker.account == account)
        if taken:
            found.add(posting.amount, taken * weigh(posting), part=part_of(posting))
    return found.outcome


def _above_nothing(outcome: Outcome) -> Outcome:
    """Less than a krone in sum is rounding, not a need."""
    return replace(outcome, values=np.where(outcome.values > KRONE, outcome.values, 0.0))


def _negative(outcome: Outcome) -> Outcome:
    return Outcome(np.zeros_like(outcome.values)) - outcome


def _with_rest(outcome: Outcome, name: str, rest: Outcome) -> Outcome:
    """One side of a balance: what the balance is made of, and the other side where there is any."""
    if not rest.values.any():
        return outcome
    return replace(outcome, parts=(*outcome.parts, read_from(name, rest)))


def _summed(outcomes: Mapping[str, Outcome]) -> Outcome:
    """The sum of several figures, told as these."""
    first, *others = outcomes.values()
    for other in others:
        first = first + other
    return replace(first, parts=tuple(read_from(name, one) for name, one in outcomes.items()))


def _grants_to_operations(plan: Plan, valuation: Valuation) -> Outcome:
    """Grant money (items 50–89) that comes to pay for operating costs, over the study's years."""
    found = Sum(valuation)
    lines = plan.today.lines
    for posting in plan.journal:
        giver, taker = posting.giver, posting.taker
        from_grant = (
            giver.is_line and lines[giver.account].is_transfer and posting.purpose not in NOT_GIVEN_UP
        )
        to_grant = taker.is_line and lines[taker.account].is_transfer
        if from_grant and not to_grant:
            months = sum(posting.months_in(year) for year in plan.today.assignment.years)
            found.add(posting.amount, months / 12, part=part_of(posting))
    return found.outcome
