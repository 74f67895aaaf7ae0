"""Bodies that are affected but not at the table (decision 43), and which of them a plan touches."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.alternatives.plan import Plan
from samvirke.study.stake import COMMISSIONING, NOTHING, Reason, Stake, at_the_table, stakes_by_actor
from samvirke.study.study import Study


@dataclass(frozen=True, slots=True)
class Affected:
    """A body with something at stake: why, and how the plan's changes touch it, if they do.

    `why` has `part` for a part in a task, `money` for a spending row, `duty` for a duty that rests on it and
    `power` for a power that names it; `touched` has those that change, and `place` when it gets another
    host.
    """

    actor: str
    why: tuple[Reason, ...]
    touched: tuple[Reason, ...]


def affected(plan: Plan) -> tuple[Affected, ...]:
    """Bodies with something at stake today or when the plan is in place that are not at the table.

    A unit counts through its agency when that is at the table. The Storting and the Government are left out:
    they decide on the study and are no party to it. A power over all names nobody.
    """
    found = []
    table = at_the_table(plan.today)
    today, final = stakes_by_actor(plan.today, plan.became), stakes_by_actor(plan.final)
    handled = _with_money_handled(plan)
    for actor in dict.fromkeys((*plan.today.actors, *plan.final.actors)):
        where = plan.today if actor in plan.today.actors else plan.final
        if not plan.today.assignment.commissioned and not _exists(plan.today, actor):
            continue  # nobody could have been asked
        if where.actors[actor].kind in COMMISSIONING or actor in table or where.agency(actor) in table:
            continue
        before, after = today.get(actor, NOTHING), final.get(actor, NOTHING)
        why = tuple(reason for reason in before if before[reason] or after[reason])
        if why:
            now = final.get(plan.became.get(actor, actor), NOTHING)
            found.append(Affected(actor, why, _touched(plan, actor, before, now, handled)))
    return tuple(found)


def _touched(
    plan: Plan, actor: str, before: Stake, after: Stake, handled: frozenset[str]
) -> tuple[Reason, ...]:
    """What differs between today and the end; money also where it differs only on the way.

    Whoever is merged is seen as what it has become.
    """
    now = plan.became.get(actor, actor)
    found: dict[Reason, bool] = {reason: before[reason] != after[reason] for reason in before}
    found["money"] = found["money"] or actor in handled
    found["place"] = (
        actor in plan.today.actors
        and now in plan.final.actors
        and _host(plan.today, actor) != _host(plan.final, now)
    )
    return tuple(reason for reason in found if found[reason])


def _exists(study: Study, actor: str) -> bool:
    return actor in study.actors and study.actors[actor].exists


def _with_money_handled(plan: Plan) -> frozenset[str]:
    """Those who in some phase have a row that money is taken from or given to."""
    rows = {leg.row for p in plan.journal for leg in (p.giver, p.taker) if leg.row is not None}
    return frozenset(
        row.actor for phase in plan.phases for key, row in phase.study.spending.items() if key in rows
    )


def _host(study: Study, actor: str) -> str | None:
    return study.actors[actor].parent if actor in study.actors else None
