"""Who pays the one-off costs: rows that give up money in the very months the costs fall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import (
    NEW_APPROPRIATION,
    ONE_OFF_NEED,
    Floor,
    Leg,
    Obligation,
    Posting,
    leg_of,
)
from samvirke.alternatives.phase import Phase
from samvirke.alternatives.rows import above_nothing, no_more_than, runs_in
from samvirke.quantities.expressions import ZERO, Expression, minus, total
from samvirke.quantities.months import Month
from samvirke.study.changes import End, Transfer


@dataclass
class Payments:
    """What pays for one-off costs, the floors that may bind, and the decisions it takes."""

    postings: list[Posting] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    obligations: list[Obligation] = field(default_factory=list)


def pay_one_off_costs(
    phases: tuple[Phase, ...],
    journal: tuple[Posting, ...],
    payers: Iterable[Transfer],
    owners: Mapping[str, str],
) -> Payments:
    """Postings that meet one-off costs `as-needed`, in the order in which the transfers stand.

    In each stretch of months the first payer gives what is needed, no more than its row has left; the next
    one meets the rest. An alternative pays for its own changes only, and zero for zero's. What falls after
    the study's last month is paid by the final phase's rows, which run on.
    """
    made = Payments()
    payers = tuple(payers)
    needs = [p for p in journal if ONE_OFF_NEED in (p.giver.account, p.taker.account)]
    for first, end in _stretches(needs, payers, phases):
        phase = next((p for p in phases if p.first <= first < p.end), phases[-1])
        given: dict[str, list[Expression]] = {}
        for owner in dict.fromkeys(owners[payer.id] for payer in payers):
            own = [p for p in needs if owners[p.change] == owner and p.first <= first and end <= p.end]
            in_turn = [p for p in payers if owners[p.id] == owner and _in_force(p, first)]
            _pay(made, in_turn, own, phase, (first, end), given)
    return made


def _in_force(payer: Transfer, month: Month) -> bool:
    return payer.start <= month and (payer.until is None or month < payer.until)


def _pay(
    made: Payments,
    payers: list[Transfer],
    needs: list[Posting],
    phase: Phase,
    span: tuple[Month, Month],
    given: dict[str, list[Expression]],
) -> None:
    """Let each payer in turn meet what is left in one stretch; `given` is what rows gave in it before."""
    costs = [p for p in needs if p.giver.account == ONE_OFF_NEED]
    met = total([p.amount for p in needs if p.taker.account == ONE_OFF_NEED])
    need = total([p.amount for p in costs])
    if met != ZERO:
        need = above_nothing(minus(need, met))
    for payer in payers:
        if need == ZERO:
            return
        leg, available = _source(payer, phase, span[0], given)
        amount = need if available is None else no_more_than(need, available)
        if leg.row is not None and available is not None:
            made.floors.append(Floor(payer.id, leg.row, need, available))
            given.setdefault(leg.row, []).append(amount)
        if amount != ZERO:
            made.postings.append(
                Posting(payer.id, "one-off", amount, leg, Leg(ONE_OFF_NEED), *span, "one-off")
            )
            book = Book(*span, change=payer)
            for cost in costs:
                book.redirects(phase.study, leg, cost.taker.account)
            made.obligations.extend(book.obligations)
        need = minus(need, amount)


def _source(
    payer: Transfer, phase: Phase, month: Month, given: dict[str, list[Expression]]
) -> tuple[Leg, Expression | None]:
    """Where the money comes from, and how much there is of it; None where that is not the study's to say."""
    if not isinstance(payer.sender, End):
        return Leg(NEW_APPROPRIATION), None
    if payer.sender.line is not None:
        return Leg(payer.sender.line), None
    row = phase.study.spending[payer.sender.row or ""]
    available = row.yearly if runs_in(row, month) else ZERO
    return leg_of(row), minus(available, total(given.get(row.id, [])))


def _stretches(
    needs: list[Posting], payers: tuple[Transfer, ...], phases: tuple[Phase, ...]
) -> list[tuple[Month, Month]]:
    """Spans of months in which neither costs, payers, rows nor phases change."""
    rows = [phases[-1].study.spending.get(p.sender.row or "") for p in payers if isinstance(p.sender, End)]
    months = {m for p in needs for m in (p.first, p.end)} | {m for p in phases for m in (p.first, p.end)}
    months |= {m for p in payers for m in (p.start, p.until) if m is not None}
    months |= {row.until for row in rows if row is not None and row.until is not None}
    inside = sorted(months)
    spans = pairwise(inside)
    costs = [p for p in needs if p.giver.account == ONE_OFF_NEED]
    return [(a, b) for a, b in spans if any(p.first <= a and b <= p.end for p in costs)]
