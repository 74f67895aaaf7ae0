"""What the co-ordinator may do towards each body, and duties held without the power to fulfil them.

In the small study the centre co-ordinates. It lies under the police and may convene the advice office and the
patrol, which is the police's too.
"""

from typing import Any

import pytest
from tests.making import STUDY, Records, outcomes, planned, small

from samvirke.consequences.authority import (
    authority,
    bodies_under_power,
    counted_bodies,
    passing_powers,
    powerless_duties,
)
from samvirke.study.assignment import LADDER
from samvirke.study.authority import INSTRUCT_COVERS, KINDS
from samvirke.study.study import Study

COORDINATED: Records = {**STUDY, "coordination_task": "coordination"}
DUTY: Records = {"text": "Rapporter", "source": [], "tasks": ["reporting"]}
MERGE: Records = {
    "verb": "merge", "units": ["centre", "advice"],
    "into": {"id": "national", "name": "Nasjonal enhet", "parent": "children", "place": "Oslo"},
}  # fmt: skip


def coordinated(**added: Any) -> Study:
    return small(study=COORDINATED, **added)


def given(kind: str, over: Any, **more: Any) -> Records:
    return {
        "verb": "empower", "power": f"new-{kind.replace('_', '-')}", "holder": "centre", "over": over,
        "kind": kind, "given_by": "justice", "basis": "Mandat", "legal": "instruction", **more,
    }  # fmt: skip


def asking(*needed: Records, doer: str = "centre") -> Study:
    """A duty on a task that asks for these powers."""
    return small(
        tasks={"reporting": {"area": "statistics", "needs_power": list(needed)}},
        responsibilities={"reporting": {"decides": ["justice"], "does": [doer]}},
        duties={"report": DUTY},
    )


def test_a_power_makes_its_step_of_the_ladder_possible() -> None:
    study = coordinated()
    assert authority(study, "advice").kinds == (("convene", "convene"),)
    assert authority(study, "advice").step == 2
    assert authority(study, "labour").step == 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_power_has_a_step_from_one_to_four(kind: str) -> None:
    made = planned(coordinated(), given(kind, ["labour"]))
    assert authority(made.final, "labour").step == dict(LADDER)[kind]  # type: ignore[index]
    assert 1 <= authority(made.final, "labour").step <= 4


def test_a_study_can_see_one_step_otherwise_and_keeps_the_rest() -> None:
    study = small(study={**COORDINATED, "ladder": {"convene": 1}})
    assert authority(study, "advice").step == 1
    assert study.assignment.ladder == {**LADDER, "convene": 1}


def test_the_right_to_instruct_counts_as_all_that_it_covers_but_not_as_money() -> None:
    made = outcomes(coordinated(), given("instruct", ["labour"]))
    assert made["admin.powers.labour"] == len(INSTRUCT_COVERS) == len(KINDS) - 1
    assert made["admin.ladder.labour"] == 4
    kinds = [kind for kind, _ in authority(made.plan.final, "labour").kinds]
    assert "allocate_money" not in kinds


def test_a_lesser_power_beside_the_right_to_instruct_is_not_counted_twice() -> None:
    both = outcomes(coordinated(), given("instruct", ["labour"]), given("inform", ["labour"]))
    assert both["admin.powers.labour"] == len(INSTRUCT_COVERS)


def test_a_power_over_all_is_one_over_every_other_but_not_over_its_holder() -> None:
    made = planned(coordinated(), given("inform", "all"))
    assert authority(made.final, "labour").kinds == (("inform", "new-inform"),)
    assert authority(made.final, "centre").step == 0


def test_figures_are_made_of_participants_and_of_agencies_that_the_plan_gives_a_power_over() -> None:
    made = outcomes(coordinated(), given("inform", ["labour", "town"]))
    assert counted_bodies(made.plan) == ("police", "children", "labour")
    assert made["admin.powers.labour"] == 1
    assert made["admin.powers.children"] == 0
    assert "admin.powers.town" not in made.all


