"""All figures of a plan, in every draw: the engine's one question."""

from __future__ import annotations

from samvirke.alternatives.plan import Plan
from samvirke.consequences.administration import administrative_figures
from samvirke.consequences.budget import budget
from samvirke.consequences.ceiling import ceiling
from samvirke.consequences.expenditure import by_part, expenditure, today_rows
from samvirke.consequences.funding import funding
from samvirke.consequences.valuation import Outcome, Valuation


def evaluate(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Every figure of the catalogue that the plan gives rise to, by name. Pure; shape (draws,) each."""
    return {
        **ceiling(plan, valuation),
        **today_rows(plan.today, valuation),
        **expenditure(plan, valuation),
        **by_part(plan, valuation),
        **budget(plan, valuation),
        **funding(plan, valuation),
        **administrative_figures(plan, valuation),
    }
