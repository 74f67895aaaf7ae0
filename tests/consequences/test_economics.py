"""Present values against published examples and cases worked by hand.

Tolerance: sums of the same terms in another order agree to 1e-9 of their size.
"""

from functools import partial
from typing import Any

import numpy as np
import pytest
from tests.consequences.test_identities import (
    DRAWS,
)
from tests.making import (
    MILLION,
    Outcomes,
    Records,
    alternative,
    assumed,
    outcomes,
    planned,
    quantity,
    small,
)
from tests.worked import EXAMPLES

from samvirke.alternatives.plan import plan
from samvirke.consequences.economics.present_value import annual_values, course
from samvirke.consequences.economics.rules import tax_cost
from samvirke.consequences.evaluation import evaluate
from samvirke.quantities.expressions import Reference
from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample
from samvirke.uncertainty.results import run

about = partial(pytest.approx, rel=1e-9, abs=1e-9)
FACTORS = [1 / 1.04**place for place in range(5)]  # 2021 to 2025, the small study's years
FREE: Records = {"nok_per_fte": 0, "dip": 0, "months": 0}
MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}
NEW_MONEY: Records = {"verb": "transfer", "from": "new-appropriation", "to": {"row": "other-grants"}}
INCOME: Records = {
    "actor": "shelter", "tasks": "housing", "line": "police-70", "kind": "grant", "amount": 2,
    "administered_by": "scheme", "buys": "income",
}  # fmt: skip
OWN: Records = {
    "actor": "shelter", "tasks": "housing", "funded_by": "own", "kind": "personnel", "fte": 10,
    "cost_per_fte": 1,
}  # fmt: skip
SELL: Records = {"verb": "staff", "row": "own-work", "fte": "all", "by": "vacancy"}


def at(rates: tuple[float, ...], base: int, **fields: Any) -> Study:
    """The small study with a staircase of its own and no tax cost, unless it is given."""
    rules = {"rates": list(rates), "years": [40] * (len(rates) - 1)}
    return small(study={"discounting": rules, "tax_cost": 0, "comparison_year": base, **fields})


def in_year(year: int, amount: float) -> Records:
    """A saving in one year, or a cost where it is below nothing; kroner."""
    span = {"start": f"{year}-01", "until": f"{year + 1}-01", "amount": abs(amount) / MILLION}
    if amount < 0:
        return {**NEW_MONEY, **span}
    return {"verb": "transfer", "from": {"row": "other-grants"}, "to": "recurring", **span}


def test_the_first_of_a_row_of_amounts_is_not_discounted_in_the_comparison_year() -> None:
    example = EXAMPLES["present-value-first-year-in-full"]
    flows = enumerate(example["inputs"]["flows"], 2021)
    made = outcomes(at((example["inputs"]["rate"],), 2021), *(in_year(*flow) for flow in flows))
    assert made["npv"] * MILLION == pytest.approx(example["expected"]["npv"], abs=example["tolerance"])


def test_amounts_of_the_years_after_the_comparison_year_are_all_discounted() -> None:
    example = EXAMPLES["present-value-end-of-year"]
    flows = tuple(enumerate(example["inputs"]["flows"], 2021))
    rate, expected = example["inputs"]["rate"], example["expected"]["npv"]
    made = outcomes(at((rate,), 2020), *(in_year(*flow) for flow in flows))
    assert made["npv"] * MILLION == pytest.approx(expected, abs=example["tolerance"])
    later = outcomes(at((rate,), 2021), *(in_year(*flow) for flow in flows))
    assert later["npv"] == about(made["npv"] * (1 + rate))


def test_an_investment_and_its_tax_cost_are_those_of_a_published_analysis() -> None:
    example = EXAMPLES["investment-and-tax-cost"]
    told, expected = example["inputs"], example["expected"]
    base = at((told["rate"],), told["base_year"], first_year=2025, horizon=1, tax_cost=told["tax_rate"])
    one, *_ = told["outlays"]
    single = outcomes(base, in_year(2025, -one))
    assert single["npv.resources"] * MILLION == pytest.approx(
        expected["pv_each_outlay"], abs=example["tolerance"]
    )
    made = outcomes(base, *(in_year(2025, -outlay) for outlay in told["outlays"]))
    assert made["npv.tax"] * MILLION == pytest.approx(expected["pv_tax_cost"], abs=example["tolerance"])
    undiscounted = made["npv.tax"] * (1 + told["rate"]) ** 3 * MILLION
    assert undiscounted == pytest.approx(expected["tax_cost_in_year"], abs=example["tolerance"])


