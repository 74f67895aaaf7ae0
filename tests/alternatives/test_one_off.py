"""One-off costs: when they fall, and who pays them in those very months."""

import pytest
from tests.making import MILLION, Records, obligations, one_off, outcomes, payments, planned, small

from samvirke.errors import StudyError
from samvirke.quantities.months import Month

MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}  # costs 0.8
PAY: Records = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "one-off", "amount": "as-needed"}


def test_a_one_off_cost_is_spread_evenly_over_twelve_months() -> None:
    made = outcomes(small(), {**MOVE, "start": "2022-04"})
    assert made["expenditure.one_off.2022"] == pytest.approx(0.8 * 9 / 12, rel=1e-12)
    assert made["expenditure.one_off.2023"] == pytest.approx(0.8 * 3 / 12, rel=1e-12)
    assert made["expenditure.one_off.2024"] == 0
    assert made["one_off.total"] == pytest.approx(0.8, rel=1e-12)


def test_a_row_pays_in_exactly_the_months_the_cost_falls() -> None:
    made = outcomes(small(), {**MOVE, "start": "2022-04"}, {**PAY, "start": "2022-04"})
    spans = {(p.first, p.end) for p in payments(made.plan)}
    assert spans == {(Month(2022, 4), Month(2023, 4))}
    assert made["expenditure.line.police-70.2022"] == pytest.approx(16 - 0.6, rel=1e-12)
    assert made["expenditure.line.police-70.2023"] == pytest.approx(16 - 0.2, rel=1e-12)
    assert made["funding.given_up.other-grants.2023"] == pytest.approx(0.2, rel=1e-12)
    assert made["one_off.financed"] == pytest.approx(0.8, rel=1e-12)
    assert made["funding.open"] == 0


def test_what_is_paid_for_leaves_the_total_as_it_was() -> None:
    made = outcomes(small(), MOVE, PAY)
    for year in range(2021, 2026):
        assert made[f"expenditure.total.{year}"] == pytest.approx(25.5, rel=1e-12)
    assert made["ceiling.strict"] == 1


def test_a_payer_that_comes_later_pays_only_what_falls_from_then_on() -> None:
    made = outcomes(small(), MOVE, {**PAY, "start": "2022-07"})
    assert made["one_off.financed"] == pytest.approx(0.4, rel=1e-12)
    assert made["funding.open.2022"] == pytest.approx(0.4, rel=1e-12)


def test_a_payer_that_stops_early_leaves_the_rest_open() -> None:
    made = outcomes(small(), MOVE, {**PAY, "until": "2022-04"})
    assert made["one_off.financed"] == pytest.approx(0.2, rel=1e-12)


def test_a_row_too_small_gives_all_it_has_and_the_next_pays_the_rest() -> None:
    poor = {
        "actor": "shelter", "tasks": "housing", "line": "police-70", "kind": "grant", "amount": 0.3,
        "administered_by": "scheme",
    }  # fmt: skip
    first, second = {**PAY, "from": {"row": "poor-grant"}}, PAY
    made = outcomes(small(spending={"poor-grant": poor}), MOVE, first)
    assert made["one_off.financed"] == pytest.approx(0.3, rel=1e-12)
    assert made["funding.open"] == pytest.approx(0.5, rel=1e-12)
    both = outcomes(small(spending={"poor-grant": poor}), MOVE, first, second)
    assert both["funding.given_up.poor-grant.2022"] == pytest.approx(0.3, rel=1e-12)
    assert both["funding.given_up.other-grants.2022"] == pytest.approx(0.5, rel=1e-12)
    assert both["funding.open"] == 0


def test_a_row_named_twice_does_not_give_twice() -> None:
    poor = {
        "actor": "shelter", "tasks": "housing", "line": "police-70", "kind": "grant", "amount": 0.5,
        "administered_by": "scheme",
    }  # fmt: skip
    pay = {**PAY, "from": {"row": "poor-grant"}}
    with pytest.raises(StudyError, match="there is nothing to pay for"):
        planned(small(spending={"poor-grant": poor}), MOVE, pay, pay)


def test_costs_that_fall_after_the_last_year_are_still_costs_and_still_paid() -> None:
    made = outcomes(small(), {**MOVE, "start": "2025-07"}, {**PAY, "start": "2025-07"})
    assert made["expenditure.one_off.2025"] == pytest.approx(0.4, rel=1e-12)
    assert made["one_off.total"] == pytest.approx(0.8, rel=1e-12)
    assert made["one_off.financed"] == pytest.approx(0.8, rel=1e-12)


