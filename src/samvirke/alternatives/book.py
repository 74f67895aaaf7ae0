"""What the changes of one phase leave behind: postings, one-off costs, moves and obligations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from samvirke.alternatives.journal import (
    ONE_OFF_NEED,
    RECURRING_NEED,
    Floor,
    Leg,
    Moved,
    Obligation,
    Posting,
    leg_of,
)
from samvirke.alternatives.situation import Situation
from samvirke.quantities.expressions import ZERO, Expression, times
from samvirke.quantities.months import Month
from samvirke.study.money import PerFte, Spending

MONTHS_OF_ONE_OFF = 12
# Only the dearest class applies to one work-year: a move between towns, then to another employer, then none.
MOVE_CLASSES = ("geographic", "new_host", "no_move")


@dataclass
class Book:
    """Collects what changes leave behind, while one phase is made.

    One-off costs, moves and obligations belong to the phase in which a change starts; later phases, in
    which it is merely still in force, must not write them again.
    """

    first: Month
    end: Month
    owner: str = ""
    change: Any = None
    postings: list[Posting] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    moves: list[Moved] = field(default_factory=list)
    obligations: list[Obligation] = field(default_factory=list)
    stayed: list[str] = field(default_factory=list)

    @property
    def begins(self) -> bool:
        """Whether the present change starts with this phase."""
        return bool(self.change.start == self.first)

    def post(self, amount: Expression, giver: Leg, taker: Leg, purpose: str = "") -> None:
        """An amount per year, for as long as the phase lasts."""
        if amount != ZERO and (giver.account, giver.inside) != (taker.account, taker.inside):
            self.postings.append(
                Posting(self.change.id, "recurring", amount, giver, taker, self.first, self.end, purpose)
            )

    def needs(self, amount: Expression, row: Spending) -> None:
        """The row costs more each year, and nothing pays for it yet."""
        if row.line is not None:
            self.post(amount, Leg(RECURRING_NEED), leg_of(row))

    def frees(self, amount: Expression, row: Spending) -> None:
        """The row costs less each year; what is freed meets the needs of other changes first."""
        if row.line is not None:
            self.post(amount, leg_of(row), Leg(RECURRING_NEED))

    def once(self, amount: Expression, line: str, purpose: str) -> None:
        """A one-off cost on a line, spread over twelve months from the start of the change."""
        if self.begins and amount != ZERO:
            end = self.first.plus(MONTHS_OF_ONE_OFF)
            self.postings.append(
                Posting(
                    self.change.id, "one-off", amount, Leg(ONE_OFF_NEED), Leg(line, None, True), self.first, end, purpose
                )
            )

    def moves_people(self, situation: Situation, fte: Expression, line: str, move: str) -> None:
        """The one-off cost of moving work-years in one class of move: `geographic`, `new_host`, `no_move`."""
        rates: PerFte = getattr(situation.transition(), move)
        self.once(times(fte, rates.nok_per_fte), line, move)

    def moved(self, moved: Moved) -> None:
        """Something is somewhere else after the change."""
        if self.begins:
            self.moves.append(moved)

    def requires(self, kind: Any, actor: str | None = None) -> None:
        """The change requires something besides money."""
        if self.begins:
            self.obligations.append(Obligation(self.change.id, kind, actor))

    def requires_law(self, situation: Situation, legal: str, line: str | None, actor: str | None) -> None:
        """A rule must be changed first; regulations and laws cost something to make."""
        if legal == "none":
            return
        self.requires(legal, actor)
        if legal in ("regulation", "law") and line is not None:
            self.once(situation.transition().legal_change, line, "legal_change")

    def floored(self, row: str, wanted: Expression, available: Expression) -> None:
        """A reduction was asked for that the row may not be able to bear."""
        self.floors.append(Floor(self.change.id, row, wanted, available))


def sum_for(postings: Iterable[Posting], account: str) -> tuple[list[Expression], list[Expression]]:
    """The amounts taken from an account, and the amounts given to it."""
    rows = list(postings)
    return [p.amount for p in rows if p.giver.account == account], [
        p.amount for p in rows if p.taker.account == account
    ]
