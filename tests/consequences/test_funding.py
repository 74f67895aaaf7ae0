"""Who gives up what: cases at the edges, worked by hand on the small study."""

import pytest
from tests.making import Records, assumed, outcomes, quantity, small

FREE: Records = {"nok_per_fte": 0, "dip": 0, "months": 0}


def test_grant_money_that_goes_to_another_grant_is_not_turned_into_operations() -> None:
    grants: Records = {
        "actor": "shelter", "tasks": "housing", "line": "children-70", "kind": "grant", "amount": 1,
        "administered_by": "scheme",
    }  # fmt: skip
    study = small(spending={"children-grants": grants})
    give: Records = {"verb": "transfer", "from": {"row": "other-grants"}, "amount": 2}
    across = outcomes(study, {**give, "to": {"row": "children-grants"}})
    assert across["funding.grants_to_operations"] == 0
    assert across["budget.change.children-70.2022"] == pytest.approx(2)
    turned = outcomes(study, {**give, "to": {"row": "advice-staff"}, "start": "2024-01"})
    assert turned["funding.grants_to_operations"] == pytest.approx(2 * 2)  # in each of two years


@pytest.mark.parametrize(("kroner", "counted"), [(1, 0), (1.5, 1.5)])
def test_a_krone_is_rounding_and_more_is_a_need(kroner: float, counted: float) -> None:
    pay = assumed(pay=quantity("NOK/FTE", value=kroner))
    post: Records = {
        "verb": "staff", "unit": "patrol", "new_row": "post", "fte": 1, "cost_per_fte": "pay",
        "tasks": "control", "line": "police-01", "start": "2025-01",
    }  # fmt: skip
    made = outcomes(small(assumptions=pay, transition={"new_post": FREE}), post)
    assert made.draws("funding.open.2025") == made.draws("funding.open") == counted


def test_what_is_paid_once_rests_on_the_cost_and_on_who_pays() -> None:
    amounts = assumed(rate=quantity("NOK/FTE", value=200_000), purse=quantity("MNOK/yr", value=0.5))
    study = small(
        assumptions=amounts,
        transition={"new_host": {**FREE, "nok_per_fte": "rate"}},
        spending={"centre-running": {**RUNNING, "amount": "purse"}},
    )
    made = outcomes(
        study,
        {"verb": "move", "unit": "centre", "to": "children"},
        {"verb": "transfer", "from": {"row": "centre-running"}, "to": "one-off", "amount": "as-needed"},
    )
    paid, cost = made.all["one_off.financed"], made.all["one_off.total"]
    assert made["one_off.total"] == pytest.approx(0.8)
    assert made["one_off.financed"] == pytest.approx(0.5)
    assert sorted(cost.assumptions) == ["rate"]
    assert sorted(paid.assumptions) == ["purse", "rate"]
    told = [(part.kind, part.id, part.purpose) for part in paid.parts]
    assert told == [("figure", "one_off.total", ""), ("change", "c2", "one-off")]


RUNNING: Records = {
    "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "operations",
}  # fmt: skip
