"""Where else a study names an actor: what follows when actors become another, or are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from samvirke.alternatives.parts import PARTS, handed_over_whole, without_part
from samvirke.alternatives.situation import Situation
from samvirke.study.organisation import Actor, Power
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


def _elsewhere(study: Study, names: Names) -> dict[str, Any]:
    powers = {key: _power(power, names) for key, power in study.powers.items()}
    sharing = tuple(
        one.model_copy(
            update={
                "sender": names.get(one.sender, one.sender),
                "receiver": names.get(one.receiver, one.receiver),
            }
        )
        for one in study.pathways.sharing
        if None not in (names.get(one.sender, ""), names.get(one.receiver, ""))
    )
    return {
        "powers": {key: power for key, power in powers.items() if power is not None},
        "tasks": {
            key: task.model_copy(update={"candidates": _of_actor(task.candidates, names)})
            for key, task in study.tasks.items()
        },
        "duties": {
            key: duty.model_copy(update={"on": _ids(duty.on, names)}) for key, duty in study.duties.items()
        },
        "actors": {key: _actor(actor, names) for key, actor in study.actors.items()},
        "agreements": _agreements(study.agreements, names),
        "pathways": study.pathways.model_copy(update={"sharing": sharing}),
    }


def _ids(ids: Iterable[str], names: Names) -> tuple[str, ...]:
    told = (names.get(one, one) for one in ids)
    return tuple(dict.fromkeys(one for one in told if one is not None))


def _of_actor(records: Iterable[Any], names: Names) -> tuple[Any, ...]:
    """Records that each name one actor."""
    kept = (one for one in records if names.get(one.actor, one.actor) is not None)
    return tuple(
        one.model_copy(update={"actor": names[one.actor]}) if one.actor in names else one for one in kept
    )


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
