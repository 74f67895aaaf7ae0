"""Units that are made and units that end."""

import pytest
from tests.making import Records, obligations, one_off, outcomes, planned, recurring, small

from samvirke.errors import StudyError

UNIT = {"id": "office", "name": "Kontoret", "parent": "police", "place": "Oslo"}
AGENCY = {**UNIT, "kind": "agency", "parent": "justice", "operating_line": "prisons-01"}


def establish(**unit: object) -> Records:
    return {"verb": "establish", "unit": {**UNIT, **unit}}


def test_a_new_unit_costs_nothing_and_has_nothing() -> None:
    made = outcomes(small(), establish())
    assert made.plan.final.agency("office") == "police"
    assert made.plan.journal == ()
    assert made.plan.obligations == ()
    assert "office" not in made.plan.today.actors


def test_a_new_agency_costs_its_setting_up_on_its_own_line() -> None:
    made = outcomes(small(), {"verb": "establish", "unit": AGENCY})
    assert one_off(made) == {"new_agency": ("prisons-01", 2.0)}
    assert obligations(made.plan) == {("appropriation", "justice")}


def test_a_unit_that_was_only_thought_of_comes_to_exist_and_keeps_what_was_known_of_it() -> None:
    made = outcomes(small(), establish(id="idea", parent="prisons"))
    idea = made.plan.final.actors["idea"]
    assert idea.exists
    assert idea.parent == "prisons"
    assert idea.hosts != ()


def test_placing_a_unit_where_its_host_needs_a_new_regulation_costs_making_one() -> None:
    made = outcomes(small(), establish(id="idea", parent="prisons"))
    assert one_off(made) == {"legal_change": ("prisons-01", 0.4)}
    assert obligations(made.plan) == {("regulation", "prisons")}


@pytest.mark.parametrize("host", ["police", "justice"])
def test_placing_it_with_another_than_the_host_that_needs_a_regulation_costs_none(host: str) -> None:
    made = outcomes(small(), establish(id="idea", parent=host))
    assert "legal_change" not in one_off(made)
    assert not any(kind == "regulation" for kind, _ in obligations(made.plan))


def test_a_unit_that_does_not_exist_yet_cannot_be_given_anything() -> None:
    with pytest.raises(StudyError, match="does not exist yet"):
        planned(small(), {"verb": "assign", "task": "referral", "actor": "idea", "part": "does"})


def test_only_units_and_agencies_can_be_made() -> None:
    with pytest.raises(StudyError, match="cannot be made by a change"):
        planned(small(), establish(kind="ngo"))


def test_tasks_and_rows_of_a_closed_unit_go_where_the_change_says() -> None:
    made = outcomes(small(), {"verb": "close", "unit": "centre", "tasks_to": "advice", "rows_to": "advice"})
    final = made.plan.final
    assert "centre" not in final.actors
    assert final.responsibility("coordination").doers == ("advice",)
    assert final.responsibility("reporting").decides == ("advice",)
    assert recurring(made) == [
        ("centre-staff", "centre-staff", 4.0),
        ("centre-running", "centre-running", 0.5),
    ]
    assert {final.spending[row].line for row in ("centre-staff", "centre-running")} == {"children-01"}
    assert made["admin.fte_moved"] == 4
    assert one_off(made) == {"new_host": ("children-01", 0.8)}


def test_shares_of_a_task_are_added_when_one_of_its_doers_takes_over_from_another() -> None:
    final = planned(
        small(), {"verb": "close", "unit": "centre", "tasks_to": "advice", "rows_to": "advice"}
    ).final
    (doer,) = final.responsibility("guidance").does
    assert doer.actor == "advice"
    assert doer.share is not None
    assert doer.share.value == pytest.approx(1.0)  # type: ignore[union-attr]


def test_each_body_has_what_it_had_and_what_it_took_over() -> None:
    made = outcomes(small(), {"verb": "close", "unit": "centre", "tasks_to": "advice", "rows_to": "advice"})
    assert made["expenditure.actor.advice.2022"] == pytest.approx(3 + 4.5, rel=1e-12)


def test_people_whose_unit_is_taken_over_within_their_agency_keep_their_employer() -> None:
    made = outcomes(small(), {"verb": "close", "unit": "centre", "tasks_to": "patrol", "rows_to": "patrol"})
    assert made["admin.fte_moved"] == 0
    assert not any(kind == "employees" for kind, _ in obligations(made.plan))


def test_tasks_that_the_law_gives_to_the_closed_unit_need_another_law() -> None:
    made = outcomes(small(), {"verb": "close", "unit": "centre", "tasks_to": "children", "rows_to": "advice"})
    assert ("law", "children") in obligations(made.plan)
    assert made["admin.legal_changes"] == 1
    assert one_off(made)["legal_change"] == ("children-01", 0.4)


def test_a_task_that_the_unit_has_left_does_not_keep_its_others_from_going() -> None:
    left = {"verb": "release", "task": "coordination", "actor": "centre", "part": "does"}
    close = {"verb": "close", "unit": "centre", "tasks_to": "advice", "rows_to": "advice"}
    final = planned(small(), left, close).final
    assert final.responsibility("reporting").doers == ("advice",)
    assert final.responsibility("guidance").doers == ("advice",)


def test_only_the_rows_of_a_closed_unit_end_with_it() -> None:
    before = planned(small()).final.spending
    after = planned(small(), {"verb": "close", "unit": "centre", "tasks_to": "advice"}).final.spending
    assert before.keys() - after.keys() == {"centre-staff", "centre-running"}
    assert after.keys() <= before.keys()


def test_rows_that_nobody_takes_over_are_saved_and_their_people_redundant() -> None:
    made = outcomes(small(), {"verb": "close", "unit": "centre", "tasks_to": "advice"})
    assert "centre-staff" not in made.plan.final.spending
    assert made["expenditure.recurring.2022"] == pytest.approx(25.5 - 4.5, rel=1e-12)
    assert made["funding.freed.2022"] == pytest.approx(4.5, rel=1e-12)
    assert one_off(made) == {"no_move": ("police-01", 0.4)}
    assert ("employees", "police") in obligations(made.plan)
    assert made["admin.fte_moved"] == 0


def test_powers_and_agreements_end_with_the_unit_that_had_them() -> None:
    agree = {"verb": "agree", "between": ["centre", "patrol"], "form": "agreement"}
    final = planned(small(), agree, {"verb": "close", "unit": "centre", "tasks_to": "advice"}).final
    assert final.powers == {}
    assert final.agreements == ()


def test_nobody_hears_appeals_when_whoever_did_is_closed() -> None:
    schemes = {"grants": {"name": "Tilskudd", "task": "scheme", "appeal_body": "patrol"}}
    close = {"verb": "close", "unit": "patrol", "tasks_to": "centre", "rows_to": "centre"}
    final = planned(small(grant_schemes=schemes), close).final
    assert final.grant_schemes["grants"].appeal_body is None


def test_a_power_over_a_closed_unit_is_over_the_others_only() -> None:
    close = {"verb": "close", "unit": "patrol", "tasks_to": "police", "rows_to": "police"}
    assert planned(small(), close).final.powers["convene"].over == ("advice",)


def test_a_unit_closed_in_july_saves_half_a_year() -> None:
    made = outcomes(small(), {"verb": "close", "unit": "centre", "tasks_to": "advice", "start": "2022-07"})
    assert made["expenditure.recurring.2022"] == pytest.approx(25.5 - 2.25, rel=1e-12)
    assert made["expenditure.recurring.2023"] == pytest.approx(25.5 - 4.5, rel=1e-12)
