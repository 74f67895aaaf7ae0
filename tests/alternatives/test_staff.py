"""Work-years added and taken away."""

import pytest
from tests.making import (
    Outcomes,
    assumed,
    obligations,
    one_off,
    outcomes,
    planned,
    quantity,
    recurring,
    small,
)

from samvirke.errors import StudyError

NEW = {
    "verb": "staff", "unit": "labour", "new_row": "new-posts", "fte": 2, "cost_per_fte": 1.2,
    "tasks": {"control": 0.5, "referral": 0.5}, "line": "labour-01",
}  # fmt: skip


def test_added_posts_need_money_and_cost_recruiting() -> None:
    made = outcomes(small(), {"verb": "staff", "unit": "centre", "fte": 1.5})
    assert recurring(made) == [("need:recurring", "centre-staff", 1.5)]
    assert one_off(made) == {"new_post": ("police-01", 0.45)}
    assert made["funding.open.2022"] == pytest.approx(1.5 + 0.45, rel=1e-12)
    assert made["budget.change.police-01.2023"] == 1.5


def test_posts_cut_with_people_in_them_cost_and_free_money() -> None:
    made = outcomes(small(), {"verb": "staff", "unit": "centre", "fte": -1})
    assert made["funding.freed.2022"] == 1
    assert one_off(made) == {"no_move": ("police-01", 0.1)}
    assert obligations(made.plan) == {("employees", "police")}


def test_posts_cut_as_they_fall_vacant_cost_nothing() -> None:
    made = outcomes(small(), {"verb": "staff", "unit": "centre", "fte": -1, "by": "vacancy"})
    assert one_off(made) == {}
    assert made.plan.obligations == ()


@pytest.mark.parametrize(("how", "left"), [({"fte": "all"}, 0), ({"share": -0.5}, 2), ({"share": 0.25}, 5)])
def test_all_or_a_share_of_the_work_years(how: dict[str, object], left: float) -> None:
    made = outcomes(small(), {"verb": "staff", "unit": "centre", **how})
    assert made["expenditure.actor.centre.2023"] == pytest.approx(left + 0.5, rel=1e-12)


def test_what_is_freed_meets_the_needs_of_other_changes() -> None:
    made = outcomes(
        small(),
        {"verb": "staff", "unit": "centre", "fte": -1, "by": "vacancy"},
        {"verb": "staff", "unit": "advice", "fte": 1},
    )
    assert made["funding.open.2023"] == 0
    assert made["budget.net.2023"] == 0


def test_more_than_there_are_cannot_be_cut() -> None:
    with pytest.raises(StudyError, match="does not have that much"):
        planned(small(), {"verb": "staff", "unit": "centre", "fte": -5})


def test_an_uncertain_row_is_cut_no_further_than_to_nothing() -> None:
    """Decision 17: a fixed cut of uncertain work-years floors at nothing, draw by draw."""
    study = small(
        assumptions=assumed(few=quantity("FTE", uniform={"low": 2, "high": 5})),
        spending={
            "centre-staff": {
                "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "personnel",
                "fte": "few", "cost_per_fte": 1,
            }
        },
    )  # fmt: skip
    made = Outcomes(planned(study, {"verb": "staff", "unit": "centre", "fte": -3.5}), draws=1024)
    actor = made.draws("expenditure.actor.centre.2023")
    fte = made.valuation.columns["few"]
    assert actor == pytest.approx(1e6 * (0.5 + (fte - 3.5).clip(min=0)), abs=1e-3)
    (floor,) = made.plan.floors
    binds = made.valuation.of(floor.wanted) > made.valuation.of(floor.available)
    assert binds.mean() == pytest.approx(0.5, abs=0.01)


def test_a_new_row_is_made_with_its_own_cost() -> None:
    made = outcomes(small(), NEW)
    assert made["expenditure.line.labour-01.2022"] == pytest.approx(2.4, rel=1e-12)
    assert one_off(made) == {"new_post": ("labour-01", 0.6)}
    assert made.plan.final.spending["new-posts"].tasks.keys() == {"control", "referral"}


def test_a_new_row_is_on_its_units_operating_line_when_nothing_is_said() -> None:
    new = {key: value for key, value in NEW.items() if key != "line"}
    assert planned(small(), {**new, "unit": "advice"}).final.spending["new-posts"].line == "children-01"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({**NEW, "fte": -2}, "needs a number of work-years"),
        ({**NEW, "tasks": {"control": 0.5}}, "the shares of the tasks add to 0.5"),
        ({**NEW, "tasks": "nothing"}, "is not a task"),
        ({"verb": "staff", "unit": "centre", "fte": 1, "cost_per_fte": 2}, "belongs to a new row"),
        ({"verb": "staff", "row": "other-grants", "fte": 1}, "is not stated in work-years"),
    ],
)
def test_what_cannot_be_staffed(change: dict[str, object], message: str) -> None:
    with pytest.raises(StudyError, match=message):
        planned(small(), change)


def test_tasks_of_a_row_keep_their_shares_unless_given() -> None:
    kept = planned(small(), {"verb": "staff", "unit": "centre", "fte": 1}).final
    assert kept.spending["centre-staff"].tasks == small().spending["centre-staff"].tasks
    given = planned(small(), {"verb": "staff", "unit": "centre", "fte": 1, "tasks": "referral"}).final
    assert given.spending["centre-staff"].tasks.keys() == {"referral"}
