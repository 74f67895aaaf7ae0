"""What changes in a plan, month by month, told by what it is to society and not by whose budget it is on.

A resource is work, a service or a thing that is used: pay, running costs, purchases, investments, grants
that buy services, one-off costs, and what municipalities and organisations pay themselves. A grant that is
income to somebody is a transfer: public money, and no resource. What is paid by a grant is in the grant.

What a host pays from its own budget outside the effort is public money that is spent here and not there: the
state spends no more, and there is no cost of tax financing. It is still a cost here. What the frame would
else have been used for is taken to be worth what it costs, and nobody has listed the effects of losing it.
In the same way, money given to such a frame is a gain. A spending row of the study is not so: what it gives
up is a saving, since what is lost with it can be stated among the effects without a price
(docs/decisions/0024).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from samvirke.alternatives.journal import Leg, Posting
from samvirke.alternatives.plan import Plan
from samvirke.consequences.expenditure import part_of
from samvirke.consequences.funding import NOT_GIVEN_UP
from samvirke.consequences.valuation import PartKind
from samvirke.quantities.expressions import Expression
from samvirke.quantities.months import Month
from samvirke.study.money import FUNDED_ELSEWHERE, Spending

Party = Literal["state", "municipalities", "organisations"]
PARTIES: tuple[Party, ...] = ("state", "municipalities", "organisations")
RECEIVERS: Mapping[str, Party] = {
    "municipality": "municipalities", "county": "municipalities", "ngo": "organisations",
}  # fmt: skip
NEVER = Month(9999, 12)


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount a year in a span of months [first, end), and what a krone of it is.

    `resources` and `public` are what it adds to the use of resources and to net public outlays; `gains` is
    what each party gets, less what it pays; `given_up` is what spending rows give up to other ends.
    """

    amount: Expression
    first: Month
    end: Month
    part: tuple[PartKind, str, str]
    resources: int = 0
    public: int = 0
    given_up: int = 0
    gains: Mapping[Party, int] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    lasts: tuple[tuple[Expression, int], ...] = ()


def flows(plan: Plan) -> Iterator[Flow]:
    """Everything that the changes of a plan add to or take from, against today carried on as it is."""
    rows = _rows(plan)
    until = {dated.change.id: dated.change.until for dated in plan.changes}
    set_ = {dated.change.id for dated in plan.changes if dated.change.verb == "set"}
    for posting in plan.journal:
        giver, taker = (rows.get(leg.row) if leg.row else None for leg in (posting.giver, posting.taker))
        gained = _received(plan, taker), _received(plan, giver)
        gains: dict[Party, int] = {"state": posting.giver.is_line - posting.taker.is_line}
        for party in PARTIES[1:]:
            gains[party] = (gained[0] == party) - (gained[1] == party)
        yield Flow(
            posting.amount,
            posting.first,
            _last(plan, posting, [row for row in (giver, taker) if row], until[posting.change]),
            part_of(posting),
            _uses(posting.taker, taker, posting) - _uses(posting.giver, giver, posting),
            posting.taker.is_line - posting.giver.is_line,
            int(posting.change not in set_ and _gives_up(posting, giver)),
            gains,
            lasts=(*_lasts(taker, 1), *_lasts(giver, -1)),
        )
    yield from _paid_elsewhere(plan)


def _rows(plan: Plan) -> dict[str, Spending]:
    """Every spending row that there is at some time; what it is spent on does not change."""
    found = dict(plan.today.spending)
    for phase in plan.phases:
        found |= phase.study.spending
    return found


def _last(plan: Plan, posting: Posting, rows: list[Spending], until: Month | None) -> Month:
    """When a flow ends: what still runs in the study's last month goes on until something says otherwise."""
    if posting.kind == "one-off" or posting.end < plan.phases[-1].end:
        return posting.end
    return min((month for month in (until, *(row.until for row in rows)) if month is not None), default=NEVER)


def _uses(leg: Leg, row: Spending | None, posting: Posting) -> int:
    """Whether money on this side of a posting is spent on resources that the study accounts for."""
    if leg.row is not None:
        return int(row is None or not _is_income(row))
    left_behind = posting.purpose == "overhead" and leg is posting.taker
    return int(leg.inside or left_behind)


def _lasts(row: Spending | None, sign: int) -> tuple[tuple[Expression, int], ...]:
    return () if row is None or row.life is None else ((row.life, sign),)


def _is_income(row: Spending) -> bool:
    return row.kind == "grant" and row.buys == "income"


def _gives_up(posting: Posting, giver: Spending | None) -> bool:
    """Whether a row has less for what it is for; a row that is paid from another line has not."""
    return giver is not None and not _is_income(giver) and posting.purpose not in NOT_GIVEN_UP


def _received(plan: Plan, row: Spending | None) -> Party | None:
    """Who gets a grant, when it is a party of its own."""
    if row is None or row.kind != "grant":
        return None
    studies = (plan.today, *(phase.study for phase in plan.phases))
    kinds = (study.actors[row.actor].kind for study in studies if row.actor in study.actors)
    return RECEIVERS.get(next(kinds, ""))


def _paid_elsewhere(plan: Plan) -> Iterator[Flow]:
    """What municipalities and organisations pay themselves: no posting tells of it, so the rows must."""
    today, last = plan.today.spending, plan.phases[-1]
    elsewhere = [key for key, row in today.items() if row.funded_by in FUNDED_ELSEWHERE]
    for phase in plan.phases:
        end = NEVER if phase is last else phase.end
        now = phase.study.spending
        new = (key for key, row in now.items() if key not in today and row.funded_by in FUNDED_ELSEWHERE)
        for key in (*elsewhere, *new):
            before, after = today.get(key), now.get(key)
            if before is after or (before and after and before.yearly == after.yearly):
                continue
            for row, sign in ((before, -1), (after, 1)):
                if row is not None:
                    yield _own_means(row, sign, phase.first, end)


def _own_means(row: Spending, sign: int, first: Month, end: Month) -> Flow:
    municipal = row.funded_by == "municipal"
    gains: dict[Party, int] = {"municipalities" if municipal else "organisations": -sign}
    return Flow(
        row.yearly,
        max(first, row.from_month or first),
        min(end, row.until or end),
        ("row", row.id, ""),
        resources=sign,
        public=sign if municipal else 0,
        gains=gains,
        source=row.source,
        lasts=_lasts(row, sign),
    )