def test_a_stated_amount_beyond_the_need_finances_no_more_than_there_is() -> None:
    made = outcomes(small(), MOVE, {**PAY, "amount": 2, "until": "2023-01"})
    assert made["one_off.financed"] == pytest.approx(0.8, rel=1e-12)
    made = outcomes(small(), MOVE, {**PAY, "amount": 0.5, "until": "2023-01"}, PAY)
    assert made["one_off.financed"] == pytest.approx(0.8, rel=1e-12)
    assert made["expenditure.line.police-70.2022"] == pytest.approx(16 - 0.8, rel=1e-12)


def test_a_stated_amount_above_the_need_gives_nothing_back_to_as_needed() -> None:
    made = outcomes(small(), MOVE, {**PAY, "amount": 2, "until": "2023-01"}, {**MORE_MOVES}, LATER)
    assert all(made.value(p.amount) >= 0 for p in payments(made.plan))


def test_grants_that_pay_for_one_off_costs_take_the_stortings_decision() -> None:
    assert ("appropriation", "family") in obligations(planned(small(), MOVE, PAY))
    within = {"verb": "staff", "unit": "centre", "fte": -1}
    assert ("appropriation", "justice") not in obligations(planned(small(), within, PAY))


def test_a_host_can_pay_from_its_frame_or_the_storting_anew() -> None:
    frame = outcomes(small(), MOVE, {**PAY, "from": {"line": "children-01"}})
    assert frame["one_off.financed"] == pytest.approx(0.8, rel=1e-12)
    assert frame["budget.change.children-01.2022"] == pytest.approx(4.5, rel=1e-12)
    assert frame["funding.outside.children-01.2022"] == pytest.approx(0.8, rel=1e-12)
    anew = outcomes(small(), MOVE, {**PAY, "from": "new-appropriation"})
    assert anew["budget.net.2022"] == pytest.approx(0.8, rel=1e-12)


@pytest.mark.parametrize(
    ("change", "costs"),
    [
        ({"verb": "move", "unit": "patrol", "to": "police", "place": "Oslo"}, {"geographic": 1.0}),
        ({"verb": "move", "unit": "patrol", "to": "prisons"}, {"new_host": 0.4}),
        ({"verb": "move", "unit": "patrol", "to": "centre"}, {"no_move": 0.2}),
        ({"verb": "staff", "unit": "patrol", "fte": 2}, {"new_post": 0.6}),
    ],
)
def test_what_a_class_of_change_costs_for_each_work_year(change: Records, costs: Records) -> None:
    made = outcomes(small(), change)
    assert {kind: cost for kind, (_, cost) in one_off(made).items()} == pytest.approx(costs)
    assert made["one_off.total"] * MILLION == pytest.approx(sum(costs.values()) * MILLION)


def test_what_falls_after_the_last_year_is_paid_by_rows_as_they_are_in_the_end() -> None:
    """A move in July 2025 costs 0.6 over twelve months; who pays has 0.8 until then and 0.2 from then on."""
    give: Records = {"verb": "transfer", "from": {"row": "other-grants"}, "to": {"row": "centre-running"}}
    back: Records = {"verb": "transfer", "from": {"row": "centre-running"}, "to": {"row": "other-grants"}}
    made = outcomes(
        small(),
        {**give, "amount": 0.3},
        {**back, "amount": 0.6, "start": "2025-07"},
        {"verb": "move", "unit": "advice", "to": "police", "start": "2025-07"},
        {**PAY, "from": {"row": "centre-running"}, "start": "2025-07"},
    )
    assert made["one_off.total"] == pytest.approx(0.6)
    assert made["one_off.financed"] == pytest.approx(0.2)


def test_a_row_that_ends_after_the_last_year_pays_until_it_ends() -> None:
    """Nine of the twelve months in which a move of 0.6 is paid, July 2025 to March 2026."""
    purse: Records = {
        "id": "purse", "actor": "police", "tasks": "control", "line": "police-01", "kind": "operations",
        "amount": 5, "until": "2026-04",
    }  # fmt: skip
    made = outcomes(
        small(),
        {"verb": "staff", "unit": "patrol", "fte": 1},
        {
            "verb": "transfer", "from": "new-appropriation", "to": {"new_row": purse}, "amount": 5,
            "start": "2024-01",
        },
        {"verb": "move", "unit": "advice", "to": "police", "start": "2025-07"},
        {**PAY, "from": {"row": "purse"}, "start": "2025-07"},
    )  # fmt: skip
    assert made["one_off.total"] == pytest.approx(0.3 + 0.6)
    assert made["one_off.financed"] == pytest.approx(0.6 * 9 / 12)


MORE_MOVES: Records = {"verb": "move", "unit": "patrol", "to": "prisons", "start": "2023-01"}
LATER: Records = {**PAY, "start": "2023-01"}
