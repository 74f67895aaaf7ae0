"""Which changes need a new law or regulation, as far as the study's files say so."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.alternatives.parts import legal_step
from samvirke.study.changes import AnyChange, Assign, Establish, Move
from samvirke.study.organisation import LegalStep
from samvirke.study.study import Study

RULES: tuple[LegalStep, ...] = ("regulation", "law")


def needing_a_rule(study: Study) -> Iterator[tuple[str, AnyChange]]:
    """Each alternative with the changes of its that need a law or a regulation."""
    for key in study.alternatives:
        for written in study.changes(key):
            if rule_needed(study, written.change) is not None:
                yield key, written.change


def rule_needed(study: Study, change: AnyChange) -> LegalStep | None:
    """`law` or `regulation` when a change needs one: by what it says itself, or by tasks and hosts."""
    steps: list[LegalStep] = [getattr(change, "legal", "none")]
    if isinstance(change, Assign) and change.task in study.tasks:
        steps.append(legal_step(study.tasks[change.task], change.actor, (change.part,), change.legal))
    elif isinstance(change, Move) and change.task is not None and change.task in study.tasks:
        steps.append(legal_step(study.tasks[change.task], change.to, change.parts))
    elif isinstance(change, Move) and change.unit is not None and change.unit in study.actors:
        steps.extend(host.legal for host in study.actors[change.unit].hosts if host.actor == change.to)
    elif isinstance(change, Establish) and change.unit.id in study.actors:
        hosts = study.actors[change.unit.id].hosts
        steps.extend(host.legal for host in hosts if host.actor == change.unit.parent)
    return max((one for one in steps if one in RULES), key=RULES.index, default=None)
