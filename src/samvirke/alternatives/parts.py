"""Who has which part in a task, when actors are replaced, joined or taken out."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.alternatives.situation import Situation
from samvirke.quantities.expressions import plus
from samvirke.study.organisation import Doer, Part, Responsibility
from samvirke.study.study import Study

PARTS: tuple[Part, ...] = ("decides", "does", "consulted", "informed")


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


def renamed(responsibility: Responsibility, old: Iterable[str], new: str) -> Responsibility:
    """Actors replaced by one; who had a part twice has it once, and shares are added."""
    gone = set(old)

    def one(actors: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new if actor in gone else actor for actor in actors))

    doers: dict[str, Doer] = {}
    for doer in responsibility.does:
        actor = new if doer.actor in gone else doer.actor
        present = doers.get(actor)
        if present is None:
            doers[actor] = doer.model_copy(update={"actor": actor})
        else:
            both = present.share is not None and doer.share is not None
            share = plus(present.share, doer.share) if both else None  # type: ignore[arg-type]
            groups = tuple(dict.fromkeys((*present.groups, *doer.groups)))
            whole = not present.groups or not doer.groups
            doers[actor] = present.model_copy(update={"share": share, "groups": () if whole else groups})
    return responsibility.model_copy(
        update={
            "decides": one(responsibility.decides),
            "does": tuple(doers.values()),
            "consulted": one(responsibility.consulted),
            "informed": one(responsibility.informed),
        }
    )


def actors_replaced(situation: Situation, old: Iterable[str], new: str) -> Situation:
    """Actors replaced by one in responsibilities, powers, candidates and agreements."""
    gone = set(old)
    study = situation.study
    responsibilities = {key: renamed(r, gone, new) for key, r in study.responsibilities.items()}
    powers = {}
    for key, power in study.powers.items():
        holder = new if power.holder in gone else power.holder
        given_by = new if power.given_by in gone else power.given_by
        over = power.over
        if over != "all":
            over = tuple(dict.fromkeys(new if actor in gone else actor for actor in over))
        powers[key] = power.model_copy(update={"holder": holder, "given_by": given_by, "over": over})
    tasks = {}
    for key, task in study.tasks.items():
        candidates = tuple(
            c.model_copy(update={"actor": new}) if c.actor in gone else c for c in task.candidates
        )
        tasks[key] = task.model_copy(update={"candidates": candidates})
    agreements = tuple(
        type(a)(frozenset(new if party in gone else party for party in a.parties), a.form)
        for a in study.agreements
    )
    return situation.with_(
        responsibilities=responsibilities, powers=powers, tasks=tasks, agreements=agreements
    )


def actor_replaced(situation: Situation, old: str, new: str) -> Situation:
    """One actor replaced by another."""
    return actors_replaced(situation, (old,), new)


def actor_taken_out(situation: Situation, actor: str) -> Situation:
    """An actor gone, with what was left of its parts and powers."""
    study = situation.study
    responsibilities = {}
    for key, responsibility in study.responsibilities.items():
        for part in PARTS:
            responsibility = without_part(responsibility, part, actor)
        responsibilities[key] = responsibility
    powers = {key: power for key, power in study.powers.items() if power.holder != actor}
    actors = {key: other for key, other in study.actors.items() if key != actor}
    return situation.with_(responsibilities=responsibilities, powers=powers, actors=actors)
