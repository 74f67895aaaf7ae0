"""Questions of who does what: gaps, disputes, rules that are broken, and duties that are covered."""

from __future__ import annotations

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