def test_a_saving_lowers_the_tax_cost() -> None:
    example = EXAMPLES["tax-cost-of-a-saving"]
    base = at((0.04,), 2021, tax_cost=example["inputs"]["tax_rate"])
    made = outcomes(base, in_year(2021, example["inputs"]["net_public_saving"]))
    assert made["npv.tax"] * MILLION == pytest.approx(
        example["expected"]["tax_effect"], abs=example["tolerance"]
    )


def test_public_outlays_bear_tax_cost_and_private_savings_do_not() -> None:
    """A public outlay uplifted for optimism in the first year, and private savings in 29 years after it."""
    example = EXAMPLES["uplift-and-tax-cost"]
    told, expected = example["inputs"], example["expected"]
    amounts = assumed(
        plain_outlay=quantity("NOK/yr", value=told["capex"]),
        optimism=quantity("share", value=told["optimism_bias"]),
        mitigation=quantity("share", value=told["mitigation"]),
        outlay=quantity("NOK/yr", formula="plain-outlay * (1 + optimism * mitigation)"),
        pay=quantity("NOK/FTE", value=told["benefits"]["per_year"] / OWN["fte"]),
    )
    study = small(
        study={
            "discounting": {"rates": [told["rate"]], "years": []}, "tax_cost": told["tax_rate"],
            "horizon": 30,
        },
        spending={"own-work": {**OWN, "cost_per_fte": "pay"}},
        assumptions=amounts,
    )  # fmt: skip
    outlay = {**NEW_MONEY, "start": "2021-01", "until": "2022-01", "amount": "outlay"}
    made = outcomes(study, outlay, {**SELL, "start": "2022-01"})
    (uplifted,) = made.valuation.columns["outlay"]
    (npv,), (organisations,) = made.draws("npv"), made.draws("npv.party.organisations")
    savings = organisations - uplifted  # they also get the outlay, which is a grant
    kroner = {"uplifted_cost": savings - npv, "pv_benefits": savings, "npv": npv}
    assert kroner == pytest.approx(expected, abs=example["tolerance"])


def test_a_move_worked_by_hand() -> None:
    """Four people at 1.0 move in January 2022: 0.2 each once, and 20 per cent of half a year lost, halved."""
    rates = {"nok_per_fte": 200_000, "dip": 0.2, "months": 6}
    made = outcomes(small(transition={"new_host": rates}), MOVE)
    one_off, lost = 4 * 0.2, 4 * 0.2 / 2 * 6 / 12
    assert made["npv.resources"] == about(-one_off / 1.04)
    assert made["npv.dip"] == about(-lost / 1.04)
    assert made["npv.tax"] == about(-0.2 * one_off / 1.04)
    assert made["npv"] == about(-(0.8 + 0.2 + 0.16) / 1.04)
    assert made["annual_value"] == about(made["npv"] / sum(FACTORS))
    assert made["break_even"] == about(1.16 / 1.04 / sum(FACTORS))
    assert made["npv.party.state"] == about(-one_off / 1.04)


def test_a_grant_that_is_income_costs_society_only_the_tax() -> None:
    study = small(spending={"allowance": INCOME})
    made = outcomes(study, {**NEW_MONEY, "to": {"row": "allowance"}, "amount": 3})
    assert made["npv.resources"] == 0
    assert made["npv.tax"] == about(-0.2 * 3 * sum(FACTORS[1:]))
    assert made["npv.party.state"] == about(-made["npv.party.organisations"])


def test_a_grant_that_was_income_is_no_resource_though_it_has_ended() -> None:
    row: Records = {"id": "allowance", "name": "Stønad", **INCOME}
    trial = {**NEW_MONEY, "to": {"new_row": row}, "amount": 2, "until": "2024-01"}
    made = outcomes(small(), trial)
    assert made["npv.resources"] == 0
    assert made["npv.tax"] == about(-0.2 * 2 * (FACTORS[1] + FACTORS[2]))


