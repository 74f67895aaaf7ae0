"""Bodies that are affected but not at the table (decision 43), and which of them a plan touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from samvirke.alternatives.parts import PARTS
from samvirke.alternatives.plan import Plan
from samvirke.study.study import Study

Reason = Literal["part", "money", "duty", "power", "place"]
COMMISSIONING = ("parliament", "government")
NO_NAMES: Mapping[str, str] = {}
Stake = Mapping[Reason, frozenset[object]]
NOTHING: Stake = {"part": frozenset(), "money": frozenset(), "duty": frozenset(), "power": frozenset()}


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


def at_the_table(study: Study) -> frozenset[str]:
    """The client, the lead, the participants, and everybody who was invited.

    Of a study that nobody has asked for, only those who were invited.
    """
    assignment = study.assignment
    invited = {one.actor for one in study.involvement.values() if one.invited is not None}
    if not assignment.commissioned:
        return frozenset(invited)
    return frozenset({assignment.client, assignment.lead, *assignment.participants, *invited})


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


def stakes_by_actor(study: Study, names: Mapping[str, str] = NO_NAMES) -> Mapping[str, Stake]:
    """What each body has in a study, by the reasons for which it is affected; holders told by new names.

    Whoever has nothing is left out.
    """
    found: dict[str, dict[Reason, set[object]]] = {}

    def add(actor: str, reason: Reason, what: object) -> None:
        found.setdefault(actor, {}).setdefault(reason, set()).add(what)

    for task in study.tasks:
        responsibility = study.responsibility(task)
        for part in PARTS:
            for actor in responsibility.of(part):
                add(actor, "part", (task, part))
    for row in study.spending.values():
        add(row.actor, "money", (row.id, row.line, row.yearly))
    for key, duty in study.duties.items():
        for actor in duty.on:
            add(actor, "duty", key)
    for power in study.powers.values():
        for actor in power.over if power.over != "all" else ():
            add(actor, "power", (names.get(power.holder, power.holder), power.kind))
    return {
        actor: {reason: frozenset(kept.get(reason, ())) for reason in NOTHING}
        for actor, kept in found.items()
    }
