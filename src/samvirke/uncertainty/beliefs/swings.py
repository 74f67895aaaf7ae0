"""One assumption at a time from its low to its high end: how far each moves a measure.

What others call a tornado diagram. The ends are the 10th and 90th percentiles; everything else is at its
median. The method asks what one thing does alone, and so does not see what two do together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.alternatives.plan import Plan
from samvirke.quantities.rounding import KRONE
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.measures import MEASURES, Measure, Measured, uncertain
from samvirke.uncertainty.beliefs.scenarios import MEDIANS, worked_out

LOW, HIGH = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Swing:
    """A measure of an alternative, in kroner, with one assumption at its low and at its high end."""

    alternative: str
    measure: Measure
    assumption: str
    low: float
    high: float
    median: float

    @property
    def width(self) -> float:
        """How far the assumption moves the measure, kroner."""
        return abs(self.high - self.low)


def swings(study: Study, plans: Mapping[str, Plan], found: Measured) -> tuple[Swing, ...]:
    """Every swing of more than a krone, widest first within each alternative and measure.

    `found` tells which assumptions a measure rests on.
    """
    rests_on = {
        (name, measure): uncertain(study, found[name][measure].assumptions)
        for name in plans
        for measure in MEASURES
    }
    names = sorted({one for some in rests_on.values() for one in some})
    ends = [{name: at} for name in names for at in (LOW, HIGH)]
    values, _ = worked_out(study, plans, [MEDIANS, *ends])
    place = {name: 1 + 2 * number for number, name in enumerate(names)}  # of its low end; the high is next
    told: list[Swing] = []
    zero = next(iter(plans))
    for (name, measure), assumptions in rests_on.items():
        row = values[name][measure].values
        if measure == "one_off.total":  # what adopted policy costs once is no cost of the alternative
            row = row - values[zero][measure].values
        swung = []
        for one in assumptions:
            low, high = (float(row[place[one] + end]) for end in (0, 1))
            swung.append(Swing(name, measure, one, low, high, float(row[0])))
        wide = (one for one in swung if one.width > KRONE)
        told += sorted(wide, key=lambda one: (-one.width, one.assumption))
    return tuple(told)
