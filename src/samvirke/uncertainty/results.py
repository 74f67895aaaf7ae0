"""A run: every alternative planned, drawn and evaluated, and its figures summed up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from samvirke import __version__
from samvirke.alternatives.plan import Plan
from samvirke.alternatives.plans import plans_of
from samvirke.checks.finding import Finding
from samvirke.consequences.affected import Affected, affected
from samvirke.consequences.catalogue import definition
from samvirke.consequences.evaluation import basis, evaluate
from samvirke.consequences.transition import Schedule, schedule
from samvirke.consequences.valuation import Outcome
from samvirke.provenance import Figure, Provenance
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.beliefs import Beliefs, beliefs
from samvirke.uncertainty.beliefs.doubled import least_costly
from samvirke.uncertainty.beliefs.measures import kept
from samvirke.uncertainty.claims import claim_findings
from samvirke.uncertainty.draws import sample
from samvirke.uncertainty.drivers import drivers, money_moved
from samvirke.uncertainty.run_choice import choice_findings
from samvirke.uncertainty.run_findings import (
    answers_without_figure,
    floors_that_bind,
    lines_overdrawn,
    refuse_impossible,
    starts_too_early,
    unfunded,
)
from samvirke.uncertainty.run_organisation import doing_less, left_worse
from samvirke.uncertainty.spread import Asked, as_in_zero, summed_up

BEST = "best.annual_value"
Key = tuple[str, str, bool]
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Results:
    """What a run found. Figures are kept by (alternative, name, whether against zero).

    `drivers` names, for each alternative, the assumptions that its own money hangs on most, first first.
    `schedules` is empty for a study that does not say how long things take. `beliefs` is None when there is
    nothing to choose between.
    """

    study: Study
    plans: Mapping[str, Plan]
    figures: Mapping[Key, Figure]
    findings: tuple[Finding, ...]
    provenance: Provenance
    drivers: Mapping[str, tuple[str, ...]]
    schedules: Mapping[str, Schedule] = field(default_factory=dict)
    beliefs: Beliefs | None = None

    def figure(self, alternative: str, name: str, *, against_zero: bool = False) -> Figure | None:
        """One figure, or None when the alternative does not give rise to it."""
        return self.figures.get((alternative, name, against_zero))

    def added(self, alternative: str, name: str) -> Figure | None:
        """What an alternative adds to what happens anyway; the figure itself where zero has none of it."""
        zero = self.figure(self.zero, name)
        if alternative == self.zero or zero is None or zero.p10 == zero.expected == zero.p90 == 0:
            return self.figure(alternative, name)
        return self.figure(alternative, name, against_zero=True)

    @cached_property
    def affected(self) -> Mapping[str, tuple[Affected, ...]]:
        """The bodies that each plan affects and that are not at the table."""
        return {name: affected(plan) for name, plan in self.plans.items()}

    @property
    def zero(self) -> str:
        """The id of the zero alternative; the first plan when the study has written none."""
        written = self.study.zero
        return written.id if written is not None else next(iter(self.plans))

    @property
    def compared(self) -> tuple[str, ...]:
        """The alternatives that are compared with zero, in the order of the study."""
        return tuple(name for name in self.plans if name != self.zero)


def run(study: Study, draws: int = 8192, seed: int = 1, progress: Progress | None = None) -> Results:
    """Evaluate every alternative of a study on the same draws. Same study, seed and version: same results.

    `progress` is told the id of each alternative as its turn comes. Raises StudyError when a change
    cannot be made.
    """
    plans = plans_of(study)
    zero_plan = next(iter(plans.values()))
    versions = {key: value for one in plans.values() for key, value in one.versions.items()}
    valuation = sample(study, draws, seed, versions)
    figures: dict[Key, Figure] = {}
    findings: list[Finding] = []
    zero: Mapping[str, Outcome] = {}
    hang_on: dict[str, tuple[str, ...]] = {}
    schedules: dict[str, Schedule] = {}
    weighed: dict[str, Mapping[str, Outcome]] = {}
    shared = basis(study, valuation)
    for name, one in plans.items():
        if progress is not None:
            progress(name)
        with np.errstate(all="ignore"):  # told in the study's own words instead
            outcomes = evaluate(one, valuation, zero_plan, shared)
        refuse_impossible(
            study, name, {key: one for key, one in outcomes.items() if one is not zero.get(key)}
        )
        zero = zero or outcomes
        weighed[name] = kept(outcomes)
        figures.update(_figures(name, outcomes, zero if zero is not outcomes else {}, figures))
        own = money_moved(outcomes)
        hang_on[name] = drivers(own if outcomes is zero else own - money_moved(zero), valuation)
        findings.extend(floors_that_bind(one, valuation))
        findings.extend(unfunded(one, outcomes))
        findings.extend(lines_overdrawn(one, zero_plan, valuation))
        findings.extend(doing_less(one, zero_plan, valuation))
        findings.extend(left_worse(one, zero_plan))
        findings.extend(answers_without_figure(one, outcomes))
        if (timed := schedule(one, valuation)) is not None:
            schedules[name] = timed
            findings.extend(starts_too_early(one, timed))
    findings.extend(claim_findings(study, figures, next(iter(plans))))
    findings.extend(choice_findings(study, plans, figures))
    provenance = Provenance(study.digest, seed, draws, __version__)
    believed = beliefs(study, plans, weighed, valuation, seed)
    compared = tuple(plans)[1:]
    if believed is not None and len(compared) > 1 and believed.doubled.same_least:
        for name, least in least_costly(weighed, compared).items():
            figures.update(_figures(name, {BEST: least}, {}, {}))
    return Results(study, plans, figures, tuple(findings), provenance, hang_on, schedules, believed)


def _figures(
    name: str, outcomes: Mapping[str, Outcome], zero: Mapping[str, Outcome], known: Mapping[Key, Figure]
) -> dict[Key, Figure]:
    """Each figure as it is, and against zero where there is a zero to compare with.

    A line, an actor or a row that only one of the two has spends nothing in the other. What is not money and
    is there in one of them only, such as what may be done towards a body that is gone, has no difference.
    `known` has the figures of zero, for what the alternative has in common with it.
    """
    found: dict[Key, Figure | None] = {}  # in the order of the catalogue; None until it is summed up
    asked: dict[Key, Asked] = {}
    nothing = Outcome(np.zeros_like(next(iter(outcomes.values())).values))
    theirs = next(iter(known), ("", "", False))[0]
    for key in dict.fromkeys((*outcomes, *zero)):
        kind = definition(key)
        assert kind is not None, key
        own, other = outcomes.get(key), zero.get(key)
        if own is not None and own is other:
            found[name, key, False], found[name, key, True] = as_in_zero(known[theirs, key, False], name)
            continue
        if own is not None:
            asked[name, key, False] = Asked(key, name, own, kind)
        if zero and (kind.unit.startswith("MNOK") or (own is not None and other is not None)):
            difference = outcomes.get(key, nothing) - zero.get(key, nothing)
            asked[name, key, True] = Asked(key, name, difference, kind, against_zero=True)
        found |= {(name, key, against): None for against in (False, True) if (name, key, against) in asked}
    summed = dict(zip(asked, summed_up(tuple(asked.values())), strict=True))
    return {key: one if one is not None else summed[key] for key, one in found.items()}
