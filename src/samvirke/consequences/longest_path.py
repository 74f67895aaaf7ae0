"""The longest path through a plan's activities: how early each can begin, and what that hangs on.

Times are months after the study's deadline. Activities of one kind take equally long within a draw: what
makes one letter of allocation slow makes them all slow.

Source: the critical path method (Kelley and Walker 1959), worked out in every draw.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.activities import Activity, activities
from samvirke.consequences.valuation import Array, Valuation
from samvirke.quantities.expressions import references
from samvirke.quantities.months import Month

YEAR = 12
SLIP = 1e-6  # of a month: what rounding of binary numbers may add to a whole number of months


@dataclass(frozen=True)
class Walk:
    """Every activity's start and finish in each draw, shape (draws,); `origin` is the deadline's month index.

    The index has the days of the month as a fraction, so that the last of December is the first of January.
    """

    origin: float
    steps: tuple[Activity, ...]
    starts: Mapping[str, Array]
    finishes: Mapping[str, Array]

    @property
    def groups(self) -> tuple[Activity, ...]:
        """The steps that put changes in force."""
        return tuple(step for step in self.steps if step.stated is not None)

    @property
    def ready(self) -> Array:
        """When the last change can be in force."""
        return np.asarray(np.max([self.finishes[step.id] for step in self.groups], axis=0))

    def stated(self, step: Activity) -> float:
        """The start that the alternative states for a group of changes."""
        assert step.stated is not None
        return step.stated.index - self.origin


def walk(plan: Plan, valuation: Valuation, *, expected: bool = False) -> Walk | None:
    """The longest path to every step, in each draw or once with expected durations.

    None for a study that does not say how long things take.
    """
    if plan.today.transition is None or plan.today.transition.durations is None:
        return None
    steps, origin = activities(plan), origin_of(plan.today.assignment.deadline)
    starts: dict[str, Array] = {}
    finishes: dict[str, Array] = {}
    for step in steps:
        months = _months(step, valuation)
        months = np.array([months.mean()]) if expected else months
        before = [finishes[key] for key in step.after]
        starts[step.id] = np.max(before, axis=0) if before else np.zeros_like(months)
        finishes[step.id] = _finish(step, starts[step.id], months, origin)
    return Walk(origin, steps, starts, finishes)


def origin_of(deadline: date) -> float:
    """The end of a day as an index of months, the days as a fraction."""
    days = monthrange(deadline.year, deadline.month)[1]
    return Month(deadline.year, deadline.month).index + deadline.day / days


def _finish(step: Activity, start: Array, months: Array, origin: float) -> Array:
    """An appropriation comes with a January, a change with the first of a month, the rest when done."""
    if step.kind == "appropriation":
        return _next(start + months, YEAR, origin)
    if step.kind == "in-force":
        return _next(start, YEAR if step.january else 1, origin)
    return np.asarray(start + months)


def _next(time: Array, step: int, origin: float) -> Array:
    """The next first of January (twelve) or of a month (one), or the time itself when it is one."""
    return np.asarray(np.ceil((time + origin - SLIP) / step) * step - origin)


def _latest(step: Activity, finish: Array, months: Array, origin: float) -> Array:
    """The latest start that still ends at `finish`, or before."""
    if step.kind == "in-force":
        return _last(finish, YEAR if step.january else 1, origin)
    return (_last(finish, YEAR, origin) if step.kind == "appropriation" else finish) - months


def _last(time: Array, step: int, origin: float) -> Array:
    """The last first of January (twelve) or of a month (one), or the time itself when it is one."""
    return np.asarray(np.floor((time + origin + SLIP) / step) * step - origin)


def _months(step: Activity, valuation: Valuation) -> Array:
    """How long a step takes in each draw; never less than nothing."""
    return np.maximum(valuation.of(step.duration) * YEAR, 0.0)


def month_at(origin: float, time: float) -> Month:
    """The month of the calendar in which a time after the deadline lies."""
    return Month.at(int(np.floor(origin + time + SLIP)))


def critical_path(once: Walk) -> tuple[str, ...]:
    """The steps that the last change waits for, first step first; of equals, the one with least room."""
    last = max(once.groups, key=lambda step: (once.finishes[step.id][0], once.starts[step.id][0]))
    path, steps = [last.id], {step.id: step for step in once.steps}
    while steps[path[-1]].after:
        path.append(driver(steps[path[-1]], once))
    return tuple(reversed(path))


def driver(step: Activity, once: Walk) -> str:
    """The step before that this one waits for longest, with expected durations."""
    return max(step.after, key=lambda key: once.finishes[key][0])


def slacks(drawn: Walk, valuation: Valuation) -> dict[str, Array]:
    """How much later each step could begin in each draw without holding up a stated start."""
    latest: dict[str, Array] = {}  # start
    for step in reversed(drawn.steps):
        ends = [latest[later.id] for later in drawn.steps if step.id in later.after]
        if step.stated is not None:
            ends.append(np.full(valuation.draws, drawn.stated(step)))
        latest[step.id] = _latest(step, np.min(ends, axis=0), _months(step, valuation), drawn.origin)
    return {step.id: latest[step.id] - drawn.starts[step.id] for step in drawn.steps}


def on_path(drawn: Walk) -> dict[str, Array]:
    """Whether each step is on the critical path, in each draw: 1 or 0."""
    groups = drawn.groups
    last = np.argmax([drawn.finishes[step.id] for step in groups], axis=0)
    nowhere = np.zeros(last.shape)
    on = {step.id: nowhere for step in drawn.steps}
    on |= {step.id: (last == number).astype(float) for number, step in enumerate(groups)}
    for step in reversed(drawn.steps):
        if step.after:
            waits_for = np.argmax([drawn.finishes[key] for key in step.after], axis=0)
            for number, key in enumerate(step.after):
                on[key] = on[key] + on[step.id] * (waits_for == number)
    return on


def assumptions_before(step: Activity, drawn: Walk) -> tuple[str, ...]:
    """What a step's finish rests on: its own duration, and those of all steps before it."""
    steps, found, waiting = {one.id: one for one in drawn.steps}, set[str](), [step.id]
    while waiting:
        one = steps[waiting.pop()]
        found |= references(one.duration)
        waiting.extend(one.after)
    return tuple(sorted(found))
