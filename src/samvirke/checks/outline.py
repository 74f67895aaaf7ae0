"""Who has the tasks, and where bodies lie, under an alternative: read from its changes, not planned.

A plan says the same and far more, but making one for every alternative takes longer than all rules together.
Only what a rule on grants has to know is followed: parts in tasks, hosts, and the lines of grants that move.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samvirke.alternatives.parts import handed_over, handed_over_whole, with_part, without_part
from samvirke.study.changes import Assign, Change, Close, Establish, Merge, MergedUnit, Move, NewUnit, Release
from samvirke.study.grants import GrantScheme
from samvirke.study.organisation import Actor, Doer, Responsibility
from samvirke.study.schemes import has_new_decider, rows_of
from samvirke.study.study import Study


@dataclass(frozen=True, slots=True)
class SchemeAfter:
    """A grant scheme under an alternative: the study as it is then, in outline."""

    alternative: str
    scheme: GrantScheme
    study: Study

    def has_new_decider(self, today: Study) -> bool:
        """Whether another agency than today decides on the grants."""
        return has_new_decider(today, self.study, self.scheme)


def schemes_after(study: Study) -> Iterator[SchemeAfter]:
    """Every scheme under every alternative but the zero one."""
    if study.grant_schemes:
        for key, alternative in study.alternatives.items():
            if not alternative.zero:
                after = outlined(study, key)
                yield from (SchemeAfter(key, scheme, after) for scheme in study.grant_schemes.values())


def outlined(study: Study, alternative: str) -> Study:
    """Today's study with what the zero alternative and then this one do to tasks, hosts and grants."""
    zero = () if study.zero is None or study.zero.id == alternative else study.changes(study.zero.id)
    for written in (*zero, *study.changes(alternative)):
        study = _changed(study, written.change)
    return study


def _changed(study: Study, change: Change) -> Study:
    match change:
        case Establish():
            return study.with_(actors={**study.actors, change.unit.id: _made(change.unit, change.unit.kind)})
        case Merge():
            actors = {**study.actors, change.into.id: _made(change.into, "unit")}
            return _parts_go(study.with_(actors=actors), change.units, change.into.id)
        case Close() if change.tasks_to is not None:
            return _parts_go(study, (change.unit,), change.tasks_to)
        case Move() if change.unit is not None and change.unit in study.actors:
            moved = study.actors[change.unit].model_copy(update={"parent": change.to})
            return study.with_(actors={**study.actors, change.unit: moved})
        case Move() if change.task is not None:
            return _task_moved(study, change)
        case Assign():
            parts = study.responsibility(change.task)
            return _with_parts(study, change.task, with_part(parts, change.part, Doer(actor=change.actor)))
        case Release():
            parts = study.responsibility(change.task)
            return _with_parts(study, change.task, without_part(parts, change.part, change.actor))
        case _:
            return study


def _made(unit: NewUnit | MergedUnit, kind: str) -> Actor:
    return Actor.model_validate(
        {"id": unit.id, "name": unit.name, "kind": kind, "parent": unit.parent, "place": unit.place}
    )


def _parts_go(study: Study, old: tuple[str, ...], new: str) -> Study:
    found = {}
    for task, parts in study.responsibilities.items():
        for actor in old:
            parts = handed_over_whole(parts, actor, new)
        found[task] = parts
    return study.with_(responsibilities=found)


def _task_moved(study: Study, change: Move) -> Study:
    assert change.task is not None and change.sender is not None
    parts = study.responsibility(change.task)
    for part in change.parts:
        parts = handed_over(parts, part, change.sender, change.to)
    study = _with_parts(study, change.task, parts)
    line = study.grant_line(change.to)
    scheme = next((one for one in study.grant_schemes.values() if one.task == change.task), None)
    if scheme is None or change.money != "follows" or line is None:
        return study
    rows = {row.id: row.model_copy(update={"line": line}) for row in rows_of(study, scheme) if row.line}
    return study.with_(spending={**study.spending, **rows})


def _with_parts(study: Study, task: str, parts: Responsibility) -> Study:
    return study.with_(responsibilities={**study.responsibilities, task: parts})
