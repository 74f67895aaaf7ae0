"""Double entry: every change of money is taken from one account and given to another, the same amount.

Accounts are the budget lines, plus three that are nobody's line: what must be paid each year and nothing
pays yet, the same for one-off costs, and a new appropriation that the alternative asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samvirke.quantities.expressions import Expression
from samvirke.quantities.months import Month
from samvirke.study.money import Spending

RECURRING_NEED = "need:recurring"
ONE_OFF_NEED = "need:one-off"
NEW_APPROPRIATION = "new-appropriation"
NOT_LINES = (RECURRING_NEED, ONE_OFF_NEED, NEW_APPROPRIATION)


@dataclass(frozen=True, slots=True)
class Leg:
    """One side of a posting. `inside` says whether it is part of the effort's own expenditure."""

    account: str
    row: str | None = None
    inside: bool = False

    @property
    def is_line(self) -> bool:
        """Whether the account is a budget line."""
        return self.account not in NOT_LINES


def leg_of(row: Spending) -> Leg:
    """The account of a spending row; the row must have a line."""
    assert row.line is not None
    return Leg(row.line, row.id, row.in_effort)


@dataclass(frozen=True, slots=True)
class Posting:
    """An amount that a change takes from one account and gives to another, month by month.

    `amount` is kroner a year for a recurring posting, and kroner in all, spread over twelve months, for a
    one-off posting; a twelfth falls in each month of the half-open span from `first` to `end`.
    """

    change: str
    kind: Literal["recurring", "one-off"]
    amount: Expression
    giver: Leg
    taker: Leg
    first: Month
    end: Month
    purpose: str = ""

    def months_in(self, year: int) -> int:
        """How many months of a calendar year the posting runs in."""
        january = 12 * year  # on the line of months since year 0
        return max(0, min(self.end.index, january + 12) - max(self.first.index, january))


@dataclass(frozen=True, slots=True)
class Floor:
    """A reduction that cannot go below nothing: what was wanted, and what there was to take from."""

    change: str
    row: str
    wanted: Expression
    available: Expression


@dataclass(frozen=True, slots=True)
class Moved:
    """The work-years of a spending row that a change moves, or makes redundant; each is counted once."""

    change: str
    what: Literal["people", "redundant"]
    row: str
    fte: Expression
    employer: bool = False
    place: bool = False


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a change requires besides money: a rule changed, a decision, a step towards employees."""

    change: str
    kind: Literal[
        "law", "regulation", "agreement", "instruction", "appropriation", "employees", "secrecy", "appeal"
    ]
    actor: str | None
    start: Month
