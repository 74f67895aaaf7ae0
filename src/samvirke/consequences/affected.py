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
    """The client, the lead, the participants, and everybody who was invited."""
    assignment = study.assignment
    invited = {one.actor for one in study.involvement.values() if one.invited is not None}
    return frozenset({assignment.client, assignment.lead, *assignment.participants, *invited})


def affected(plan: Plan) -> tuple[Affected, ...]:
    """Bodies with something at stake today or when the plan is in place that are not at the table.

    A unit counts through its agency when that is at the table. The Storting and the Government are left out:
    they decide on the study and are no party to it. A power over all names nobody.
    """
    found = []
    table = at_the_table(plan.today)
    for actor in dict.fromkeys((*plan.today.actors, *plan.final.actors)):
        where = plan.today if actor in plan.today.actors else plan.final
        if where.actors[actor].kind in COMMISSIONING or actor in table or where.agency(actor) in table:
            continue
        before, after = _stake(plan.today, actor), _stake(plan.final, actor)
        why = tuple(reason for reason in before if before[reason] or after[reason])
        if why:
            found.append(Affected(actor, why, _touched(plan, actor)))
    return tuple(found)


def _touched(plan: Plan, actor: str) -> tuple[Reason, ...]:
    """What differs between today and the end; money also where it differs only on the way.

    Whoever is merged is seen as what it has become.
    """
    now = plan.became.get(actor, actor)
    before, after = _stake(plan.today, actor, plan.became), _stake(plan.final, now)
    rows = {leg.row for p in plan.journal for leg in (p.giver, p.taker) if leg.row is not None}
    own = {key for phase in plan.phases for key, row in phase.study.spending.items() if row.actor == actor}
    found: dict[Reason, bool] = {reason: before[reason] != after[reason] for reason in before}
    found["money"] = found["money"] or bool(rows & own)
    found["place"] = actor in plan.today.actors and _host(plan.today, actor) != _host(plan.final, now)
    return tuple(reason for reason in found if found[reason])


def _host(study: Study, actor: str) -> str | None:
    return study.actors[actor].parent if actor in study.actors else None


def _stake(study: Study, actor: str, names: Mapping[str, str] = NO_NAMES) -> dict[Reason, frozenset[object]]:
    """What the body has in a study, by the reasons for which it is affected; holders told by new names."""
    rows = study.spending.values()
    return {
        "part": frozenset(
            (task, part)
            for task in study.tasks
            for part in PARTS
            if actor in study.responsibility(task).of(part)
        ),
        "money": frozenset((r.id, r.line, r.yearly) for r in rows if r.actor == actor),
        "duty": frozenset(key for key, duty in study.duties.items() if actor in duty.on),
        "power": frozenset(
            (names.get(p.holder, p.holder), p.kind)
            for p in study.powers.values()
            if p.over != "all" and actor in p.over
        ),
    }
