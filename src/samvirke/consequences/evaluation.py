"""All figures of a plan, in every draw: the engine's one question."""

from __future__ import annotations

from samvirke.alternatives.plan import Plan
from samvirke.consequences.administration import administrative_figures
from samvirke.consequences.authority import authority_figures
from samvirke.consequences.budget import budget
from samvirke.consequences.ceiling import ceiling
from samvirke.consequences.economics.present_value import economics
from samvirke.consequences.expenditure import by_part, expenditure, today_rows
from samvirke.consequences.funding import funding
from samvirke.consequences.interfaces import interface_figures
from samvirke.consequences.stakes import stakes_figures
from samvirke.consequences.transition import transition_figures
from samvirke.consequences.valuation import Outcome, Valuation
from samvirke.consequences.way import way_figures


def evaluate(plan: Plan, valuation: Valuation, zero: Plan | None = None) -> dict[str, Outcome]:
    """Every figure of the catalogue that the plan gives rise to, by name. Pure; shape (draws,) each.

    Present values are against the plan of the zero alternative; without it, against today carried on.
    """
    return {
        **ceiling(plan, valuation),
        **today_rows(plan.today, valuation),
        **expenditure(plan, valuation),
        **by_part(plan, valuation),
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