def test_without_a_task_of_co_ordination_there_are_no_figures_by_body() -> None:
    made = outcomes(small(), given("inform", ["labour"]))
    assert not [name for name in made.all if name.startswith(("admin.powers.", "admin.ladder."))]


def test_bodies_under_power_today_or_in_the_end_are_told_in_file_order() -> None:
    made = planned(
        coordinated(), given("inform", ["town", "labour"]), {"verb": "withdraw", "power": "convene"}
    )
    assert bodies_under_power(made) == ("patrol", "advice", "labour", "town")


def test_powers_follow_the_co_ordinator_into_a_merged_unit() -> None:
    made = planned(coordinated(), MERGE)
    assert authority(made.final, "patrol").kinds == (("convene", "convene"),)


def test_a_power_for_a_trial_period_is_told_apart() -> None:
    made = planned(coordinated(), given("inform", ["labour"], until="2023-01"))
    assert [power.id for power in passing_powers(made)] == ["new-inform"]
    assert authority(made.final, "labour").step == 0
    assert passing_powers(planned(coordinated(), given("inform", ["labour"]))) == ()


def test_the_parts_of_a_count_add_up_to_it() -> None:
    made = outcomes(coordinated(), given("instruct", ["labour"]), given("allocate_money", ["labour"]))
    for name in ("admin.powers.labour", "admin.ladder.labour", "admin.powerless_duties"):
        assert sum(part.amount for part in made.all[name].parts) == made[name]
    assert {p.id for p in made.all["admin.powers.labour"].parts} == {"new-instruct", "new-allocate-money"}


def test_a_duty_is_without_power_when_its_doer_lacks_what_the_task_asks_for() -> None:
    study = asking({"kinds": ["convene", "demand_reports"], "over": ["advice", "labour"]})
    lacks = powerless_duties(study)["report"]
    assert [(one.doer, one.kind, one.over) for one in lacks] == [
        ("centre", "convene", ("labour",)),
        ("centre", "demand_reports", ("advice", "labour")),
    ]
    assert outcomes(study)["admin.powerless_duties"] == 1


def test_a_duty_is_fulfillable_once_every_power_is_given() -> None:
    study = asking({"kinds": "demand_reports", "over": ["advice", "labour"]})
    half = given("demand_reports", ["advice"])
    whole = given("demand_reports", ["advice", "labour"])
    assert outcomes(study, half)["admin.powerless_duties"] == 1
    assert outcomes(study, whole)["admin.powerless_duties"] == 0
    assert outcomes(study, given("instruct", ["advice", "labour"]))["admin.powerless_duties"] == 0


def test_a_body_in_the_doers_own_line_needs_no_power() -> None:
    # The centre lies under the police, which lies under justice; the patrol is the police's too.
    inside = asking({"kinds": "demand_reports", "over": ["police", "justice", "patrol"]})
    assert powerless_duties(inside) == {}
    beside = asking({"kinds": "demand_reports", "over": ["prisons"]})  # the same ministry, another agency
    assert list(powerless_duties(beside)) == ["report"]
    from_above = asking({"kinds": "demand_reports", "over": ["prisons"]}, doer="justice")
    assert powerless_duties(from_above) == {}


def test_a_duty_on_a_task_that_nobody_does_is_a_gap_and_not_without_power() -> None:
    study = small(
        tasks={"referral": {"area": "coordination", "needs_power": [{"kinds": "inform", "over": "labour"}]}},
        duties={"refer": {**DUTY, "tasks": ["referral"]}},
    )
    made = outcomes(study)
    assert made["admin.powerless_duties"] == 0
    assert made["admin.uncovered_duties"] == 1


def test_a_task_asks_for_power_over_what_a_unit_has_become() -> None:
    study = asking({"kinds": "demand_reports", "over": ["advice"]}, doer="labour")
    lacks = powerless_duties(planned(study, MERGE).final)["report"]
    assert [one.over for one in lacks] == [("national",)]
