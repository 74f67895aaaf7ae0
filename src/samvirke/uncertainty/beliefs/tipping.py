"""Where an answer turns: the values of one assumption, or of two together, at which a condition tips.

All other assumptions are at their medians. One assumption is looked for over the middle 96 per cent of its
range. Two are moved together, each equally far into its own range, in the directions that work against the
condition as it stands. Between the points that are looked at the margin is taken to be straight.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.valuation import Array, Valuation
from samvirke.quantities.rounding import KRONE
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.conditions import Condition
from samvirke.uncertainty.beliefs.measures import Measured, uncertain
from samvirke.uncertainty.beliefs.scenarios import MEDIANS, Columns, Scenario, worked_out
from samvirke.uncertainty.draws import price_factor
from samvirke.uncertainty.drivers import strengths

STEPS = np.round(np.arange(0, 0.4801, 0.02), 2)  # how far from the median, in probability
CANDIDATES = 8  # assumptions that are looked at for each condition: those it hangs on most
PAIRED = 4  # of these, those that are moved two at a time
Way = tuple[tuple[str, int], ...]  # assumptions that are moved together, and whether up (1) or down (-1)


@dataclass(frozen=True, slots=True)
class Turn:
    """An assumption at the value where a condition turns, in the unit and price year the study writes it in.

    `probability` is where in its distribution the value lies; `median` is what it is otherwise.
    """

    assumption: str
    value: float
    probability: float
    median: float

    @property
    def beyond(self) -> float:
        """The probability of a value beyond the turning point, seen from the median."""
        return min(self.probability, 1 - self.probability)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A condition, how it stands, and where it turns.

    `margin` is its margin with everything at the median, kroner; `share` is the share of draws in which it
    holds. Each of `turns` is one assumption that turns it alone, the most likely first; `pairs` are two that
    do so together, looked for where none does alone.
    """

    condition: Condition
    margin: float
    share: float
    turns: tuple[Turn, ...]
    pairs: tuple[tuple[Turn, ...], ...] = ()

    @property
    def tied(self) -> bool:
        """Whether the two that are compared are the same to the krone."""
        return self.condition.kind != "within" and abs(self.margin) <= KRONE

    @property
    def by_construction(self) -> bool:
        """Whether it holds whatever things cost, since somebody named pays whatever is needed."""
        return self.condition.kind == "within" and self.share == 1 and abs(self.margin - KRONE) < KRONE / 2

    @property
    def holds(self) -> bool:
        """Whether it holds with everything at the median."""
        return self.margin > 0

    @property
    def certainty(self) -> float:
        """The share of draws in which it is as it is with everything at the median."""
        return self.share if self.holds else 1 - self.share


def weighed(
    study: Study,
    plans: Mapping[str, Plan],
    asked: Sequence[Condition],
    drawn: Measured,
    valuation: Valuation,
) -> tuple[Weighed, ...]:
    """Every condition with where it turns; the draws of the run tell what each hangs on most."""
    names = {one: _candidates(study, one, drawn, valuation) for one in asked}
    alone: list[Way] = [((name, sign),) for name in _every(names) for sign in (-1, 1)]
    walks = Walks.along(study, plans, alone)
    found = [_alone(one, walks, alone, drawn) for one in asked]
    left = [one.condition for one in found if not one.turns and not one.tied]
    pairs = {one: tuple(_against(one, names[one], walks)) for one in left}
    together = Walks.along(study, plans, [way for ways in pairs.values() for way in ways])
    return tuple(
        replace(one, pairs=_turns(one.condition, together, pairs.get(one.condition, ()))) for one in found
    )


def _candidates(study: Study, condition: Condition, drawn: Measured, valuation: Valuation) -> tuple[str, ...]:
    """The uncertain assumptions that the margin hangs on most over the draws, first first."""
    names = uncertain(study, condition.rests_on(drawn))
    found = strengths(condition.margin(drawn), names, valuation)
    return tuple(sorted(found, key=lambda name: (-round(found[name], 3), name))[:CANDIDATES])


def _every(names: Mapping[Condition, tuple[str, ...]]) -> list[str]:
    return sorted({name for some in names.values() for name in some})


def _alone(condition: Condition, walks: Walks, ways: Sequence[Way], drawn: Measured) -> Weighed:
    share = float((condition.margin(drawn) > 0).mean())
    turns = _turns(condition, walks, ways)
    return Weighed(condition, walks.at_medians(condition), share, tuple(one for (one,) in turns))


def _turns(condition: Condition, walks: Walks, ways: Sequence[Way]) -> tuple[tuple[Turn, ...], ...]:
    """Where the condition turns along each way, the nearest to the medians first."""
    found = [turn for way in ways if (turn := walks.turn(condition, way)) is not None]
    return tuple(sorted(found, key=lambda turn: (-turn[0].beyond, [one.assumption for one in turn])))


def _against(condition: Condition, names: Sequence[str], walks: Walks) -> Iterator[Way]:
    """Pairs of what matters most, each moved towards where the condition would turn."""
    worst: dict[str, tuple[float, int]] = {}
    for name in names:
        ends = [(walks.closeness(condition, ((name, sign),)), sign) for sign in (-1, 1)]
        worst[name] = min(ends)
    nearest = sorted(worst, key=lambda name: (worst[name][0], name))[:PAIRED]
    for pair in combinations(nearest, 2):
        yield tuple((name, worst[name][1]) for name in pair)


@dataclass(frozen=True)
class Walks:
    """Scenarios along ways out from the medians, step by step, and what comes of each."""

    study: Study
    place: Mapping[Way, int]
    found: Measured
    columns: Columns

    @classmethod
    def along(cls, study: Study, plans: Mapping[str, Plan], ways: Sequence[Way]) -> Walks:
        """Work out every step of every way, all at once."""
        steps: list[Scenario] = [
            {name: 0.5 + sign * float(step) for name, sign in way} for way in ways for step in STEPS
        ]
        found, columns = worked_out(study, plans, steps or [MEDIANS])
        return cls(study, {way: n * STEPS.size for n, way in enumerate(ways)}, found, columns)

    def at_medians(self, condition: Condition) -> float:
        """The margin with everything at its median, kroner."""
        return float(condition.margin(self.found)[0])

    def closeness(self, condition: Condition, way: Way) -> float:
        """How much of the margin is left at the end of a way; below zero when it has turned."""
        margin = self._margin(condition, way)
        return float(margin[-1] * np.sign(margin[0]))

    def turn(self, condition: Condition, way: Way) -> tuple[Turn, ...] | None:
        """Where the condition first turns along a way, or None when it never does."""
        margin = self._margin(condition, way)
        turned = np.flatnonzero((margin > 0) != (margin[0] > 0))
        if not turned.size:
            return None
        after = int(turned[0])
        part = float(margin[after - 1] / (margin[after - 1] - margin[after]))
        return tuple(self._turn(way, name, sign, after, part) for name, sign in way)

    def _margin(self, condition: Condition, way: Way) -> Array:
        first = self.place[way]
        return condition.margin(self.found)[first : first + STEPS.size]

    def _turn(self, way: Way, name: str, sign: int, after: int, part: float) -> Turn:
        first = self.place[way]
        values = self.columns[name][first : first + STEPS.size]
        values = values / price_factor(self.study, self.study.assumptions[name])
        steps = 0.5 + sign * STEPS

        def between(points: Array) -> float:
            return float(points[after - 1] + part * (points[after] - points[after - 1]))

        return Turn(name, between(values), between(steps), float(values[0]))
