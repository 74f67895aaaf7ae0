"""When the changes of a plan can be in force at the earliest, and which steps that hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.activities import Activity
from samvirke.consequences.longest_path import (
    SLIP,
    YEAR,
    Walk,
    assumptions_before,
    critical_path,
    driver,
    month_at,
    on_path,
    slacks,
    walk,
)
from samvirke.consequences.valuation import Array, Outcome, Part, Valuation
from samvirke.quantities.expressions import references
from samvirke.quantities.months import Month


@dataclass(frozen=True, slots=True)
class Span:
    """A time in months after the deadline: the mean of the draws, and three of them.

    The quantiles are times that some draw has, so that what can only happen on 1 January is told as one.
    """

    expected: float
    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class Timing:
    """When one activity can begin and end, and how it stands to the starts that the alternative states.

    `begins` and `ends` are months of the calendar at the median. `slack` is how many months later it could
    begin without holding up a stated start, at the median; below zero it begins too late. `critical` says
    that it lies on the critical path, `often` in how many of the draws it does.
    """

    activity: Activity
    start: Span
    finish: Span
    begins: Month
    ends: Month
    slack: float
    critical: bool
    often: float


@dataclass(frozen=True, slots=True)
class Readiness:
    """Changes that start together and wait for the same: when they start, and when they can.

    `earliest` is the first month by which they are at least as likely as not to be ready; `low` and `high`
    are the same for one and nine in ten. `chance` is the probability that the stated start can be kept.
    `waits_for` is the step that they wait for longest, when all takes as long as expected.
    """

    id: str
    changes: tuple[str, ...]
    stated: Month
    earliest: Month
    low: Month
    high: Month
    chance: float
    waits_for: str

    @property
    def late(self) -> bool:
        """Whether the stated start is before the earliest."""
        return self.stated < self.earliest


@dataclass(frozen=True, slots=True)
class Schedule:
    """The transition of one alternative; everything is empty when nothing remains to be decided.

    `path` is the critical path with all durations as expected, first step first; `months` is the time until
    the last change can be in force. `earliest` is its month at the median, `low` and `high` in one and nine
    draws of ten.
    """

    deadline: date
    timings: tuple[Timing, ...] = ()
    changes: tuple[Readiness, ...] = ()
    path: tuple[str, ...] = ()
    months: Span = Span(0.0, 0.0, 0.0, 0.0)
    earliest: Month | None = None
    low: Month | None = None
    high: Month | None = None

    def timing(self, activity: str) -> Timing:
        """One activity's times."""
        return next(one for one in self.timings if one.activity.id == activity)


def schedule(plan: Plan, valuation: Valuation) -> Schedule | None:
    """The transition of a plan; None for a study that does not say how long things take."""
    drawn, once = walk(plan, valuation), walk(plan, valuation, expected=True)
    deadline = plan.today.assignment.deadline
    if drawn is None or once is None:
        return None
    if not drawn.steps:
        return Schedule(deadline)
    path = critical_path(once)
    slack, on = slacks(drawn, valuation), on_path(drawn)
    ready = _span(drawn.ready)
    return Schedule(
        deadline,
        tuple(_timing(step, drawn, slack[step.id], path, on[step.id]) for step in drawn.steps),
        tuple(_readiness(step, drawn, once) for step in drawn.groups),
        path,
        ready,
        *(month_at(drawn.origin, time) for time in (ready.p50, ready.p10, ready.p90)),
    )


def _timing(step: Activity, drawn: Walk, slack: Array, path: tuple[str, ...], on: Array) -> Timing:
    start, finish = _span(drawn.starts[step.id]), _span(drawn.finishes[step.id])
    begins = month_at(drawn.origin, start.p50)
    if step.kind in ("appropriation", "in-force"):
        ends = month_at(drawn.origin, finish.p50)
    else:  # what ends with a month ends in it, not in the next
        ends = max(begins, month_at(drawn.origin, finish.p50 - 2 * SLIP))
    leeway = -_span(-slack).p50  # of two in the middle, the larger: what half of the draws have at least
    return Timing(step, start, finish, begins, ends, leeway, step.id in path, float(on.mean()))


def _readiness(step: Activity, drawn: Walk, once: Walk) -> Readiness:
    finish, stated = drawn.finishes[step.id], drawn.stated(step)
    span = _span(finish)
    low, middle, high = (month_at(drawn.origin, time) for time in (span.p10, span.p50, span.p90))
    chance = float((finish <= stated + SLIP).mean())
    assert step.stated is not None
    return Readiness(step.id, step.changes, step.stated, middle, low, high, chance, driver(step, once))


def _span(times: Array) -> Span:
    low, middle, high = np.quantile(times, (0.1, 0.5, 0.9), method="inverted_cdf")
    return Span(float(times.mean()), float(low), float(middle), float(high))


def transition_figures(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """How long until the last change can be in force, how many start too early, and the chance of none.

    Nothing for a study that does not say how long things take. What is left over from a step until the next
    month or budget year begins is counted with the step that waits for it.
    """
    drawn = walk(plan, valuation)
    if drawn is None:
        return {}
    if not drawn.steps:
        nothing, certain = np.zeros(valuation.draws), np.ones(valuation.draws)
        return {
            "transition.months": Outcome(nothing),
            "transition.late": Outcome(nothing),
            "transition.chance": Outcome(certain),
        }
    rests_on = frozenset(name for step in drawn.steps for name in references(step.duration))
    kept = {step.id: drawn.finishes[step.id] <= drawn.stated(step) + SLIP for step in drawn.groups}
    late = [change for step in drawn.groups if kept[step.id].mean() < 0.5 for change in step.changes]
    every = np.all(list(kept.values()), axis=0).astype(float)
    count = np.full(valuation.draws, float(len(late)))
    chances = tuple(
        Part("activity", step.id, float(kept[step.id].mean()), "", assumptions_before(step, drawn))
        for step in drawn.groups
    )
    return {
        "transition.months": Outcome(drawn.ready / YEAR, rests_on, (), _parts(drawn)),
        "transition.late": Outcome(count, rests_on, (), tuple(Part("change", key, 1.0) for key in late)),
        "transition.chance": Outcome(every, rests_on, (), chances),
    }


def _parts(drawn: Walk) -> tuple[Part, ...]:
    """What each step adds to the time until the last change, as a mean over the draws, in years."""
    on = on_path(drawn)
    found = []
    for step in drawn.steps:
        months = float((on[step.id] * (drawn.finishes[step.id] - drawn.starts[step.id])).mean())
        if months:
            names = tuple(sorted(references(step.duration)))
            found.append(Part("activity", step.id, months / YEAR, "", names))
    return tuple(found)
