"""What is left of an investment when the years are over, worked by hand.

A million a month is invested in 2023, to be used for ten years; the small study ends with 2025. What was
bought in January has been used for 36 months by then, and what was bought in December for 25.
"""

import pytest
from tests.making import Outcomes, Records, assumed, outcomes, planned, quantity, small

from samvirke.errors import StudyError

LAPTOPS: Records = {
    "id": "laptops", "actor": "town", "tasks": "guidance", "line": "children-01", "kind": "investment",
    "amount": 0, "life": 10,
}  # fmt: skip
MACHINES: Records = {**{key: value for key, value in LAPTOPS.items() if key != "id"}, "amount": 12}
INVEST: Records = {
    "verb": "transfer", "start": "2023-01", "until": "2024-01", "from": "new-appropriation",
    "to": {"new_row": LAPTOPS}, "amount": 12,
}  # fmt: skip
LEFT = 12 - sum(range(25, 37)) / 120  # of twelve million, at the end of 2025
LEFT_AFTER_TEN = 12 - sum(range(85, 97)) / 120


def with_life(life: object) -> Records:
    return {**INVEST, "to": {"new_row": {**LAPTOPS, "life": life}}}


def test_the_part_of_its_life_that_is_left_is_worth_what_it_cost() -> None:
    made = outcomes(small(), INVEST)
    assert made["npv.residual"] == pytest.approx(LEFT / 1.04**4)
    assert made["npv.resources"] == pytest.approx(-12 / 1.04**2)
    parts = made["npv.resources"] + made["npv.residual"] + made["npv.dip"] + made["npv.tax"]
    assert made["npv"] == pytest.approx(parts)


def test_less_is_left_when_one_looks_further_ahead_and_nothing_after_its_life() -> None:
    made = outcomes(small(), INVEST)
    cost = made["npv.resources"] + made["npv.tax"]
    assert made["npv.10"] == pytest.approx(cost + LEFT_AFTER_TEN / 1.04**9)
    assert made["npv.20"] == pytest.approx(cost)


def test_a_residual_value_lowers_no_outlay_and_no_tax() -> None:
    kept, spent = (outcomes(small(), one) for one in (INVEST, with_life(0.001)))
    assert spent["npv.residual"] == 0
    for figure in ("npv.tax", "npv.resources", "budget.net.2023", "expenditure.total.2023"):
        assert kept[figure] == spent[figure]


def test_an_investment_that_is_given_up_leaves_so_much_less_behind() -> None:
    study = small(spending={"machines": MACHINES})
    ended: Records = {
        "verb": "transfer", "start": "2023-01", "until": "2024-01", "from": {"row": "machines"},
        "to": {"line": "labour-01"}, "amount": 12,
    }  # fmt: skip
    assert outcomes(study, ended)["npv.residual"] == pytest.approx(-LEFT / 1.04**4)


def test_what_an_organisation_invests_itself_lasts_as_long() -> None:
    """The same machines, bought by an organisation for its own money in the same year."""
    own: Records = {
        "actor": "shelter", "tasks": "housing", "funded_by": "own", "kind": "investment", "amount": "bill",
        "life": 10,
    }  # fmt: skip
    study = small(spending={"van": own}, assumptions=assumed(bill=quantity("MNOK/yr", value=0)))
    buy: Records = {
        "verb": "set", "assumption": "bill", "to": 12, "start": "2023-01", "until": "2024-01",
    }  # fmt: skip
    made = outcomes(study, buy)
    assert made["npv.residual"] == pytest.approx(LEFT / 1.04**4)
    assert made["npv.resources"] == made["npv.party.organisations"] == pytest.approx(-12 / 1.04**2)


def test_a_residual_value_tells_what_it_is_of_and_rests_on() -> None:
    study = small(assumptions=assumed(life=quantity("years", value=10)))
    (part,) = outcomes(study, with_life("life")).all["npv.residual"].parts
    told = part.kind, part.id, part.purpose, part.assumptions
    assert told == ("change", "c1", "residual", ("life",))
    assert part.amount == pytest.approx(LEFT * 1e6 / 1.04**4)


def test_an_uncertain_life_gives_an_uncertain_residual_value() -> None:
    study = small(assumptions=assumed(life=quantity("years", uniform={"low": 5, "high": 15})))
    made = Outcomes(planned(study, with_life("life")), draws=64)
    life = made.valuation.columns["life"]
    expected = sum((1 - months / 12 / life) for months in range(25, 37)) * 1e6 / 1.04**4
    assert made.draws("npv.residual") == pytest.approx(expected)
    assert "life" in made.all["npv.residual"].assumptions


def test_only_an_investment_has_a_life() -> None:
    with pytest.raises(StudyError, match="only for investments"):
        small(spending={"machines": {**MACHINES, "kind": "purchase"}})