def test_what_falls_once_after_the_last_year_is_in_the_longer_horizons_and_falls_once_there() -> None:
    """A move in July 2025 costs 0.8 over twelve months, half of them in the study's last year."""
    made = outcomes(small(), {**MOVE, "start": "2025-07"})
    assert made["npv"] == about(-1.2 * 0.4 / 1.04**4)
    assert made["npv.10"] == made["npv.20"] == about(-1.2 * 0.4 * (1.04**-4 + 1.04**-5))


def test_what_organisations_save_of_their_own_means_they_save_for_as_long_as_it_lasts() -> None:
    """Four of ten people whom an organisation pays itself are let go, and not the other six."""
    sell = {**SELL, "fte": -4}
    made = outcomes(small(spending={"own-work": OWN}), sell)
    longer = sum(1 / 1.04**place for place in range(1, 10))
    assert (
        made["npv"] == made["npv.resources"] == made["npv.party.organisations"] == about(4 * sum(FACTORS[1:]))
    )
    assert made["npv.10"] == about(4 * longer)
    assert made["npv.tax"] == made["npv.party.state"] == 0


@pytest.mark.parametrize(("horizon", "longer"), [(5, {10, 20}), (10, {20}), (20, set())])
def test_only_years_beyond_the_studys_own_are_told_as_a_longer_view(horizon: int, longer: set[int]) -> None:
    made = outcomes(small(study={"horizon": horizon}), MOVE)
    assert {years for years in (5, 10, 20) if f"npv.{years}" in made.all} == longer


def test_income_turned_into_services_uses_resources_and_no_more_public_money() -> None:
    give = {"verb": "transfer", "from": {"row": "allowance"}, "to": {"row": "other-grants"}, "amount": 1}
    made = outcomes(small(spending={"allowance": INCOME}), give)
    assert made["npv.resources"] == about(-sum(FACTORS[1:]))
    assert made["npv.tax"] == made["npv.given_up"] == 0


def test_services_bought_by_grants_turned_into_posts_cost_what_falls_once() -> None:
    post = {"verb": "staff", "unit": "patrol", "fte": 1}
    pay = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "recurring", "amount": "as-needed"}
    made = outcomes(small(), post, pay)
    assert made["npv"] == about(-1.2 * 0.3 / 1.04)
    assert made["npv.given_up"] == about(sum(FACTORS[1:]))
    assert made["npv.party.organisations"] == about(-made["npv.given_up"])
    assert made["break_even.given_up"] == about(made["break_even"] + made["npv.given_up"] / sum(FACTORS))


def test_a_law_alone_costs_once_with_its_tax() -> None:
    power: Records = {
        "verb": "empower", "holder": "centre", "over": ["children"], "given_by": "justice", "basis": "Lov",
        "power": "reports", "kind": "demand_reports", "legal": "law",
    }  # fmt: skip
    made = outcomes(small(), power)
    assert made["npv"] == made["npv.10"] == about(-1.2 * 0.4 / 1.04)
    assert made["npv.given_up"] == made["npv.dip"] == 0


def test_what_a_host_pays_from_its_own_frame_is_a_cost_without_tax() -> None:
    post = {"verb": "staff", "unit": "patrol", "fte": 1, "start": "2022-01"}
    pay = {"verb": "transfer", "from": {"line": "labour-01"}, "to": "recurring", "amount": "as-needed"}
    made = outcomes(small(transition={"new_post": FREE}), post, pay)
    assert made["npv"] == made["npv.resources"] == about(-sum(FACTORS[1:]))
    assert made["npv.party.state"] == made["npv.given_up"] == 0


def test_money_given_to_a_frame_outside_is_worth_what_it_is() -> None:
    give = {"verb": "transfer", "from": {"row": "other-grants"}, "to": {"line": "labour-01"}, "amount": 1}
    made = outcomes(small(), give)
    assert made["npv"] == about(sum(FACTORS[1:]))
    assert made["break_even.given_up"] == about(0)


