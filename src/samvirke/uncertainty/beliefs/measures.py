"""What alternatives are weighed on when one asks what must be believed: a few amounts, in every draw.

Nothing here adds up to a score. `annual_value` is what an alternative costs or saves society a year, so that
its difference between two is what the effects without a price must be worth to turn the choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from samvirke.alternatives.plan import Plan
from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.consequences.ceiling import ceiling
from samvirke.consequences.economics.present_value import Course, annual_values, course
from samvirke.consequences.funding import one_off
from samvirke.consequences.today import today
from samvirke.consequences.valuation import Outcome, Valuation
from samvirke.quantities.distributions import Exact, Formula
from samvirke.quantities.expressions import references
from samvirke.study.study import Study

Measure = Literal["annual_value", "ceiling.worst_year", "one_off.total"]
MEASURES: tuple[Measure, ...] = ("annual_value", "ceiling.worst_year", "one_off.total")
VERDICTS = ("ceiling.strict", "ceiling.state", "ceiling.steady")
Measured = Mapping[str, Mapping[str, Outcome]]


def courses_of(plans: Mapping[str, Plan]) -> dict[str, Course]:
    """What flows through every plan, for whoever measures them in several sets of draws."""
    return {name: course(plan) for name, plan in plans.items()}


def measured(courses: Mapping[str, Course], valuation: Valuation) -> Measured:
    """The measures and the three verdicts of every plan: alternative → figure → its outcome, kroner."""
    zero = next(iter(courses))
    shared = today(courses[zero].plan.today, valuation)
    values = annual_values(courses, valuation, zero)
    return {
        name: kept({
            **ceiling(one.plan, valuation, shared),
            **one_off(one.plan, valuation),
            "annual_value": values[name],
        })
        for name, one in courses.items()
    }  # fmt: skip


def kept(outcomes: Mapping[str, Outcome]) -> dict[str, Outcome]:
    """Of all figures of a plan, those that are weighed."""
    return {name: outcomes[name] for name in (*MEASURES, *VERDICTS)}


def uncertain(study: Study, assumptions: Iterable[str]) -> tuple[str, ...]:
    """What the assumptions come down to: those with a range of their own, as the study names them."""
    found: dict[str, None] = {}
    pending = sorted(name.split(VERSION)[0] for name in assumptions)
    while pending:
        name = pending.pop(0)
        form = study.assumptions[name].distribution
        if isinstance(form, Formula):
            pending = [*sorted(references(form.expression)), *pending]
        elif not isinstance(form, Exact):
            found[name] = None
    return tuple(found)
