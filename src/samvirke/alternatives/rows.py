"""Spending rows: when they run, and what a change does to them: more, less, or split."""

from __future__ import annotations

from samvirke.quantities.expressions import (
    ONE,
    ZERO,
    Constant,
    Expression,
    greater,
    lesser,
    minus,
    over,
    plus,
    times,
)
from samvirke.quantities.months import Month
from samvirke.study.money import Spending


def runs_in(row: Spending, month: Month) -> bool:
    """Whether a row runs in a month: from the first of `from` until the first of `until`."""
    return (row.from_month is None or row.from_month <= month) and (row.until is None or month < row.until)


def above_nothing(amount: Expression) -> Expression:
    """The amount where it is above nothing, and nothing elsewhere."""
    return Constant(max(amount.value, 0.0)) if isinstance(amount, Constant) else greater(amount, ZERO)


def no_more_than(wanted: Expression, available: Expression) -> Expression:
    """What can be had of what is wanted."""
    if isinstance(wanted, Constant) and isinstance(available, Constant):
        return Constant(min(wanted.value, available.value))
    return ZERO if available == ZERO else lesser(wanted, available)


def increased(row: Spending, amount: Expression) -> Spending:
    """The row with more money a year; a personnel row gets the work-years that it pays for."""
    if row.fte is not None and row.cost_per_fte is not None:
        return row.model_copy(update={"fte": plus(row.fte, over(amount, row.cost_per_fte))})
    return row.model_copy(update={"amount": plus(row.yearly, amount)})


def decreased(row: Spending, amount: Expression) -> Spending:
    """The row with less money a year; a personnel row loses the work-years that this paid for."""
    if row.fte is not None and row.cost_per_fte is not None:
        return row.model_copy(update={"fte": minus(row.fte, over(amount, row.cost_per_fte))})
    return row.model_copy(update={"amount": minus(row.yearly, amount)})


def part_of(row: Spending, share: Expression) -> Spending:
    """The row scaled to a share of itself."""
    changes: dict[str, Expression] = {}
    if row.fte is not None:
        changes["fte"] = times(row.fte, share)
    if row.amount is not None:
        changes["amount"] = times(row.amount, share)
    return row.model_copy(update=changes)


def split(row: Spending, task: str) -> tuple[Spending, Spending | None]:
    """The part of a row that is spent on one task, and the rest of it, if there is any."""
    share = row.tasks.get(task, ZERO)
    taken = part_of(row, share).model_copy(update={"tasks": {task: ONE}})
    rest_share = minus(ONE, share)
    if rest_share == ZERO or len(row.tasks) == 1:
        return taken, None
    others = {key: over(value, rest_share) for key, value in row.tasks.items() if key != task}
    return taken, part_of(row, rest_share).model_copy(update={"tasks": others})
