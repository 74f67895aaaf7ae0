"""Who has which part in a task, when a part is given, taken away or handed over."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.quantities.expressions import plus
from samvirke.study.organisation import Doer, LegalStep, Part, Responsibility, Task
from samvirke.study.study import Study

PARTS: tuple[Part, ...] = ("decides", "does", "consulted", "informed")
LEGAL_STEPS: tuple[LegalStep, ...] = ("none", "instruction", "agreement", "regulation", "law")


def legal_step(task: Task, actor: str, parts: Iterable[str], said: LegalStep = "none") -> LegalStep:
    """The heaviest rule to change for an actor to have these parts, by the task's candidates or as `said`."""
    wanted = set(parts)
    known = [c.legal for c in task.candidates if c.actor == actor and c.part in wanted]
    return max([said, *known], key=LEGAL_STEPS.index)


def has_parts(study: Study, actor: str) -> bool:
    """Whether an actor decides or does anything."""
    return any(actor in (*r.decides, *r.doers) for r in study.responsibilities.values())


def with_part(responsibility: Responsibility, part: Part, doer: Doer) -> Responsibility:
    """A part given to an actor; the order of the others is kept."""
    if part == "does":
        return responsibility.model_copy(update={"does": (*responsibility.does, doer)})
    return responsibility.model_copy(update={part: (*responsibility.of(part), doer.actor)})


def without_part(responsibility: Responsibility, part: Part, actor: str) -> Responsibility:
    """A part taken from an actor."""
    if part == "does":
        left = tuple(doer for doer in responsibility.does if doer.actor != actor)
        return responsibility.model_copy(update={"does": left})
    kept = tuple(other for other in responsibility.of(part) if other != actor)
    return responsibility.model_copy(update={part: kept})


def handed_over(responsibility: Responsibility, part: Part, old: str, new: str) -> Responsibility:
    """A part goes from one actor to another; who then has it twice has it once, and shares are added."""
    if part == "does":
        doers = (d.model_copy(update={"actor": new}) if d.actor == old else d for d in responsibility.does)
        return responsibility.model_copy(update={"does": _united(doers)})
    actors = tuple(dict.fromkeys(new if a == old else a for a in responsibility.of(part)))
    return responsibility.model_copy(update={part: actors})


def handed_over_whole(responsibility: Responsibility, old: str, new: str) -> Responsibility:
    """Every part that one actor has goes to another."""
    for part in PARTS:
        if old in responsibility.of(part):
            responsibility = handed_over(responsibility, part, old, new)
    return responsibility


def _united(doers: Iterable[Doer]) -> tuple[Doer, ...]:
    found: dict[str, Doer] = {}
    for doer in doers:
        present = found.get(doer.actor)
        found[doer.actor] = doer if present is None else _joined(present, doer)
    return tuple(found.values())


def _joined(one: Doer, other: Doer) -> Doer:
    share = None if one.share is None or other.share is None else plus(one.share, other.share)
    everybody = not one.groups or not other.groups
    groups = () if everybody else tuple(dict.fromkeys((*one.groups, *other.groups)))
    return one.model_copy(update={"share": share, "groups": groups})