def test_what_the_old_host_cannot_shed_is_a_cost() -> None:
    """A fifth of 4.5 a year goes on being spent where nobody works."""
    made = outcomes(small(transition={"new_host": FREE, "overhead_follows": 0.8}), MOVE)
    assert made["npv.resources"] == about(-0.9 * sum(FACTORS[1:]))
    assert made["npv.tax"] == about(0.2 * made["npv.resources"])


def test_own_means_are_resources_without_tax_and_municipal_means_have_it() -> None:
    own = outcomes(small(spending={"own-work": OWN}), SELL)
    assert own["npv"] == own["npv.party.organisations"] == about(10 * sum(FACTORS[1:]))
    municipal = {**OWN, "actor": "town", "funded_by": "municipal"}
    made = outcomes(small(spending={"own-work": municipal}), SELL)
    assert made["npv.resources"] == made["npv.party.municipalities"] == about(10 * sum(FACTORS[1:]))
    assert made["npv.tax"] == about(0.2 * made["npv.resources"])
    assert made["npv.party.state"] == made["npv.party.organisations"] == 0


def test_own_means_are_counted_in_the_months_their_row_runs() -> None:
    ending = outcomes(small(spending={"own-work": {**OWN, "until": "2023-07"}}), SELL)
    assert ending["npv"] == ending["npv.20"] == about(10 * (FACTORS[1] + FACTORS[2] / 2))
    coming = outcomes(small(spending={"own-work": {**OWN, "from": "2023-04"}}), SELL)
    assert coming["npv"] == about(10 * (FACTORS[2] * 9 / 12 + sum(FACTORS[3:])))


def test_a_lower_price_is_a_saving_and_nothing_is_given_up() -> None:
    price = quantity("MNOK/FTE", value=1)
    staff = {
        "actor": "advice", "tasks": "guidance", "line": "children-01", "kind": "personnel", "fte": 3,
        "cost_per_fte": "price",
    }  # fmt: skip
    study = small(assumptions={"assumptions": {"price": price}}, spending={"advice-staff": staff})
    made = outcomes(study, {"verb": "set", "assumption": "price", "to": 0.5})
    assert made["npv"] == about(1.2 * 1.5 * sum(FACTORS[1:]))
    assert made["npv.given_up"] == 0


def test_posts_that_end_are_given_up() -> None:
    made = outcomes(small(), {"verb": "staff", "unit": "centre", "fte": -1, "by": "vacancy"})
    assert made["npv.given_up"] == made["npv.resources"] == about(sum(FACTORS[1:]))


def test_a_grant_to_a_municipality_is_the_municipalitys_gain() -> None:
    grant = {**INCOME, "actor": "town", "buys": "services"}
    give = {"verb": "transfer", "from": {"row": "other-grants"}, "to": {"row": "to-town"}, "amount": 1}
    made = outcomes(small(spending={"to-town": grant}), give)
    assert made["npv.party.municipalities"] == about(sum(FACTORS[1:]))
    assert made["npv.party.organisations"] == about(-sum(FACTORS[1:]))
    assert made["npv.party.state"] == made["npv"] == 0


def test_what_a_grant_pays_for_is_not_counted_again() -> None:
    made = outcomes(small(), {"verb": "staff", "row": "shelter-staff", "fte": -4, "by": "vacancy"})
    assert made["npv"] == 0


def test_the_final_phase_goes_on_and_what_ends_does_not() -> None:
    lasting = outcomes(small(), {**NEW_MONEY, "amount": 1})
    trial = outcomes(small(), {**NEW_MONEY, "amount": 1, "until": "2024-01"})
    late = outcomes(small(), {**NEW_MONEY, "amount": 1, "until": "2028-07"})
    years = [1.04**-place for place in range(20)]
    assert lasting["npv.resources"] == about(-sum(years[1:5]))
    assert lasting["npv.10"] == about(-1.2 * sum(years[1:10]))
    assert lasting["npv.20"] == about(-1.2 * sum(years[1:20]))
    assert lasting["break_even.20"] == about(1.2 * sum(years[1:20]) / sum(years))
    assert trial["npv"] == trial["npv.20"] == about(-1.2 * sum(years[1:3]))
    assert late["npv.20"] == late["npv.10"] == about(-1.2 * (sum(years[1:7]) + years[7] / 2))


