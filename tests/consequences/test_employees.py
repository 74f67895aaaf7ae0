"""Steps owed to employees follow from who moves."""

from tests.making import Records, planned, small

from samvirke.consequences.employees import STEPS, causes, employee_steps

TO_CHILDREN: Records = {"verb": "move", "unit": "centre", "to": "children"}


def test_nobody_is_owed_anything_when_nobody_moves() -> None:
    made = planned(small(), {"verb": "assign", "task": "referral", "actor": "advice", "part": "does"})
    assert causes(made) == ()
    assert employee_steps(made) == ()


def test_another_employer_asks_for_the_assessment_of_a_transfer_of_undertaking() -> None:
    steps = employee_steps(planned(small(), TO_CHILDREN))
    assert {step.cause for step in steps} == {"any", "employer"}
    assert any("16-1" in step.rests_on.nb for step in steps)


def test_another_town_within_the_same_agency_is_no_other_employer() -> None:
    assert causes(planned(small(), {**TO_CHILDREN, "to": "patrol", "place": "Bergen"})) == ("any", "place")


def test_the_redundant_have_priority() -> None:
    made = planned(small(), {"verb": "staff", "unit": "centre", "fte": -2})
    assert causes(made) == ("any", "redundant")


def test_every_step_says_what_it_rests_on_and_where_it_was_read() -> None:
    assert all(step.rests_on.en and step.address.startswith("https://") for step in STEPS)
