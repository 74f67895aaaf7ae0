"""Units that become one."""

import pytest
from tests.making import Records, one_off, outcomes, planned, small

from samvirke.errors import StudyError

INTO = {"id": "national", "name": "Nasjonal enhet", "parent": "children", "place": "Oslo"}
MERGE: Records = {"verb": "merge", "units": ["centre", "advice"], "into": INTO}


def test_what_each_unit_had_the_new_one_has() -> None:
    final = planned(small(), MERGE).final
    assert not {"centre", "advice"} & final.actors.keys()
    assert final.actors["national"].parent == "children"
    assert {row.id for row in final.spending.values() if row.actor == "national"} == {
        "centre-staff",
        "centre-running",
        "advice-staff",
    }
    assert final.responsibility("coordination").doers == ("national",)
    assert final.powers["convene"].holder == "national"
    assert final.powers["convene"].over == ("national", "patrol")


def test_shares_are_added_and_a_doer_stands_once() -> None:
    (doer,) = planned(small(), MERGE).final.responsibility("guidance").does
    assert doer.actor == "national"
    assert doer.share.value == pytest.approx(1)  # type: ignore[union-attr]


def test_each_unit_pays_for_its_own_class_of_move() -> None:
    made = outcomes(small(), MERGE)
    assert one_off(made) == {"new_host": ("children-01", 0.8), "no_move": ("children-01", 0.3)}
    assert made["admin.fte_moved"] == 4


def test_who_comes_from_another_town_relocates() -> None:
    made = outcomes(small(), {**MERGE, "units": ["patrol", "centre"], "into": {**INTO, "parent": "police"}})
    assert one_off(made) == {"geographic": ("police-01", 1.0), "no_move": ("police-01", 0.4)}
    assert made["admin.fte_relocated"] == 2
    assert made["admin.fte_moved"] == 0


def test_money_is_the_same_after_a_merger() -> None:
    made = outcomes(small(), MERGE)
    assert made["expenditure.recurring.2023"] == pytest.approx(25.5, rel=1e-12)
    assert made["expenditure.actor.national.2023"] == pytest.approx(7.5, rel=1e-12)
    assert made["budget.net.2023"] == 0


def test_a_merger_at_the_same_host_is_a_new_name_and_moves_no_task() -> None:
    merge = {**MERGE, "units": ["centre", "patrol"], "into": {**INTO, "parent": "police"}}
    assert outcomes(small(), merge)["admin.tasks_moved"] == 0


def test_a_merger_at_another_host_moves_the_tasks_that_come_there() -> None:
    # The centre's coordination, reporting, and its part of guidance; advice was there before.
    assert outcomes(small(), MERGE)["admin.tasks_moved"] == 3


def test_a_later_change_must_use_the_new_name() -> None:
    with pytest.raises(StudyError, match=r"`centre` became `national` in change `c1`\n  Write `national`"):
        planned(small(), MERGE, {"verb": "staff", "unit": "centre", "fte": 1})


def test_the_new_unit_can_have_the_name_of_one_of_the_old() -> None:
    made = outcomes(small(), {**MERGE, "into": {**INTO, "id": "advice"}})
    assert made.plan.final.spending["centre-staff"].actor == "advice"
    assert made["expenditure.recurring.2023"] == pytest.approx(25.5, rel=1e-12)


def test_an_agreement_between_units_that_merge_lapses() -> None:
    agree = {"verb": "agree", "between": ["centre", "advice"], "form": "agreement", "absorbed": True}
    assert planned(small(), agree, MERGE).final.agreements == ()


def test_units_under_a_merged_unit_are_under_the_new_one() -> None:
    study = small(actors={"desk": {"name": "x", "kind": "unit", "parent": "centre", "place": "Oslo"}})
    assert planned(study, MERGE).final.actors["desk"].parent == "national"


@pytest.mark.parametrize("units", [["centre", "centre"], ["centre", "police"], ["centre", "nobody"]])
def test_at_least_two_units_that_exist_are_merged(units: list[str]) -> None:
    with pytest.raises(StudyError):
        planned(small(), {**MERGE, "units": units})


def test_units_cannot_merge_under_one_of_themselves() -> None:
    with pytest.raises(StudyError, match="belongs to"):
        planned(small(), {**MERGE, "into": {**INTO, "parent": "centre"}})


def test_whoever_hears_appeals_is_told_by_its_new_name() -> None:
    schemes = {"grants": {"name": "Tilskudd", "task": "scheme", "appeal_body": "advice"}}
    assert (
        planned(small(grant_schemes=schemes), MERGE).final.grant_schemes["grants"].appeal_body == "national"
    )
