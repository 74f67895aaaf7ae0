"""What the organisation looks like after the changes: gaps, disputes, duties, people and tasks moved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Outcome, Sum, Valuation
from samvirke.quantities.months import Month
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


def administration(study: Study) -> Administration:
    """Ask every question of a study as it stands."""
    covered = {duty: coverage(study, duty) for duty in study.duties}
    return Administration(
        gaps=gaps(study),
        undecided=undecided(study),
        contested=contested(study),
        uncovered_duties=tuple(d for d, how in covered.items() if how == "not"),
        partly_covered_duties=tuple(d for d, how in covered.items() if how == "partly"),
    )


def administrative_figures(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Counts in the final phase, and how many people, tasks and rules the changes touch."""
    state = administration(plan.final)
    counts = {
        "admin.gaps": len(state.gaps),
        "admin.undecided": len(state.undecided),
        "admin.contested": len(state.contested),
        "admin.uncovered_duties": len(state.uncovered_duties),
        "admin.partly_covered_duties": len(state.partly_covered_duties),
        "admin.tasks_moved": len(tasks_moved(plan)),
        "admin.legal_changes": len(legal_changes(plan)),
    }
    found = {name: Outcome(np.full(valuation.draws, float(count))) for name, count in counts.items()}
    moved, relocated = Sum(valuation), Sum(valuation)
    for move in plan.moves:
        moved.add(move.fte, float(move.employer))
        relocated.add(move.fte, float(move.place))
    return found | {"admin.fte_moved": moved.outcome, "admin.fte_relocated": relocated.outcome}


def legal_changes(plan: Plan) -> set[tuple[str, str | None, Month]]:
    """Laws and regulations to be made: one for each body and month, however many changes need it."""
    return {(o.kind, o.actor, o.start) for o in plan.obligations if o.kind in ("law", "regulation")}


def tasks_moved(plan: Plan) -> tuple[str, ...]:
    """Tasks with another decider or doer than today; a new name by merger at the same host is none."""

    def bodies(study: Study, task: str) -> list[set[tuple[str, str]]]:
        responsibility = study.responsibility(task)
        parts = (responsibility.decides, responsibility.doers)
        return [{(plan.became.get(actor, actor), study.agency(actor)) for actor in part} for part in parts]

    return tuple(t for t in plan.today.tasks if bodies(plan.today, t) != bodies(plan.final, t))
