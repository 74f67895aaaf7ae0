"""Everything a run can say of what one must believe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Valuation
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.conditions import conditions
from samvirke.uncertainty.beliefs.doubled import STRETCH, Doubled, standing
from samvirke.uncertainty.beliefs.measures import Measured, courses_of, measured
from samvirke.uncertainty.beliefs.swings import Swing, swings
from samvirke.uncertainty.beliefs.tipping import Weighed, weighed
from samvirke.uncertainty.draws import sample


@dataclass(frozen=True, slots=True)
class Beliefs:
    """Where answers turn, what moves each measure, and what stands when all ranges are doubled."""

    weighed: tuple[Weighed, ...]
    swings: tuple[Swing, ...]
    doubled: Doubled

    def of(self, alternative: str) -> tuple[Weighed, ...]:
        """What is asked of one alternative."""
        return tuple(one for one in self.weighed if one.condition.alternative == alternative)


def beliefs(
    study: Study, plans: Mapping[str, Plan], drawn: Measured, valuation: Valuation, seed: int
) -> Beliefs | None:
    """What one must believe; None when there is nothing to choose between.

    `drawn` holds the measures of every plan in the draws of the run, the zero alternative's first.
    """
    compared = tuple(plans)[1:]
    own = standing(drawn, compared) if compared else None
    if own is None:
        return None
    versions = {key: value for plan in plans.values() for key, value in plan.versions.items()}
    wide = sample(study, valuation.draws, seed, versions, stretch=STRETCH)
    with np.errstate(all="ignore"):  # what the study's own ranges give is what counts
        stretched = standing(measured(courses_of(plans), wide), compared)
    asked = tuple(conditions(own.order))
    return Beliefs(
        weighed(study, plans, asked, drawn, valuation),
        swings(study, plans, drawn),
        Doubled(own, stretched),
    )
