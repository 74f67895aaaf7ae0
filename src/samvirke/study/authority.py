"""What powers make possible: who may do what towards whom, and which tasks ask for more than their doer has.

A power holds for every body it names, or for all others when it says `all`. Only the right to instruct covers
other kinds: whoever may instruct a body may also inform and convene it, demand reports, set procedures,
advise in its cases, raise a matter with it and settle a dispute between bodies it may instruct. Money is left
out, since the right to instruct a body does not carry the right to divide an appropriation. No other kind
covers another; a body that may convene has not been given a right to reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from samvirke.study.organisation import Power, PowerKind
from samvirke.study.study import Study

KINDS: tuple[PowerKind, ...] = get_args(PowerKind)
INSTRUCT_COVERS: tuple[PowerKind, ...] = tuple(kind for kind in KINDS if kind != "allocate_money")


@dataclass(frozen=True, slots=True)
class Lacking:
    """A power that a task asks for and whoever does it does not have, towards these bodies."""

    task: str
    doer: str
    kind: PowerKind
    over: tuple[str, ...]


def kinds_of(power: Power) -> tuple[PowerKind, ...]:
    """The kinds that a power covers, its own among them."""
    return INSTRUCT_COVERS if power.kind == "instruct" else (power.kind,)


def holds_over(power: Power, body: str) -> bool:
    """Whether a power holds for a body; nobody has a power over itself."""
    return body != power.holder and (power.over == "all" or body in power.over)


def may(study: Study, holder: str, body: str) -> dict[PowerKind, str]:
    """What a holder may do towards a body: kind → the power that says so, from the lowest step up.

    A power of the very kind goes before one that covers it.
    """
    held = [p for p in study.powers.values() if p.holder == holder and holds_over(p, body)]
    covered = {kind: power.id for power in reversed(held) for kind in kinds_of(power)}
    covered |= {power.kind: power.id for power in reversed(held)}
    return {kind: covered[kind] for kind in sorted(covered, key=lambda kind: (step(study, kind), kind))}


def step(study: Study, kind: PowerKind) -> int:
    """The step of the co-ordination ladder that a kind of power makes possible, 1 to 4."""
    return study.assignment.ladder[kind]


def coordinators(study: Study) -> tuple[str, ...]:
    """Who does the task that makes its doer the co-ordinator; nobody when the study names no such task."""
    task = study.assignment.coordination_task
    return () if task is None else study.responsibility(task).doers


def lacking(study: Study, task: str) -> Iterator[Lacking]:
    """The powers that a task asks for and one of its doers does not have."""
    for doer in study.responsibility(task).doers:
        for needed in study.tasks[task].needs_power:
            for kind in needed.kinds:
                over = tuple(
                    body
                    for body in needed.over
                    if body in study.actors
                    and not _in_own_line(study, doer, body)
                    and kind not in may(study, doer, body)
                )
                if over:
                    yield Lacking(task, doer, kind, over)


def powerless(study: Study, duty: str) -> tuple[Lacking, ...]:
    """What those who do the tasks of a duty lack to fulfil it; empty when they have what the tasks ask for.

    A task that nobody does lacks a doer, not a power, and is told as a gap.
    """
    return tuple(one for c in study.duties[duty].tasks for one in lacking(study, c.task))


def _in_own_line(study: Study, doer: str, body: str) -> bool:
    """Whether a body is in the doer's own agency, above or under it: there the common leader decides."""
    own = study.agency(body) == study.agency(doer)
    return own or body in study.above(doer) or doer in study.above(body)
