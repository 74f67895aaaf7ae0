"""What the organisation looks like afterwards, counted."""

from tests.making import Records, outcomes, small

REPORTING: Records = {
    "verb": "move", "task": "reporting", "from": "centre", "to": "patrol", "parts": ["does", "decides"],
    "staff": "stays",
}  # fmt: skip


def test_a_task_that_goes_to_another_unit_of_the_same_agency_has_moved() -> None:
    assert outcomes(small(), REPORTING)["admin.tasks_moved"] == 1


def test_a_unit_at_a_new_host_takes_its_tasks_to_another_body() -> None:
    made = outcomes(small(), {"verb": "move", "unit": "centre", "to": "children"})
    assert made["admin.tasks_moved"] == 3
    same_town = outcomes(small(), {"verb": "move", "unit": "centre", "to": "patrol"})
    assert same_town["admin.tasks_moved"] == 0


def test_a_task_that_comes_back_has_not_moved_in_the_end() -> None:
    back = {**REPORTING, "from": "patrol", "to": "centre", "start": "2023-01"}
    assert outcomes(small(), REPORTING, back)["admin.tasks_moved"] == 0


def test_gaps_disputes_and_undecided_tasks_are_counted_in_the_final_phase() -> None:
    release = {"verb": "release", "task": "control", "actor": "police", "part": "decides"}
    pilot = {"verb": "assign", "task": "referral", "actor": "advice", "part": "does", "until": "2023-01"}
    second = {"verb": "assign", "task": "scheme", "actor": "children", "part": "decides"}
    made = outcomes(small(), release, pilot, second)
    assert made["admin.gaps"] == 1
    assert made["admin.undecided"] == 2
    assert made["admin.contested"] == 1


def test_people_made_redundant_have_not_changed_employer() -> None:
    made = outcomes(small(), {"verb": "staff", "unit": "centre", "fte": -2})
    assert made["admin.fte_moved"] == 0
    assert made.plan.moves[0].what == "redundant"
