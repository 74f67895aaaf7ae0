"""Money that is moved: stated amounts, and what is needed."""

import pytest
from tests.making import (
    Outcomes,
    Records,
    assumed,
    obligations,
    outcomes,
    planned,
    quantity,
    recurring,
    small,
)

from samvirke.errors import StudyError

MORE: Records = {"verb": "staff", "unit": "centre", "fte": 1}
FROM_GRANTS: Records = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "recurring"}


def transfer(sender: object, to: object, amount: object = 1) -> Records:
    return {"verb": "transfer", "from": sender, "to": to, "amount": amount}


def test_one_row_gives_to_another() -> None:
    made = outcomes(small(), transfer({"row": "other-grants"}, {"row": "advice-staff"}, 2))
    assert made["expenditure.line.police-70.2022"] == pytest.approx(14, rel=1e-12)
    assert made["expenditure.line.children-01.2022"] == pytest.approx(5, rel=1e-12)
    assert made["funding.given_up.other-grants.2022"] == 2
    assert made["budget.net.2022"] == 0
    assert obligations(made.plan) == {("appropriation", "family")}


def test_a_personnel_row_gets_the_work_years_its_money_pays_for() -> None:
    made = outcomes(small(), transfer({"row": "other-grants"}, {"row": "advice-staff"}, 2))
    fte = made.plan.final.spending["advice-staff"].fte
    assert fte is not None
    assert made.value(fte) == 5


def test_two_rows_on_one_line_show_in_the_funding_though_not_in_the_budget() -> None:
    """Decision 6: the two postings cancel on one line, so only the funding table can show them."""
    made = outcomes(small(), transfer({"row": "shelter-grant"}, {"row": "other-grants"}, 2))
    assert made["budget.change.police-70.2022"] == 0
    assert made["funding.given_up.shelter-grant.2022"] == 2
    assert made.plan.obligations == ()


def test_a_new_row_gets_what_is_transferred_whatever_it_says_of_itself() -> None:
    row = {
        "id": "training", "actor": "advice", "tasks": "guidance", "line": "children-01", "kind": "purchase",
        "amount": 99,
    }  # fmt: skip
    made = outcomes(small(), transfer({"row": "other-grants"}, {"new_row": row}, 1.5))
    assert made["expenditure.kind.purchase.2022"] == pytest.approx(1.5, rel=1e-12)
    assert made["funding.grants_to_operations"] == pytest.approx(4 * 1.5, rel=1e-12)


def test_a_stated_amount_covers_the_need_that_it_is_given_to() -> None:
    """A post costs 1.0 a year from 2022 and 0.3 once; what is given to either pays for that one alone."""
    once = outcomes(small(), MORE, transfer({"row": "other-grants"}, "one-off", 0.25))
    each_year = outcomes(small(), MORE, transfer({"row": "other-grants"}, "recurring", 0.25))
    neither = outcomes(small(), MORE)
    assert once["one_off.financed"] - neither["one_off.financed"] > 0
    assert each_year["one_off.financed"] == neither["one_off.financed"]
    assert neither["funding.open.2025"] - each_year["funding.open.2025"] == pytest.approx(0.25, rel=1e-9)


def test_a_row_can_give_to_a_line_outside_the_effort() -> None:
    made = outcomes(small(), transfer({"row": "other-grants"}, {"line": "labour-01"}))
    assert made["expenditure.recurring.2022"] == pytest.approx(24.5, rel=1e-12)
    assert made["budget.net.2022"] == 0


def test_a_new_appropriation_is_asked_of_the_storting() -> None:
    made = outcomes(small(), transfer("new-appropriation", {"row": "advice-staff"}))
    assert obligations(made.plan) == {("appropriation", "family")}
    assert made["budget.net.2022"] == 1
    assert made["funding.outside.new-appropriation.2022"] == 1
    assert made["funding.open.2022"] == 0


def test_a_row_gives_what_others_need() -> None:
    made = outcomes(small(transition=FREE), MORE, {**FROM_GRANTS, "amount": "as-needed"})
    assert recurring(made) == [
        ("need:recurring", "centre-staff", 1.0),
        ("other-grants", "need:recurring", 1.0),
    ]
    assert made["funding.open"] == 0
    assert made["funding.given_up.other-grants.2022"] == 1
    assert made["budget.net.2022"] == 0


