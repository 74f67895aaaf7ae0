"""Who pays the one-off costs: rows that give up money in the very months the costs fall."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from samvirke.alternatives.journal import NEW_APPROPRIATION, ONE_OFF_NEED, Floor, Leg, Posting, leg_of
from samvirke.quantities.expressions import ZERO, Expression, lesser, minus, total
from samvirke.quantities.months import Month
from samvirke.study.changes import End, Transfer

if TYPE_CHECKING:
    from samvirke.alternatives.plan import Phase


def pay_one_off_costs(
    phases: tuple[Phase, ...],
    journal: tuple[Posting, ...],
    payers: Iterable[Transfer],
    own: frozenset[str],
) -> tuple[tuple[Posting, ...], tuple[Floor, ...]]:
    """Postings that meet one-off costs `as-needed`, in the order in which the transfers stand.

    In each stretch of months the first payer gives what is needed, no more than its row has left; the next
    one meets the rest. Costs of changes that are not in `own` (those of the zero alternative) are not paid.
    """
    costs = [p for p in journal if p.giver.account == ONE_OFF_NEED and p.change in own]
    paid = [p for p in journal if p.taker.account == ONE_OFF_NEED]
    payers = list(payers)
    postings: list[Posting] = []
    floors: list[Floor] = []
    for first, end in _stretches(costs, payers, phases):
        need = minus(_amounts(costs, first, end), _amounts(paid, first, end))
        phase = next(p for p in phases if p.first <= first < p.end)
        for payer in payers:
            in_force = payer.start <= first and (payer.until is None or end <= payer.until)
            if not in_force or need == ZERO:
                continue
            amount, leg, floor = _payment(payer, phase, need)
            if floor is not None:
                floors.append(floor)
            postings.append(Posting(payer.id, "one-off", amount, leg, Leg(ONE_OFF_NEED), first, end, "one-off"))
            need = minus(need, amount)
    return tuple(postings), tuple(floors)


def _payment(payer: Transfer, phase: Phase, need: Expression) -> tuple[Expression, Leg, Floor | None]:
    if not isinstance(payer.sender, End):
        return need, Leg(NEW_APPROPRIATION), None
    if payer.sender.line is not None:
        return need, Leg(payer.sender.line), None
    row = phase.study.spending[payer.sender.row or ""]
    return lesser(need, row.yearly), leg_of(row), Floor(payer.id, row.id, need, row.yearly)


def _stretches(
    costs: list[Posting], payers: list[Transfer], phases: tuple[Phase, ...]
) -> list[tuple[Month, Month]]:
    """Spans of months inside the study's years in which neither costs, payers nor phases change."""
    start, end = phases[0].first, phases[-1].end
    months = {m for p in costs for m in (p.first, p.end)}
    months |= {payer.start for payer in payers} | {payer.until for payer in payers if payer.until is not None}
    months |= {phase.first for phase in phases} | {end}
    inside = sorted(m for m in months if start <= m <= end)
    spans = zip(inside, inside[1:], strict=False)
    return [(a, b) for a, b in spans if any(p.first <= a and b <= p.end for p in costs)]


def _amounts(postings: list[Posting], first: Month, end: Month) -> Expression:
    """The yearly rate of what falls in a stretch of months."""
    return total([p.amount for p in postings if p.first <= first and end <= p.end])
