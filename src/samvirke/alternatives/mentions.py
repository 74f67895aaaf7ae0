"""Where else a study names an actor: what follows when actors become another, or are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from samvirke.alternatives.parts import PARTS, handed_over_whole, without_part
from samvirke.alternatives.situation import Situation
from samvirke.study.organisation import Actor, NeededPower, Power
from samvirke.study.pathways import Pathways, Person, Sharing, WayPoint
from samvirke.study.study import Agreement, Study

Names = Mapping[str, str | None]  # old id → the new one; None when the actor is gone


def replaced_by(situation: Situation, old: Iterable[str], new: str) -> Situation:
    """Several actors become one, wherever the study names them; their own records are left to the caller."""
    study = situation.study
    responsibilities = {}
    for key, responsibility in study.responsibilities.items():
        for actor in old:
            responsibility = handed_over_whole(responsibility, actor, new)
        responsibilities[key] = responsibility
    return situation.with_(responsibilities=responsibilities, **_elsewhere(study, dict.fromkeys(old, new)))


def taken_out(situation: Situation, actor: str) -> Situation:
    """An actor is gone, with the parts it still had, its powers and its agreements."""
    study = situation.study
    responsibilities = {}
    for key, responsibility in study.responsibilities.items():
        for part in PARTS:
            responsibility = without_part(responsibility, part, actor)
        responsibilities[key] = responsibility
    changed = _elsewhere(study, {actor: None})
    actors = {key: other for key, other in changed.pop("actors").items() if key != actor}
    return situation.with_(responsibilities=responsibilities, actors=actors, **changed)


def meets_instead(situation: Situation, task: str, old: str, new: str) -> Situation:
    """A task has gone from one actor to another, who meets the persons that the first one met in it."""

    def told(point: WayPoint) -> WayPoint:
        return _point(point, {old: new}) if point.task == task else point

    ways = situation.study.pathways
    return situation.with_(pathways=ways.model_copy(update={"persons": _persons(ways, told)}))


def _elsewhere(study: Study, names: Names) -> dict[str, Any]:
    powers = {key: _power(power, names) for key, power in study.powers.items()}
    return {
        "powers": {key: power for key, power in powers.items() if power is not None},
        "tasks": {
            key: task.model_copy(
                update={
                    "candidates": _of_actor(task.candidates, names),
                    "needs_power": _needed(task.needs_power, names),
                }
            )
            for key, task in study.tasks.items()
        },
        "duties": {
            key: duty.model_copy(update={"on": _ids(duty.on, names)}) for key, duty in study.duties.items()
        },
        "actors": {key: _actor(actor, names) for key, actor in study.actors.items()},
        "agreements": _agreements(study.agreements, names),
        "grant_schemes": {
            key: scheme.model_copy(update={"appeal_body": _one(scheme.appeal_body, names)})
            for key, scheme in study.grant_schemes.items()
        },
        "pathways": _pathways(study.pathways, names),
    }


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
        key: person.model_copy(update={"way": tuple(told(point) for point in person.way)})
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
    return actor.model_copy(update={"parent": parent, "members": members, "hosts": hosts})


def _power(power: Power, names: Names) -> Power | None:
    """The power told with the new names; None when its holder, or all it is over, are gone."""
    holder = names.get(power.holder, power.holder)
    over = power.over if power.over == "all" else _ids(power.over, names)
    if holder is None or not over:
        return None
    given_by = names.get(power.given_by) or power.given_by
    return power.model_copy(update={"holder": holder, "given_by": given_by, "over": over})


def _agreements(agreements: Iterable[Agreement], names: Names) -> tuple[Agreement, ...]:
    """Agreements that still have two parties."""
    told = (Agreement(frozenset(_ids(sorted(a.parties), names)), a.form) for a in agreements)
    return tuple(dict.fromkeys(a for a in told if len(a.parties) == 2))


def _one(actor: str | None, names: Names) -> str | None:
    """The actor told with its new name; None when there is none, or it is gone."""
    return None if actor is None else names.get(actor, actor)
