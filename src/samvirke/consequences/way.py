"""One person's way: who decides, does and pays at each point, and whether information may follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.alternatives.rows import runs_in
from samvirke.consequences.valuation import Outcome, Part, Valuation, together
from samvirke.quantities.months import Month, year_span
from samvirke.study.handing import HandOver, Onward, going_on, meeting, sharing_between
from samvirke.study.money import Spending
from samvirke.study.pathways import WayPoint
from samvirke.study.study import Study

Means = Literal["state", "municipal", "own"]
Hole = Literal["undecided", "contested", "undone", "sharing"]
HOLES: tuple[Hole, ...] = ("undecided", "contested", "undone", "sharing")


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays for a task, and whether over the state budget, as a municipality or from own means."""

    actor: str
    means: Means


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a way, as the study has it at the time.

    `meeting` are those of the task's doers who meet the person; none where the work is done out of the
    person's sight, and information then passes by the point. `onward` is how it goes on from here.
    """

    task: str
    told: WayPoint
    deciders: tuple[str, ...]
    doers: tuple[str, ...]
    meeting: tuple[str, ...]
    payers: tuple[Payer, ...]
    onward: Onward
    hand_overs: tuple[HandOver, ...]

    @property
    def holes(self) -> tuple[Hole, ...]:
        """What is missing at the point; each sort of hole once, however many pairs lack a basis."""
        found = {
            "undecided": not self.deciders,
            "contested": len(self.deciders) > 1,
            "undone": not self.doers,
            "sharing": not all(one.allowed for one in self.hand_overs),
        }
        return tuple(hole for hole in HOLES if found[hole])


def way(study: Study, person: str, month: Month | None = None) -> tuple[Point, ...]:
    """The way of a person of pathways.yaml, point by point.

    `month` is when money is looked at; the last month of the base year when it is not given.
    """
    points = study.pathways.persons[person].way
    month = month or year_span(study.assignment.base_year)[1].plus(-1)
    return tuple(_point(study, points, number, month) for number in range(len(points)))


def final_way(plan: Plan, person: str) -> tuple[Point, ...]:
    """The way as the last phase of a plan leaves it."""
    return way(plan.final, person, plan.phases[-1].end.plus(-1))


def _point(study: Study, points: tuple[WayPoint, ...], number: int, month: Month) -> Point:
    here = points[number]
    responsibility = study.responsibility(here.task)
    onward, pairs = going_on(study, points, number)
    return Point(
        task=here.task,
        told=here,
        deciders=responsibility.decides,
        doers=responsibility.doers,
        meeting=meeting(study, here),
        payers=_payers(study, here.task, month),
        onward=onward,
        hand_overs=tuple(HandOver(*pair, sharing_between(study, *pair)) for pair in pairs),
    )


def _payers(study: Study, task: str, month: Month) -> tuple[Payer, ...]:
    """Who pays the recurring rows for a task in the month, each once; none where nothing is entered."""
    rows = (row for row in study.spending.values() if task in row.tasks and not row.one_off)
    found = (
        Payer(payer, _means(study, row))
        for row in rows
        if runs_in(row, month) and (payer := study.payer(row))
    )
    return tuple(dict.fromkeys(found))


def _means(study: Study, row: Spending) -> Means:
    """Whose money it is; that of a row which a grant funds is the grant's, as in `Study.payer`."""
    behind = study.spending.get(row.funded_by or "")
    if behind is not None:
        return _means(study, behind)
    return "state" if row.line is not None else "municipal" if row.funded_by == "municipal" else "own"


def hand_overs(study: Study) -> Iterator[HandOver]:
    """Every pair that hands somebody over on the ways, then the others the study speaks of; each once."""
    points = [point for key in study.pathways.persons for point in way(study, key)]
    on_ways = [(one.sender, one.receiver) for point in points for one in point.hand_overs]
    written = [(one.sender, one.receiver) for one in study.pathways.sharing]
    pairs = dict.fromkeys((*on_ways, *written))
    yield from (HandOver(*pair, sharing_between(study, *pair)) for pair in pairs)


def sharing_gaps(study: Study) -> tuple[HandOver, ...]:
    """The pairs for which no basis for sharing is known."""
    return tuple(one for one in hand_overs(study) if not one.allowed)


@dataclass(frozen=True, slots=True)
class Hands:
    """Who decides and who does a task."""

    task: str
    deciders: tuple[str, ...]
    doers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise on a way: holes closed, opened and left, and tasks that have other hands.

    A task is among `hands` where somebody decides or does it both before and after, and not the same ones.
    """

    closed: tuple[tuple[str, Hole], ...]
    opened: tuple[tuple[str, Hole], ...]
    left: tuple[tuple[str, Hole], ...]
    hands: tuple[Hands, ...]


def difference(before: tuple[Point, ...], after: tuple[Point, ...]) -> Difference:
    """One way compared with the same way at another time, point by point."""
    both = tuple(zip(before, after, strict=True))
    return Difference(
        closed=tuple((a.task, hole) for a, b in both for hole in a.holes if hole not in b.holes),
        opened=tuple((b.task, hole) for a, b in both for hole in b.holes if hole not in a.holes),
        left=tuple((b.task, hole) for a, b in both for hole in b.holes if hole in a.holes),
        hands=tuple(
            Hands(b.task, b.deciders, b.doers)
            for a, b in both
            if _other(a.deciders, b.deciders) or _other(a.doers, b.doers)
        ),
    )


def _other(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return bool(before and after) and set(before) != set(after)


def way_figures(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """How many holes each person meets in the final phase, by the task at which they are."""
    found = {}
    for person in plan.final.pathways.persons:
        points = final_way(plan, person)
        parts = together(Part("task", point.task, float(len(point.holes))) for point in points if point.holes)
        count = float(sum(len(point.holes) for point in points))
        found[f"way.holes.{person}"] = Outcome(np.full(valuation.draws, count), parts=parts)
    return found
