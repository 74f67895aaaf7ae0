"""What holds of present values whatever is changed, in every draw.

Tolerances: sums of the same terms in another order agree to 1e-9 of their size; neutral is within a krone.
"""

from functools import partial

import numpy as np
from hypothesis import given, settings
from tests.consequences.test_identities import (
    DRAWS,
    EVERYTHING,
    GIVE,
    MERGE,
    MOVE_SCHEME,
    MOVE_TASK,
    MOVE_UNIT,
    NEUTRAL,
    UNCERTAIN,
    changes_of,
    whichever_can_be_made,
)
from tests.making import Outcomes, Records, planned

from samvirke.consequences.economics.discounting import discount_factors
from samvirke.consequences.economics.rules import discounting
from samvirke.consequences.valuation import Outcome
from samvirke.quantities.expressions import Constant
from samvirke.study.study import Study


def dipping(study: Study) -> Study:
    """The same study where people who move lose work, and rows are paid by others too."""
    assert study.transition is not None
    dip = {"dip": Constant(0.2), "months": Constant(0.75)}
    rates = {
        name: getattr(study.transition, name).model_copy(update=dip)
        for name in ("no_move", "new_host", "geographic")
    }
    return study.with_(transition=study.transition.model_copy(update=rates))


@settings(max_examples=80)
@given(EVERYTHING)
def test_the_parts_of_the_present_value_agree_with_the_budget_whatever_is_changed(
    changes: list[Records],
) -> None:
    made_plan = whichever_can_be_made(lambda some: planned(dipping(UNCERTAIN), *some), changes)
    if made_plan is None:
        return
    made = Outcomes(made_plan, DRAWS)
    factors = discount_factors(made_plan.today.assignment)
    net = sum(factor * made.draws(f"budget.net.{year}") for year, factor in factors.items())
    close = partial(np.testing.assert_allclose, rtol=1e-9, atol=1e-3)
    close(made.draws("npv.tax"), -0.2 * net)
    close(made.draws("npv.party.state"), -net)
    parts = sum(made.draws(f"npv.{part}") for part in ("resources", "dip", "tax"))
    close(made.draws("npv"), parts)
    close(made.draws("annual_value") * sum(factors.values()), parts)
    close(made.draws("break_even"), -made.draws("annual_value"))
    assert np.all(made.draws("npv.dip") <= 0)
    assert np.all(made.draws("npv.given_up") >= 0)


@settings(max_examples=80)
@given(changes_of(MOVE_UNIT, MOVE_TASK, MOVE_SCHEME, MERGE, GIVE))
def test_what_only_moves_is_worth_nothing_to_the_krone_in_every_draw(changes: list[Records]) -> None:
    made_plan = whichever_can_be_made(lambda some: planned(NEUTRAL, *some), changes)
    if made_plan is None:
        return
    made = Outcomes(made_plan, DRAWS)
    for name in ("npv", "npv.resources", "npv.tax", "npv.dip", "npv.10", "npv.20", "break_even"):
        assert np.all(np.abs(made.draws(name)) <= 1), name


@settings(max_examples=60)
@given(EVERYTHING)
def test_lost_work_is_what_moved_times_its_cost_over_half_the_time(changes: list[Records]) -> None:
    """Without discounting, and with all of the recovery inside the years that are looked at."""
    flat = dipping(at_no_rate())
    made_plan = whichever_can_be_made(lambda some: planned(flat, *some), changes)
    if made_plan is None:
        return
    made = Outcomes(made_plan, DRAWS)
    expected = np.zeros(DRAWS)
    for moved in made_plan.moves:
        start = next(d.change.start for d in made_plan.changes if d.change.id == moved.change)
        study = next(phase.study for phase in made_plan.phases if phase.first == start)
        row = study.spending.get(moved.row)
        if moved.what == "people" and row is not None and row.cost_per_fte is not None:
            cost = made.valuation.of(moved.fte) * made.valuation.of(row.cost_per_fte)
            expected = expected + cost * 0.2 / 2 * 9 / 12
    np.testing.assert_allclose(parts_of_dip(made.all["npv.10"]), -expected.mean(), rtol=1e-9, atol=1e-3)


def at_no_rate() -> Study:
    rules = discounting(UNCERTAIN.assignment).model_copy(update={"rates": (0.0,), "years": ()})
    fields = {"discounting": rules}
    return UNCERTAIN.with_(assignment=UNCERTAIN.assignment.model_copy(update=fields))


def parts_of_dip(outcome: Outcome) -> float:
    return sum(part.amount for part in outcome.parts if part.purpose == "dip")
