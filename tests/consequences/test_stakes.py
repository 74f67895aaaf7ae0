"""What a body gains and loses by an alternative, with everything under it."""

import pytest
from tests.making import Records, assumed, outcomes, planned, quantity, small

from samvirke.consequences.stakes import stakeholders, stakes

MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}
COVER: Records = {"verb": "transfer", "from": {"line": "police-01"}, "to": "one-off", "amount": "as-needed"}


def test_what_moves_from_one_body_to_another_is_lost_by_the_one_and_gained_by_the_other() -> None:
    made = planned(small(), MOVE)
    lost, gained = stakes(made, "police").parts.lost, stakes(made, "children").parts.gained
    assert lost == (
        ("coordination", "does"),
        ("reporting", "decides"),
        ("reporting", "does"),
        ("guidance", "does"),
    )
    # The children's own advice office does guidance already.
    assert gained == lost[:3]
    assert stakes(made, "police").parts.gained == ()


def test_a_part_that_another_unit_of_the_body_keeps_is_not_lost() -> None:
    shared = small(responsibilities={"control": {"decides": ["police"], "does": ["patrol", "centre"]}})
    assert ("control", "does") not in stakes(planned(shared, MOVE), "police").parts.lost
    assert ("control", "does") in stakes(planned(shared, MOVE), "children").parts.gained


def test_powers_go_with_their_holder_and_are_then_over_the_body_it_left() -> None:
    police, children = (stakes(planned(small(), MOVE), body) for body in ("police", "children"))
    assert police.powers.lost == (("convene", "advice"),)
    assert police.powers_over_it.gained == (("convene", "centre"),)
    assert children.powers.gained == (("convene", "patrol"),)
    assert children.powers_over_it.lost == (("convene", "centre"),)


def test_a_duty_goes_with_the_unit_it_rests_on() -> None:
    duty: Records = {"text": "Plikt", "source": [], "tasks": ["control"], "on": ["centre"]}
    made = planned(small(duties={"duty": duty}), MOVE)
    assert stakes(made, "police").duties.lost == ("duty",)
    assert stakes(made, "children").duties.gained == ("duty",)


def test_a_new_name_by_merger_within_the_body_changes_nothing_for_it() -> None:
    merge: Records = {
        "verb": "merge", "units": ["centre", "patrol"],
        "into": {"id": "one", "name": "Én", "parent": "police", "place": "Oslo"},
    }  # fmt: skip
    made = planned(small(), merge)
    assert stakes(made, "police").nothing
    assert stakes(made, "children").powers_over_it.gained == ()


def test_work_years_and_money_follow_and_add_up_to_nothing_between_the_two() -> None:
    made = outcomes(small(), MOVE)
    assert made["admin.fte_change.police"] == -4
    assert made["admin.fte_change.children"] == 4
    assert made["stakes.operations.police"] == pytest.approx(-4.5)
    assert made["stakes.operations.children"] == pytest.approx(4.5)
    assert made["stakes.grants.police"] == 0


def test_a_range_in_work_years_is_told_of_what_changes_only() -> None:
    study = small(
        assumptions=assumed(more=quantity("FTE", uniform={"low": 1, "high": 3})),
    )
    made = outcomes(study, {"verb": "staff", "unit": "patrol", "fte": "more"})
    assert made.all["admin.fte_change.police"].assumptions == {"more"}
    assert [(part.kind, part.id) for part in made.all["admin.fte_change.police"].parts] == [
        ("row", "patrol-staff")
    ]


def test_what_a_body_pays_from_its_own_frame_once_and_each_year_is_told() -> None:
    once = outcomes(small(), {**MOVE, "to": "prisons"}, COVER)
    assert once["stakes.one_off.police"] == pytest.approx(4 * 0.2)
    assert once["stakes.one_off.children"] == 0
    each_year: Records = {
        "verb": "transfer", "from": {"line": "police-01"}, "to": {"row": "other-grants"}, "amount": 1.5,
    }  # fmt: skip
    made = outcomes(small(), each_year)
    assert made["stakes.own_frame.police"] == pytest.approx(1.5)
    assert made["stakes.operations.police"] == pytest.approx(-1.5)
    assert made["stakes.grants.police"] == pytest.approx(1.5)


def test_money_for_a_trial_period_is_not_there_in_the_end() -> None:
    trial: Records = {
        "verb": "transfer", "from": {"line": "police-01"}, "to": {"row": "other-grants"}, "amount": 1.5,
        "until": "2023-01",
    }  # fmt: skip
    assert outcomes(small(), trial)["stakes.own_frame.police"] == 0


def test_the_lead_stands_first_among_those_with_figures() -> None:
    study = small(study={"lead": "children", "participants": ["police", "children"]})
    assert stakeholders(study) == ("children", "police")
