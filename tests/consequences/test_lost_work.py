"""Work that is lost while people find their feet, against cases worked by hand."""

from tests.consequences.test_economics import FACTORS, FREE, MOVE, about
from tests.making import Records, assumed, outcomes, quantity, small


def test_work_is_lost_most_in_the_first_months() -> None:
    """A year of recovery from October: of half a year's dip, 7/16 falls before New Year and 9/16 after."""
    rates = {**FREE, "dip": 0.2, "months": 12}
    made = outcomes(small(transition={"new_host": rates}), {**MOVE, "start": "2022-10"})
    assert made["npv.dip"] == about(-4 * 0.2 / 2 * (7 / 16 / 1.04 + 9 / 16 / 1.04**2))


def test_work_lost_after_the_last_year_is_in_the_longer_horizons_alone() -> None:
    rates = {**FREE, "dip": 0.2, "months": 12}
    made = outcomes(small(transition={"new_host": rates}), {**MOVE, "start": "2025-10"})
    assert made["npv"] == about(-0.4 * 7 / 16 * FACTORS[4])
    assert made["npv.10"] == about(-0.4 * (7 / 16 / 1.04**4 + 9 / 16 / 1.04**5))


def test_lost_work_is_never_expenditure() -> None:
    rates = {"nok_per_fte": 200_000, "dip": 0.2, "months": 6}
    plain, dipping = (small(transition={"new_host": {**rates, "dip": dip}}) for dip in (0, 0.2))
    without, with_dip = (outcomes(study, MOVE) for study in (plain, dipping))
    changed = {name for name in without.all if without.draws(name) != with_dip.draws(name)}
    assert changed == {
        "npv", "npv.dip", "annual_value", "break_even", "break_even.in_place", "break_even.given_up",
        "npv.10", "npv.20", "break_even.10", "break_even.20",
    }  # fmt: skip


def test_each_class_of_move_loses_work_at_its_own_rate() -> None:
    rates = {
        name: {**FREE, "dip": dip, "months": 12}
        for name, dip in (("no_move", 0.1), ("new_host", 0.2), ("geographic", 0.4))
    }
    study = small(transition=rates)
    merge: Records = {
        "verb": "merge", "units": ["centre", "patrol"],
        "into": {"id": "one", "name": "Én", "parent": "police", "place": "Oslo"},
    }  # fmt: skip
    assert outcomes(study, MOVE)["npv.dip"] == about(-0.4 / 1.04)
    assert outcomes(study, {**MOVE, "place": "Bergen"})["npv.dip"] == about(-0.8 / 1.04)
    assert outcomes(study, merge)["npv.dip"] == about(-(4 * 0.1 + 2 * 0.4) / 2 / 1.04)


def test_work_is_lost_by_those_who_move_and_not_by_those_who_come_new_the_same_month() -> None:
    rates = {**FREE, "dip": 0.2, "months": 12}
    made = outcomes(
        small(transition={"new_host": rates}), MOVE, {"verb": "staff", "unit": "centre", "fte": 2}
    )
    assert made["npv.dip"] == about(-4 * 0.2 / 2 / 1.04)


def test_work_is_lost_of_a_row_whose_pay_is_told_in_one_amount() -> None:
    amount: Records = {
        "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "personnel", "fte": 4,
        "amount": 6,
    }  # fmt: skip
    rates = {**FREE, "dip": "dip", "months": "months"}
    study = small(
        spending={"centre-staff": amount},
        transition={"new_host": rates},
        assumptions=assumed(dip=quantity("share", value=0.2), months=quantity("months", value=12)),
    )
    made = outcomes(study, MOVE)
    assert made["npv.dip"] == about(-6 * 0.2 / 2 / 1.04)
    assert made.all["npv.dip"].assumptions == {"dip", "months"}
    (part,) = made.all["npv.dip"].parts
    assert (part.kind, part.id, part.purpose, part.assumptions) == ("change", "c1", "dip", ("dip", "months"))


def test_new_posts_and_posts_that_end_lose_no_work() -> None:
    rates = {name: {**FREE, "dip": 0.5, "months": 12} for name in ("new_post", "no_move")}
    study = small(transition=rates)
    for fte in (1, -1):
        assert outcomes(study, {"verb": "staff", "unit": "patrol", "fte": fte})["npv.dip"] == 0
