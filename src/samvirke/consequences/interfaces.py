"""Interfaces: bodies that must work together because one decides what another does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Outcome, Part, Sum, Valuation
from samvirke.study.study import Study

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Interfaces:
    """Unordered pairs that meet in tasks as decider and doer, each with the tasks they meet in.

    `between` holds pairs of bodies; `inside` holds pairs within one body, as an agency and its unit. The
    actors of a pair stand in file order. `unmeasured` are tasks with an interface between bodies whose
    volume is not known.
    """

    between: dict[Pair, tuple[str, ...]]
    inside: dict[Pair, tuple[str, ...]]
    unmeasured: tuple[str, ...]


def interfaces(study: Study) -> Interfaces:
    """Every interface in one state of the organisation, in the order of the tasks."""
    between: dict[Pair, dict[str, None]] = {}
    inside: dict[Pair, dict[str, None]] = {}
    agency = {actor: study.agency(actor) for actor in study.actors}
    order = {actor: number for number, actor in enumerate(study.actors)}
    for task in study.tasks:
        responsibility = study.responsibility(task)
        for decider in responsibility.decides:
            for doer in responsibility.doers:
                bodies = agency.get(decider, decider), agency.get(doer, doer)
                kept, ends = (between, bodies) if bodies[0] != bodies[1] else (inside, (decider, doer))
                if ends[0] != ends[1]:
                    first, second = sorted(ends, key=lambda end: order.get(end, len(order)))
                    kept.setdefault((first, second), {})[task] = None
    met = dict.fromkeys(task for tasks in between.values() for task in tasks)
    return Interfaces(
        {pair: tuple(tasks) for pair, tasks in between.items()},
        {pair: tuple(tasks) for pair, tasks in inside.items()},
        tuple(task for task in study.tasks if task in met and study.tasks[task].volume is None),
    )


def interface_figures(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """How many interfaces there are in the final phase, and how many cases a year cross them."""
    found = interfaces(plan.final)
    cases = Sum(valuation)
    for tasks in found.between.values():
        for task in tasks:
            record = plan.final.tasks[task]
            if record.volume is not None:
                cases.add(record.volume, 1.0, record.source, ("task", task, ""))
    return {
        "admin.interfaces": _counted(valuation, found.between),
        "admin.interfaces_units": _counted(valuation, found.inside),
        "admin.interface_volume": cases.outcome,
    }


def _counted(valuation: Valuation, pairs: dict[Pair, tuple[str, ...]]) -> Outcome:
    """One part for each pair: the one body, and the other as what it is for."""
    parts = tuple(Part("body", first, 1.0, second) for first, second in pairs)
    return Outcome(np.full(valuation.draws, float(len(pairs))), parts=parts)