def test_a_row_that_ends_after_the_study_takes_its_change_with_it() -> None:
    ending: Records = {
        "actor": "advice", "tasks": "guidance", "line": "children-01", "kind": "operations", "amount": 1,
        "until": "2027-01",
    }  # fmt: skip
    made = outcomes(small(spending={"ending": ending}), {**NEW_MONEY, "to": {"row": "ending"}, "amount": 1})
    assert made["npv.20"] == about(-1.2 * sum(1.04**-place for place in range(1, 6)))


def test_a_study_that_looks_far_ahead_has_no_shorter_horizons() -> None:
    made = outcomes(small(study={"horizon": 12}), {**NEW_MONEY, "amount": 1})
    assert {name for name in made.all if name.startswith("npv.") and name[4:].isdigit()} == {"npv.20"}


def test_present_values_grow_with_the_amounts() -> None:
    one, three = (outcomes(small(), {**NEW_MONEY, "amount": amount}) for amount in (1, 3))
    for name in ("npv", "npv.resources", "npv.tax", "annual_value", "break_even", "npv.20"):
        assert three[name] == about(3 * one[name])
        assert one[name] != 0


def test_the_zero_alternative_is_worth_nothing_and_the_others_are_told_against_it() -> None:
    adopted = alternative({**NEW_MONEY, "id": "z", "amount": 2}, key="zero", zero=True)
    more = alternative({**NEW_MONEY, "amount": 1, "start": "2023-01"})
    study = small().with_(alternatives={"zero": adopted, "alt": more})
    results = run(study, draws=4)
    for name in ("npv", "npv.tax", "npv.20", "npv.party.state", "break_even"):
        zero = results.figure("zero", name)
        assert zero is not None
        assert (zero.p10, zero.expected, zero.p90) == (0, 0, 0)
    told, against = (results.figure("alt", "npv", against_zero=apart) for apart in (False, True))
    assert told is not None
    assert against is not None
    expected = round(-1.2 * sum(FACTORS[2:]), 3)
    assert told.expected == against.expected == expected


def test_an_alternative_that_undoes_what_zero_adopts_gains_by_it() -> None:
    adopted = alternative({**NEW_MONEY, "id": "z", "amount": 2}, key="zero", zero=True)
    instead = alternative({**NEW_MONEY, "amount": 1, "instead_of": "z"})
    study = small()
    zero, other = plan(study, adopted, adopted), plan(study, instead, adopted)
    found = evaluate(other, sample(study, 1, 1), zero)
    assert found["npv"].mean / MILLION == about(1.2 * sum(FACTORS[1:]))
    alone = annual_values({"zero": course(zero), "other": course(other)}, sample(study, 1, 1), "zero")[
        "other"
    ]
    assert alone.mean == found["annual_value"].mean
    assert alone.mean / MILLION == about(1.2 * sum(FACTORS[1:]) / sum(FACTORS))


def test_an_uncertain_tax_cost_is_drawn_with_the_rest() -> None:
    study = small(
        study={"tax_cost": "tax"},
        assumptions={"assumptions": {"tax": quantity("share", uniform={"low": 0.1, "high": 0.3})}},
    )
    made = Outcomes(planned(study, {**NEW_MONEY, "amount": 1}), DRAWS)
    assert tax_cost(study.assignment) == Reference("tax")
    assert made.all["npv.tax"].assumptions == {"tax"}
    np.testing.assert_allclose(
        made.draws("npv.tax"), -made.valuation.columns["tax"] * sum(FACTORS[1:]) * MILLION, rtol=1e-9
    )


def test_a_present_value_is_read_from_its_parts() -> None:
    rates = {"nok_per_fte": 200_000, "dip": 0.2, "months": 6}
    made = outcomes(small(transition={"new_host": rates}), MOVE).all
    assert [part.id for part in made["npv"].parts] == ["npv.resources", "npv.residual", "npv.dip", "npv.tax"]
    assert sum(part.amount for part in made["npv"].parts) == about(made["npv"].mean)
    purposes = {(part.kind, part.id, part.purpose) for part in made["npv.20"].parts}
    assert purposes == {("change", "c1", why) for why in ("new_host", "dip", "tax")}
