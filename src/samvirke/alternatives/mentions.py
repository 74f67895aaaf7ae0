"""Where else a study names an actor: what follows when actors become another, or are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from samvirke.alternatives.parts import PARTS, handed_over_whole, without_part
from samvirke.alternatives.situation import Situation
from samvirke.study.organisation import Actor, Duty, NeededPower, Power, Task
from samvirke.study.pathways import Pathways, Person, Sharing, WayPoint
from samvirke.study.study import Agreement

R = TypeVar("R", bound=BaseModel)
Names = Mapping[str, str | None]  # old id → the new one; None when the actor is gone


def replaced_by(situation: Situation, old: Iterable[str], new: str) -> Situation:
    """Several actors become one, wherever the study names them; their own records are left to the caller."""
    study = situation.study
    names = dict.fromkeys(old, new)
    responsibilities = dict(study.responsibilities)
    for key in situation.mentioning("responsibilities", names):
        for actor in names:
            responsibilities[key] = handed_over_whole(responsibilities[key], actor, new)
    return situation.with_(responsibilities=responsibilities, **_elsewhere(situation, names))


def taken_out(situation: Situation, actor: str) -> Situation:
    """An actor is gone, with the parts it still had, its powers and its agreements."""
    study = situation.study
    responsibilities = dict(study.responsibilities)
    for key in situation.mentioning("responsibilities", (actor,)):
        for part in PARTS:
            if actor in responsibilities[key].of(part):
                responsibilities[key] = without_part(responsibilities[key], part, actor)
    changed = _elsewhere(situation, {actor: None})
    actors = {key: other for key, other in changed.pop("actors").items() if key != actor}
    return situation.with_(responsibilities=responsibilities, actors=actors, **changed)


def meets_instead(situation: Situation, task: str, old: str, new: str) -> Situation:
    """A task has gone from one actor to another, who meets the persons that the first one met in it."""

    def told(point: WayPoint) -> WayPoint:
        return _point(point, {old: new}) if point.task == task else point

    ways = situation.study.pathways
    return situation.with_(pathways=ways.model_copy(update={"persons": _persons(ways, told)}))


def _elsewhere(situation: Situation, names: Names) -> dict[str, Any]:
    study = situation.study

    def told(name: str, tell: Callable[[Any, Names], Any]) -> dict[str, Any]:
        now = getattr(study, name)
        new = {key: tell(now[key], names) for key in situation.mentioning(name, names)}
        return {key: record for key, record in {**now, **new}.items() if record is not None}

    return {
        "powers": told("powers", _power),
        "tasks": told("tasks", _task),
        "duties": told("duties", _duty),
        "actors": told("actors", _actor),
        "agreements": _agreements(study.agreements, names),
        "grant_schemes": {
            key: scheme.model_copy(update={"appeal_body": _one(scheme.appeal_body, names)})
            for key, scheme in study.grant_schemes.items()
        },
        "pathways": _pathways(study.pathways, names),
    }


def _task(task: Task, names: Names) -> Task:
    candidates, needed = _of_actor(task.candidates, names), _needed(task.needs_power, names)
    return _changed(task, candidates=candidates, needs_power=needed)


def _duty(duty: Duty, names: Names) -> Duty:
    return _changed(duty, on=_ids(duty.on, names))


def _changed(record: R, **fields: Any) -> R:
    """The record with these fields; the very same when they are as they were."""
    new = {name: value for name, value in fields.items() if value != getattr(record, name)}
    return record.model_copy(update=new) if new else record


def _pathways(ways: Pathways, names: Names) -> Pathways:
    sharing = (_sharing(one, names) for one in ways.sharing)
    persons = _persons(ways, lambda point: _point(point, names))
    return ways.model_copy(
        update={"sharing": tuple(one for one in sharing if one is not None), "persons": persons}
    )


def _sharing(sharing: Sharing, names: Names) -> Sharing | None:
    """Who may tell whom, with the new names; None when one of the two is gone, or both are now one."""
    sender = names.get(sharing.sender, sharing.sender)
    receiver = names.get(sharing.receiver, sharing.receiver)
    if sender is None or receiver is None or sender == receiver:
        return None
    return sharing.model_copy(update={"sender": sender, "receiver": receiver})


def _persons(ways: Pathways, told: Callable[[WayPoint], WayPoint]) -> dict[str, Person]:
    return {
        key: _changed(person, way=tuple(told(point) for point in person.way))
        for key, person in ways.persons.items()
    }


def _point(point: WayPoint, names: Names) -> WayPoint:
    """The point with the new names; whoever does the task meets the person when those named are all gone."""
    if not point.by:
        return point
    return point.model_copy(update={"by": _ids(point.by, names) or None})


def _ids(ids: Iterable[str], names: Names) -> tuple[str, ...]:
    told = (names.get(one, one) for one in ids)
    return tuple(dict.fromkeys(one for one in told if one is not None))


def _of_actor(records: Iterable[Any], names: Names) -> tuple[Any, ...]:
    """Records that each name one actor."""
    kept = (one for one in records if names.get(one.actor, one.actor) is not None)
    return tuple(
        one.model_copy(update={"actor": names[one.actor]}) if one.actor in names else one for one in kept
    )


def _needed(records: Iterable[NeededPower], names: Names) -> tuple[NeededPower, ...]:
    """Powers that tasks ask for, told with the new names; none where all they are over are gone."""
    told = (one.model_copy(update={"over": _ids(one.over, names)}) for one in records)
    return tuple(one for one in told if one.over)


def _actor(actor: Actor, names: Names) -> Actor:
    parent = None if actor.parent is None else names.get(actor.parent, actor.parent)
    hosts, members = _of_actor(actor.hosts, names), _ids(actor.members, names)
    return _changed(actor, parent=parent, members=members, hosts=hosts)


def _power(power: Power, names: Names) -> Power | None:
    """The power told with the new names; None when its holder, or all it is over, are gone."""
    holder = names.get(power.holder, power.holder)
    over = power.over if power.over == "all" else _ids(power.over, names)
    if holder is None or not over:
        return None
    given_by = names.get(power.given_by) or power.given_by
    return _changed(power, holder=holder, given_by=given_by, over=over)


def _agreements(agreements: Iterable[Agreement], names: Names) -> tuple[Agreement, ...]:
    """Agreements that still have two parties."""
    told = (Agreement(frozenset(_ids(sorted(a.parties), names)), a.form) for a in agreements)
    return tuple(dict.fromkeys(a for a in told if len(a.parties) == 2))


def _one(actor: str | None, names: Names) -> str | None:
    """The actor told with its new name; None when there is none, or it is gone."""
    return None if actor is None else names.get(actor, actor)
