"""What the organisation looks like after the changes: gaps, disputes, duties, people and tasks moved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Outcome, Sum, Valuation
from samvirke.study.organisation import RuleEnd, Separation
from samvirke.study.study import Study


def gaps(study: Study) -> tuple[str, ...]:
    """Tasks that nobody does."""
    return tuple(task for task in study.tasks if not study.responsibility(task).does)


def undecided(study: Study) -> tuple[str, ...]:
    """Tasks on which nobody has the last word."""
    return tuple(task for task in study.tasks if not study.responsibility(task).decides)


def contested(study: Study) -> tuple[str, ...]:
    """Tasks on which more than one actor has the last word."""
    return tuple(task for task in study.tasks if len(study.responsibility(task).decides) > 1)


def rule_holds(study: Study, rule: Separation) -> bool:
    """Whether who does what today keeps a rule about what must lie apart, or together."""
    first, second = _bodies(study, rule, rule.a), _bodies(study, rule, rule.b)
    match rule.kind:
        case "separate":
            return not first & second
        case "together":
            return bool(first & second)
        case "not-alone":
            return len(first) != 1
        case "fixed":
            return bool(first)


def _bodies(study: Study, rule: Separation, end: RuleEnd | None) -> set[str]:
    """Those who have the part, seen at the rule's level: unit, agency or ministry."""
    if end is None:
        return set()
    actors = study.responsibility(end.task).of(end.part)
    if rule.level == "unit":
        return set(actors)
    if rule.level == "agency":
        return {study.agency(actor) for actor in actors}
    return {study.above(actor)[-1] for actor in actors if actor in study.actors}


def coverage(study: Study, duty: str) -> str:
    """Whether a duty is covered by tasks somebody does: `full`, `partly` or `not` (decision 31)."""
    record = study.duties[duty]
    done = [c for c in record.tasks if study.responsibility(c.task).does]
    if not done:
        return "not"
    kept = all(rule_holds(study, study.rules[rule]) for rule in record.needs)
    whole = kept and len(done) == len(record.tasks) and all(c.coverage == "full" for c in done)
    return "full" if whole else "partly"


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
        "admin.legal_changes": sum(o.kind in ("law", "regulation") for o in plan.obligations),
    }
    found = {name: Outcome(np.full(valuation.draws, float(count))) for name, count in counts.items()}
    moved, relocated = Sum(valuation), Sum(valuation)
    for move in plan.moves:
        moved.add(move.fte, float(move.employer))
        relocated.add(move.fte, float(move.place))
    return found | {"admin.fte_moved": moved.outcome, "admin.fte_relocated": relocated.outcome}


def tasks_moved(plan: Plan) -> tuple[str, ...]:
    """Tasks with another decider or another doing agency than today; a mere new name does not count."""

    def bodies(study: Study, task: str) -> tuple[frozenset[str], frozenset[str]]:
        responsibility = study.responsibility(task)
        agencies = (frozenset(study.agency(a) for a in part) for part in (responsibility.decides, responsibility.doers))
        first, second = agencies
        return first, second

    return tuple(t for t in plan.today.tasks if bodies(plan.today, t) != bodies(plan.final, t))
