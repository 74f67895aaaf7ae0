"""What the co-ordinator may do towards each body, and duties held without the power to fulfil them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Outcome, Part, Valuation
from samvirke.study.authority import Lacking, coordinators, may, powerless, step
from samvirke.study.changes import Empower
from samvirke.study.organisation import Power, PowerKind
from samvirke.study.study import Study

COUNTED = ("agency", "ministry")
# Where DFØ's co-ordination ladder was read.
LADDER_READ_AT = (
    "https://dfo.no/dfo-rapport-2024-x-evaluering-av-kjernegruppeforsoket/"
    "4-oppsummert-vurdering-av-kjernegruppene"
)


@dataclass(frozen=True, slots=True)
class Authority:
    """What the co-ordinator, or one of several, may do towards a body.

    `kinds` gives each kind with the power that says so, from the lowest step up; `step` is the highest step
    of the co-ordination ladder that they make possible, 0 when there are none. It is what the powers make
    possible, not what happens.
    """

    body: str
    kinds: tuple[tuple[PowerKind, str], ...]
    step: int


def authority(study: Study, body: str) -> Authority:
    """What the co-ordinator may do towards a body in one state of the organisation."""
    held: dict[PowerKind, str] = {}
    for coordinator in coordinators(study):
        for kind, power in may(study, coordinator, body).items():
            held.setdefault(kind, power)
    kinds = sorted(held, key=lambda kind: (step(study, kind), kind))
    highest = max((step(study, kind) for kind in kinds), default=0)
    return Authority(body, tuple((kind, held[kind]) for kind in kinds), highest)


def bodies_under_power(plan: Plan) -> tuple[str, ...]:
    """The bodies that the co-ordinator has any power over today or when the plan is in place.

    A power over all is told of itself and names nobody.
    """
    return tuple(dict.fromkeys((*_named(plan.today), *_named(plan.final))))


def counted_bodies(plan: Plan) -> tuple[str, ...]:
    """The bodies of which figures are made, in file order: few enough to be read side by side.

    They are the participants that are agencies or ministries, and the agencies and ministries that any
    alternative of the study, or the plan itself, gives somebody a power over. The co-ordinator is not among
    them, nor is a body that is gone when the plan is in place.
    """
    study, final = plan.today, plan.final
    given = [power.over for key, power in final.powers.items() if key not in study.powers]
    every = (change for one in study.alternatives for change in study.changes(one))
    given += [one.change.over for one in every if isinstance(one.change, Empower)]
    named = {body for over in given if over != "all" for body in over}
    named |= set(study.assignment.participants)
    without = coordinators(final)
    return tuple(
        key
        for key, actor in final.actors.items()
        if key in named and actor.exists and actor.kind in COUNTED and key not in without
    )


def passing_powers(plan: Plan) -> tuple[Power, ...]:
    """Powers of a co-ordinator that the plan gives for a time only, as in a pilot."""
    found: dict[str, Power] = {}
    for phase in plan.phases:
        own = coordinators(phase.study)
        for key, power in phase.study.powers.items():
            if power.holder in own and key not in plan.today.powers and key not in plan.final.powers:
                found.setdefault(key, power)
    return tuple(found.values())


def powerless_duties(study: Study) -> dict[str, tuple[Lacking, ...]]:
    """Each duty that is held without the power to fulfil it, with what is lacking."""
    found = {duty: powerless(study, duty) for duty in study.duties}
    return {duty: lacks for duty, lacks in found.items() if lacks}


def authority_figures(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Powers and ladder steps by body in the final phase, and duties held without power.

    Without a task that makes its doer the co-ordinator there are no figures by body.
    """
    found: dict[str, Outcome] = {}
    if plan.today.assignment.coordination_task is not None:
        for body in counted_bodies(plan):
            held = authority(plan.final, body)
            found[f"admin.powers.{body}"] = _counted(valuation, tuple(_kinds(held)))
            found[f"admin.ladder.{body}"] = _counted(valuation, tuple(_highest(plan.final, held)))
    duties = tuple(Part("duty", duty, 1.0) for duty in powerless_duties(plan.final))
    return {**found, "admin.powerless_duties": _counted(valuation, duties)}


def _named(study: Study) -> Iterator[str]:
    own = coordinators(study)
    named = {b for p in study.powers.values() if p.holder in own and p.over != "all" for b in p.over}
    return (key for key in study.actors if key in named and key not in own)


def _kinds(held: Authority) -> Iterator[Part]:
    """One for each kind, gathered by the power that gives it."""
    powers = [power for _, power in held.kinds]
    return (Part("power", power, float(powers.count(power))) for power in dict.fromkeys(powers))


def _highest(study: Study, held: Authority) -> Iterator[Part]:
    """The first of the powers that reach the highest step."""
    reached = (power for kind, power in held.kinds if step(study, kind) == held.step)
    return (Part("power", power, float(held.step)) for power in list(reached)[:1])


def _counted(valuation: Valuation, parts: tuple[Part, ...]) -> Outcome:
    total = sum(part.amount for part in parts)
    return Outcome(np.full(valuation.draws, float(total)), parts=parts)
