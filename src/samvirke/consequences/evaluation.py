"""All figures of a plan, in every draw: the engine's one question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.alternatives.plan import Plan
from samvirke.consequences.administration import administrative_figures
from samvirke.consequences.authority import authority_figures
from samvirke.consequences.breakdown import CarriedOn, by_part, carried_on
from samvirke.consequences.budget import budget
from samvirke.consequences.ceiling import ceiling
from samvirke.consequences.economics.present_value import economics
from samvirke.consequences.expenditure import expenditure
from samvirke.consequences.funding import funding
from samvirke.consequences.interfaces import interface_figures
from samvirke.consequences.stakes import stakes_figures
from samvirke.consequences.today import Today, today, today_rows
from samvirke.consequences.transition import transition_figures
from samvirke.consequences.valuation import Outcome, Valuation
from samvirke.consequences.way import way_figures
from samvirke.study.study import Study


@dataclass(frozen=True, slots=True)
class Basis:
    """What every plan of a study has in common in one set of draws: today, row by row and carried forward."""

    today: Today
    rows: Mapping[str, Outcome]
    carried_on: CarriedOn


def basis(study: Study, valuation: Valuation) -> Basis:
    """Work out what the plans of a study have in common."""
    return Basis(today(study, valuation), today_rows(study, valuation), carried_on(study, valuation))


def evaluate(
    plan: Plan, valuation: Valuation, zero: Plan | None = None, shared: Basis | None = None
) -> dict[str, Outcome]:
    """Every figure of the catalogue that the plan gives rise to, by name. Pure; shape (draws,) each.

    Present values are against the plan of the zero alternative; without it, against today carried on.
    `shared` spares whoever evaluates many plans from working out today for each of them.
    """
    shared = shared or basis(plan.today, valuation)
    return {
        **ceiling(plan, valuation, shared.today),
        **shared.rows,
        **expenditure(plan, valuation, shared.today),
        **by_part(plan, valuation, shared.carried_on),
        **budget(plan, valuation),
        **funding(plan, valuation),
        **administrative_figures(plan, valuation),
        **way_figures(plan, valuation),
        **authority_figures(plan, valuation),
        **interface_figures(plan, valuation),
        **stakes_figures(plan, valuation),
        **transition_figures(plan, valuation),
        **economics(plan, valuation, zero),
    }