def test_what_pays_need_not_stand_after_what_it_pays_for() -> None:
    made = outcomes(small(transition=FREE), {**FROM_GRANTS, "amount": "as-needed"}, MORE)
    assert made["funding.open"] == 0


def test_a_need_in_another_ministry_takes_the_stortings_decision() -> None:
    more = {**MORE, "unit": "advice"}
    made = planned(small(), more, {**FROM_GRANTS, "amount": "as-needed"})
    assert ("appropriation", "family") in obligations(made)
    assert obligations(planned(small(), MORE, {**FROM_GRANTS, "amount": "as-needed"})) == set()


def test_what_one_row_cannot_give_the_next_one_does() -> None:
    made = outcomes(
        small(transition=FREE),
        {**MORE, "fte": 7},
        {**FROM_GRANTS, "amount": "as-needed"},
        {**FROM_GRANTS, "from": {"row": "shelter-grant"}, "amount": "as-needed"},
    )
    assert made["funding.given_up.other-grants.2022"] == 6
    assert made["funding.given_up.shelter-grant.2022"] == pytest.approx(1, rel=1e-12)
    assert made["funding.open"] == 0


def test_what_no_row_can_give_stays_open() -> None:
    made = outcomes(small(transition=FREE), {**MORE, "fte": 7}, {**FROM_GRANTS, "amount": "as-needed"})
    assert made["funding.open.2022"] == pytest.approx(1, rel=1e-12)
    assert made["expenditure.line.police-70.2022"] == pytest.approx(10, rel=1e-12)
    (floor,) = made.plan.floors[:1]
    assert (made.value(floor.wanted), made.value(floor.available)) == (7e6, 6e6)


def test_a_row_too_small_in_some_draws_leaves_just_the_rest_open_in_those() -> None:
    study = small(
        transition=FREE,
        assumptions=assumed(purse=quantity("MNOK/yr", uniform={"low": 0, "high": 4})),
        spending={
            "other-grants": {
                "actor": "shelter", "tasks": "housing", "line": "police-70", "kind": "grant",
                "amount": "purse", "administered_by": "scheme",
            }
        },
    )  # fmt: skip
    made = Outcomes(planned(study, MORE, {**FROM_GRANTS, "amount": "as-needed"}), draws=512)
    purse = made.valuation.columns["purse"]
    short = (1e6 - purse).clip(min=0)
    assert made.draws("funding.open.2022") == pytest.approx(short * (short > 1), abs=1e-3)
    assert made.draws("expenditure.line.police-70.2022") == pytest.approx(1e7 + (purse - 1e6).clip(min=0))


def test_a_stated_amount_beyond_the_row_is_a_mistake() -> None:
    with pytest.raises(StudyError, match="does not have that much to take from 2022-01"):
        planned(small(), transfer({"row": "other-grants"}, {"row": "advice-staff"}, 7))


def test_a_payer_waits_in_phases_where_nothing_is_needed() -> None:
    """A pilot's need ends; who paid for it has it all back, and that is no mistake."""
    made = outcomes(
        small(transition=FREE), {**MORE, "until": "2023-01"}, {**FROM_GRANTS, "amount": "as-needed"}
    )
    assert made["expenditure.line.police-70.2022"] == pytest.approx(15, rel=1e-12)
    assert made["expenditure.line.police-70.2023"] == pytest.approx(16, rel=1e-12)


def test_paying_for_nothing_at_all_is_a_mistake() -> None:
    with pytest.raises(StudyError, match="there is nothing to pay for"):
        planned(small(), {**FROM_GRANTS, "amount": "as-needed"})


def test_savings_that_are_more_than_the_needs_leave_nothing_to_pay() -> None:
    cut = {"verb": "staff", "unit": "advice", "fte": -2, "by": "vacancy"}
    with pytest.raises(StudyError, match="there is nothing to pay for"):
        planned(small(transition=FREE), cut, MORE, {**FROM_GRANTS, "amount": "as-needed"})


FREE: Records = {
    kind: {"nok_per_fte": 0, "dip": 0, "months": 0}
    for kind in ("no_move", "new_host", "geographic", "new_post")
}
