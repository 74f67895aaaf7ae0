"""Parts, powers and agreements that are given and taken away: nobody moves."""

import pytest
from tests.making import Records, obligations, one_off, outcomes, planned, recurring, small

from samvirke.errors import StudyError

ASSIGN: Records = {"verb": "assign", "task": "reporting", "actor": "children", "part": "decides"}
POWER: Records = {
    "verb": "empower", "power": "demand", "holder": "centre", "over": ["patrol"], "kind": "demand_reports",
    "given_by": "justice", "basis": "Instruks", "legal": "regulation",
}  # fmt: skip


def test_a_part_is_given_and_nothing_else_happens() -> None:
    made = outcomes(small(), {**ASSIGN, "task": "referral", "part": "does", "share": 0.5, "for": []})
    (doer,) = made.plan.final.responsibility("referral").does
    assert doer.share.value == 0.5  # type: ignore[union-attr]
    assert made.plan.journal == ()
    assert made.plan.moves == ()
    assert made["admin.gaps"] == 0
    assert made["admin.tasks_moved"] == 1


def test_a_second_decider_is_no_mistake_but_a_dispute() -> None:
    assert outcomes(small(), ASSIGN)["admin.contested"] == 1


def test_law_that_the_tasks_candidates_tell_of_is_to_be_made() -> None:
    made = outcomes(small(), ASSIGN)
    assert one_off(made) == {"legal_change": ("children-01", 0.4)}
    assert made["admin.legal_changes"] == 1


def test_what_one_body_needs_of_the_same_month_is_one_law() -> None:
    made = outcomes(small(), ASSIGN, {**ASSIGN, "task": "referral", "part": "does", "legal": "law"})
    assert made["admin.legal_changes"] == 1
    assert made["one_off.total"] == pytest.approx(0.4)


def test_two_laws_in_two_years_are_two() -> None:
    later = {**ASSIGN, "task": "referral", "part": "does", "legal": "law", "start": "2023-01"}
    made = outcomes(small(), ASSIGN, later)
    assert made["admin.legal_changes"] == 2
    assert made["one_off.total"] == pytest.approx(0.8)


def test_a_rule_for_a_body_without_an_operating_line_is_paid_for_by_the_client() -> None:
    made = outcomes(small(), {**ASSIGN, "actor": "town", "legal": "law"})
    assert one_off(made) == {"legal_change": ("justice-01", 0.4)}


def test_a_part_is_taken_away_and_leaves_a_gap() -> None:
    made = outcomes(small(), {"verb": "release", "task": "control", "actor": "patrol", "part": "does"})
    assert made["admin.gaps"] == 2  # referral is one today
    assert made["expenditure.recurring.2023"] == pytest.approx(25.5, rel=1e-12)


def test_a_task_is_done_for_groups_that_are_there() -> None:
    with pytest.raises(StudyError, match="is not a group"):
        planned(small(), {**ASSIGN, "part": "does", "for": ["men"]})


def test_a_power_is_given_and_its_giver_makes_the_rule() -> None:
    made = outcomes(small(), POWER)
    assert made.plan.final.powers["demand"].over == ("patrol",)
    assert one_off(made) == {"legal_change": ("justice-01", 0.4)}
    assert obligations(made.plan) == {("regulation", "justice")}


def test_powers_that_together_cover_a_new_one_make_it_nothing() -> None:
    first = {**POWER, "kind": "convene", "over": ["labour"], "power": "more"}
    both = {**POWER, "kind": "convene", "over": ["labour", "advice"]}
    with pytest.raises(StudyError, match="has this power already"):
        planned(small(), first, both)


def test_a_power_over_nobody_is_no_power_held_already() -> None:
    planned(small(powers={"convene": None}), {**POWER, "over": []})


def test_a_power_is_taken_away() -> None:
    assert planned(small(), {"verb": "withdraw", "power": "convene"}).final.powers == {}


def test_an_agreement_costs_each_party_its_hours_at_its_own_cost() -> None:
    # 175 hours of 1,750 is a tenth of a work-year at 1.0.
    agree = {"verb": "agree", "between": ["centre", "advice"], "form": "joint_team"}
    made = outcomes(small(), agree)
    assert recurring(made) == [
        ("need:recurring", "centre-staff", 0.1),
        ("need:recurring", "advice-staff", 0.1),
    ]
    assert made["funding.open.2023"] == pytest.approx(0.2, rel=1e-12)
    assert ("secrecy", "centre") in obligations(made.plan)


def test_hours_that_are_absorbed_cost_nothing() -> None:
    agree = {"verb": "agree", "between": ["centre", "advice"], "form": "joint_team", "absorbed": True}
    made = outcomes(small(), agree)
    assert made.plan.journal == ()
    assert len(made.plan.final.agreements) == 1


def test_an_agreement_is_not_made_when_one_as_good_is_in_force() -> None:
    team = {"verb": "agree", "between": ["centre", "advice"], "form": "joint_team", "absorbed": True}
    with pytest.raises(StudyError, match="they have agreed `joint_team` already"):
        planned(small(), team, {**team, "between": ["advice", "centre"], "form": "agreement"})
    # Shared premises are worse in losses and better in delay than an agreement, so both may stand.
    paper = {**team, "form": "agreement"}
    assert len(planned(small(), paper, {**team, "form": "shared_premises"}).final.agreements) == 2
