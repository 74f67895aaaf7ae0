"""Chosen scenarios in place of draws: every assumption at its median but one or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Valuation
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.measures import Measured, measured
from samvirke.uncertainty.draws import drawn, valued

Scenario = Mapping[str, float]  # assumption → the probability at which its distribution is read
MEDIANS: Scenario = {}


def worked_out(
    study: Study, plans: Mapping[str, Plan], scenarios: Sequence[Scenario]
) -> tuple[Measured, Valuation]:
    """The measures of every plan in each scenario, shape (scenarios,), and what the assumptions then are.

    Rank correlations are left out: one thing at a time is moved, and the rest stay where they are.
    """
    probability = {name: np.full(len(scenarios), 0.5) for name in drawn(study)}
    for number, scenario in enumerate(scenarios):
        for name, at in scenario.items():
            probability[name][number] = at
    versions = {key: value for plan in plans.values() for key, value in plan.versions.items()}
    valuation = valued(study, probability, len(scenarios), versions)
    with np.errstate(all="ignore"):  # what is no number at the medians is none in the draws, and told there
        return measured(plans, valuation), valuation
