"""What the organisation looks like after the changes: gaps, disputes, duties, people and tasks moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.authority import powerless_duties
from samvirke.consequences.rules import rules_to_make
from samvirke.consequences.valuation import Outcome, Part, PartKind, Sum, Valuation, together
from samvirke.study.responsibility import contested, coverage, gaps, undecided
from samvirke.study.study import Study


@dataclass(frozen=True, slots=True)
class Administration:
    """The same questions asked of one state of the organisation; ids in file order."""

    gaps: tuple[str, ...]
    undecided: tuple[str, ...]
    contested: tuple[str, ...]
    uncovered_duties: tuple[str, ...]
    partly_covered_duties: tuple[str, ...]
    powerless_duties: tuple[str, ...]


def administration(study: Study) -> Administration:
    """Ask every question of a study as it stands."""
    covered = {duty: coverage(study, duty) for duty in study.duties}
    return Administration(
        gaps=gaps(study),
        undecided=undecided(study),
        contested=contested(study),
        uncovered_duties=tuple(d for d, how in covered.items() if how == "not"),
        partly_covered_duties=tuple(d for d, how in covered.items() if how == "partly"),
        powerless_duties=tuple(powerless_duties(study)),
    )


def administrative_figures(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Counts in the final phase, and how many people, tasks and rules the changes touch."""
    state = administration(plan.final)
    counted: dict[str, tuple[Part, ...]] = {
        "admin.gaps": _each("task", state.gaps),
        "admin.undecided": _each("task", state.undecided),
        "admin.contested": _each("task", state.contested),
        "admin.uncovered_duties": _each("duty", state.uncovered_duties),
        "admin.partly_covered_duties": _each("duty", state.partly_covered_duties),
        "admin.tasks_moved": _each("task", tasks_moved(plan)),
        "admin.legal_changes": together(
            Part("change", rule.changes[0], 1.0, rule.kind) for rule in rules_to_make(plan)
        ),
    }
    found = {name: _count(parts, valuation) for name, parts in counted.items()}
    moved, relocated = Sum(valuation), Sum(valuation)
    for move in plan.moves:
        part: tuple[PartKind, str, str] = ("change", move.change, "")
        moved.add(move.fte, float(move.employer), part=part)
        relocated.add(move.fte, float(move.place), part=part)
    return found | {"admin.fte_moved": moved.outcome, "admin.fte_relocated": relocated.outcome}


def _each(kind: PartKind, ids: Iterable[str]) -> tuple[Part, ...]:
    return tuple(Part(kind, one, 1.0) for one in ids)


def _count(parts: tuple[Part, ...], valuation: Valuation) -> Outcome:
    """How many there are, the same in every draw."""
    count = sum(part.amount for part in parts)
    return Outcome(np.full(valuation.draws, count), parts=parts)


def tasks_moved(plan: Plan) -> tuple[str, ...]:
    """Tasks with another decider or doer than today; a new name by merger at the same host is none."""

    def known(study: Study) -> dict[str, tuple[str, str]]:
        return {actor: (plan.became.get(actor, actor), study.agency(actor)) for actor in study.actors}

    before, after = known(plan.today), known(plan.final)
    elsewhere = {actor for actor, where in before.items() if where != after.get(actor)}

    def moved(task: str) -> bool:
        was, now = plan.today.responsibility(task), plan.final.responsibility(task)
        if was is now and elsewhere.isdisjoint(was.decides) and elsewhere.isdisjoint(was.doers):
            return False
        return any(
            {before.get(actor, (actor, actor)) for actor in old}
            != {after.get(actor, (actor, actor)) for actor in new}
            for old, new in ((was.decides, now.decides), (was.doers, now.doers))
        )

    return tuple(task for task in plan.today.tasks if moved(task))
