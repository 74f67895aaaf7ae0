"""Interfaces: pairs of bodies that meet in a task as decider and doer.

In the small study justice decides what the police's centre does, the children's directorate decides what the
centre helps with, and the family ministry decides what the shelter does. Inside the bodies the police decide
what their patrol does, and the directorate what its advice office does.
"""

from tests.making import TASKS, Records, assumed, outcomes, planned, quantity, small

from samvirke.consequences.interfaces import interfaces

TO_CHILDREN: Records = {"verb": "move", "unit": "centre", "to": "children"}


def test_a_pair_is_a_decider_and_a_doer_of_different_bodies() -> None:
    found = interfaces(small())
    assert found.between == {
        ("justice", "police"): ("coordination",),
        ("police", "children"): ("guidance",),
        ("family", "shelter"): ("housing",),
    }
    assert found.inside == {("children", "advice"): ("guidance",), ("police", "patrol"): ("control",)}
    made = outcomes(small())
    assert made["admin.interfaces"] == 3
    assert made["admin.interfaces_units"] == 2


def test_a_unit_that_moves_takes_its_interfaces_along() -> None:
    found = interfaces(planned(small(), TO_CHILDREN).final)
    assert set(found.between) == {("justice", "children"), ("family", "shelter")}
    assert ("children", "centre") in found.inside


def test_two_bodies_that_decide_for_each_other_are_one_pair() -> None:
    both = small(
        responsibilities={
            "control": {"decides": ["children"], "does": ["police"]},
            "guidance": {"decides": ["police"], "does": ["advice"]},
        }
    )
    assert interfaces(both).between[("police", "children")] == ("guidance", "control")


def test_cases_across_interfaces_count_once_for_each_pair_and_only_where_known() -> None:
    study = small(
        assumptions=assumed(cases=quantity("cases/yr", value=40)),
        tasks={**TASKS, "coordination": {"area": "coordination", "volume": "cases"}},
        responsibilities={"coordination": {"decides": ["justice", "family"], "does": ["centre"]}},
    )
    made = outcomes(study)
    assert made["admin.interface_volume"] == 80
    assert made.all["admin.interface_volume"].assumptions == {"cases"}
    assert interfaces(study).unmeasured == ("guidance", "housing")


def test_a_task_decided_where_it_is_done_is_no_interface_however_many_its_cases() -> None:
    study = small(tasks={**TASKS, "control": {"area": "identification", "volume": 500}})
    assert outcomes(study)["admin.interface_volume"] == 0


def test_the_parts_of_a_count_are_its_pairs() -> None:
    made = outcomes(small())
    parts = made.all["admin.interfaces"].parts
    assert [(part.id, part.purpose, part.amount) for part in parts] == [
        ("justice", "police", 1.0),
        ("police", "children", 1.0),
        ("family", "shelter", 1.0),
    ]
