"""Chosen scenarios in place of draws: every assumption at its median but one or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.economics.present_value import Course
from samvirke.consequences.valuation import Array, Outcome
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.measures import Measured, courses_of, measured
from samvirke.uncertainty.draws import drawn, valued

BATCH = 2048  # scenarios that are worked out at one time
Columns = Mapping[str, Array]  # assumption → its value in each scenario
Scenario = Mapping[str, float]  # assumption → the probability at which its distribution is read
MEDIANS: Scenario = {}


def worked_out(
    study: Study, plans: Mapping[str, Plan], scenarios: Sequence[Scenario]
) -> tuple[Measured, Columns]:
    """The measures of every plan in each scenario, shape (scenarios,), and what the assumptions then are.

    Rank correlations are left out: one thing at a time is moved, and the rest stay where they are.
    """
    courses = courses_of(plans)
    starts = range(0, len(scenarios), BATCH)
    batches = [_batch(study, courses, scenarios[n : n + BATCH]) for n in starts]
    if len(batches) == 1:
        return batches[0]
    each, columns = zip(*batches, strict=True)
    return (
        {name: {key: _joined([one[name][key] for one in each]) for key in each[0][name]} for name in plans},
        {name: np.concatenate([some[name] for some in columns]) for name in columns[0]},
    )


def _batch(
    study: Study, courses: Mapping[str, Course], scenarios: Sequence[Scenario]
) -> tuple[Measured, Columns]:
    """The same of so few scenarios that what is worked out on the way has room in memory."""
    probability = {name: np.full(len(scenarios), 0.5) for name in drawn(study)}
    for number, scenario in enumerate(scenarios):
        for name, at in scenario.items():
            probability[name][number] = at
    versions = {key: value for one in courses.values() for key, value in one.plan.versions.items()}
    valuation = valued(study, probability, len(scenarios), versions)
    with np.errstate(all="ignore"):  # what is no number at the medians is none in the draws, and told there
        found = measured(courses, valuation)
    # The parts would keep everything that was worked out; nobody asks for those of a scenario.
    bare = {name: {key: replace(one, parts=()) for key, one in some.items()} for name, some in found.items()}
    return bare, valuation.columns


def _joined(outcomes: Sequence[Outcome]) -> Outcome:
    """One measure of all batches; it rests on the same in each."""
    return replace(outcomes[0], values=np.concatenate([one.values for one in outcomes]))
