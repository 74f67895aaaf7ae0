"""Units and tasks that move: which money, which people and which obligations follow."""

import pytest
from tests.making import Records, obligations, one_off, outcomes, planned, recurring, small

from samvirke.errors import StudyError

TO_CHILDREN: Records = {"verb": "move", "unit": "centre", "to": "children"}
REPORTING: Records = {
    "verb": "move", "task": "reporting", "from": "centre", "to": "children", "parts": ["does"],
    "staff": "stays",
}  # fmt: skip
SCHEME: Records = {
    "verb": "move", "task": "scheme", "from": "police", "to": "children", "parts": ["does", "decides"],
    "staff": "stays", "money": "stays",
}  # fmt: skip


def test_staff_and_running_costs_go_to_the_new_hosts_line() -> None:
    made = outcomes(small(), TO_CHILDREN)
    assert made["budget.change.police-01.2023"] == pytest.approx(-4.5, rel=1e-12)
    assert made["budget.change.children-01.2023"] == pytest.approx(4.5, rel=1e-12)
    assert made["budget.net.2023"] == 0
    assert made["expenditure.line.children-01.2023"] == pytest.approx(7.5, rel=1e-12)


def test_a_move_across_ministries_needs_the_storting_and_concerns_the_employees() -> None:
    assert obligations(planned(small(), TO_CHILDREN)) == {
        ("appropriation", "family"),
        ("employees", "children"),
    }


@pytest.mark.parametrize(
    ("change", "line", "kind", "cost"),
    [
        ({"to": "children", "place": "Bergen"}, "children-01", "geographic", 2.0),
        ({"to": "children"}, "children-01", "new_host", 0.8),
        ({"to": "patrol"}, "police-01", "no_move", 0.4),
        ({"to": "police", "place": "Bergen"}, "police-01", "geographic", 2.0),
    ],
)
def test_only_the_dearest_class_of_move_is_paid_for(
    change: Records, line: str, kind: str, cost: float
) -> None:
    made = outcomes(small(), {"verb": "move", "unit": "centre", **change})
    assert one_off(made) == {kind: (line, cost)}


def test_people_who_change_host_and_town_are_counted_in_both() -> None:
    made = outcomes(small(), {**TO_CHILDREN, "place": "Bergen"})
    assert made["admin.fte_moved"] == 4
    assert made["admin.fte_relocated"] == 4


def test_a_unit_that_moves_twice_in_one_month_moves_once() -> None:
    made = outcomes(small(), {"verb": "move", "unit": "centre", "to": "prisons"}, TO_CHILDREN)
    assert made["admin.fte_moved"] == 4
    assert one_off(made) == {"new_host": ("children-01", 0.8)}
    assert made["budget.change.prisons-01.2023"] == 0


def test_a_unit_that_moves_in_two_years_moves_twice() -> None:
    made = outcomes(
        small(), {"verb": "move", "unit": "centre", "to": "prisons"}, {**TO_CHILDREN, "start": "2023-01"}
    )
    assert made["admin.fte_moved"] == 8


def test_people_who_follow_a_task_out_of_a_unit_that_moves_go_straight_there() -> None:
    report = {**REPORTING, "staff": "follows"}
    made = outcomes(small(), {"verb": "move", "unit": "centre", "to": "prisons"}, report)
    moved = {m.row: made.value(m.fte) for m in made.plan.moves}
    assert moved == {"centre-staff": 3, "centre-staff--c2": 1}
    assert made["admin.fte_moved"] == 4
    costs = [(p.taker.account, round(made.value(p.amount))) for p in made.plan.journal if p.kind == "one-off"]
    assert costs == [("prisons-01", 600_000), ("children-01", 200_000)]


def test_a_row_on_another_line_stays_there_and_is_told_of() -> None:
    study = small(
        spending={
            "project": {
                "actor": "centre", "tasks": "coordination", "line": "justice-01", "kind": "operations",
                "amount": 1,
            }
        }
    )  # fmt: skip
    made = outcomes(study, TO_CHILDREN)
    assert made.plan.final.spending["project"].line == "justice-01"
    assert made.plan.stayed == ("project",)


def test_with_all_its_money_a_unit_takes_rows_on_other_lines_along_but_never_a_grant() -> None:
    row = {
        "actor": "centre",
        "tasks": "coordination",
        "line": "justice-01",
        "kind": "operations",
        "amount": 1,
    }
    grant = {**row, "line": "police-70", "kind": "grant", "administered_by": "scheme"}
    made = outcomes(small(spending={"project": row, "prize": grant}), {**TO_CHILDREN, "money": "all"})
    assert made.plan.final.spending["project"].line == "children-01"
    assert made.plan.final.spending["prize"].line == "police-70"
    assert made.plan.stayed == ()


@pytest.mark.parametrize(("to", "laws"), [("prisons", 1), ("children", 0)])
def test_only_the_host_that_needs_a_regulation_costs_one(to: str, laws: int) -> None:
    hosts = [{"actor": "prisons", "legal": "regulation"}, {"actor": "children", "legal": "none"}]
    centre = {"kind": "unit", "parent": "police", "place": "Oslo", "hosts": hosts}
    made = outcomes(small(actors={"centre": centre}), {**TO_CHILDREN, "to": to})
    assert made["admin.legal_changes"] == laws
    assert ("legal_change" in one_off(made)) == bool(laws)


def test_units_under_a_unit_follow_it_with_their_money() -> None:
    study = small(
        actors={"desk": {"name": "x", "kind": "unit", "parent": "centre", "place": "Oslo"}},
        spending={
            "desk-staff": {
                "actor": "desk", "tasks": "coordination", "line": "police-01", "kind": "personnel", "fte": 1,
                "cost_per_fte": 1,
            }
        },
    )  # fmt: skip
    made = outcomes(study, TO_CHILDREN)
    assert made.plan.final.spending["desk-staff"].line == "children-01"
    assert made["admin.fte_moved"] == 5


def test_a_unit_with_a_line_of_its_own_keeps_it() -> None:
    own = {"name": "x", "kind": "unit", "parent": "police", "place": "Oslo", "operating_line": "police-01"}
    made = outcomes(small(actors={"centre": own}), TO_CHILDREN)
    assert recurring(made) == []
    assert made["admin.fte_moved"] == 4


def test_what_the_old_host_cannot_shed_stays_there_and_is_needed_anew() -> None:
    made = outcomes(small(transition={"overhead_follows": 0.75}), TO_CHILDREN)
    assert made["budget.change.police-01.2022"] == pytest.approx(-0.75 * 4.5, rel=1e-12)
    assert made["budget.change.children-01.2023"] == pytest.approx(4.5, rel=1e-12)
    assert made["funding.open.2023"] == pytest.approx(0.25 * 4.5, rel=1e-12)
    assert made["expenditure.recurring.2023"] == pytest.approx(25.5, rel=1e-12)


def test_a_task_that_leaves_its_staff_behind_moves_no_money() -> None:
    made = outcomes(small(), REPORTING)
    assert made.plan.final.responsibility("reporting").doers == ("children",)
    assert made.plan.final.responsibility("reporting").decides == ("centre",)
    assert made.plan.journal == ()
    assert obligations(made.plan) == {("instruction", "children")}
    assert made["admin.tasks_moved"] == 1


def test_staff_that_follows_a_task_takes_the_tasks_share_of_each_row() -> None:
    made = outcomes(small(), {**REPORTING, "staff": "follows"})
    final = made.plan.final
    left = final.spending["centre-staff"].fte
    assert left is not None
    assert made.value(left) == 3
    assert made["expenditure.actor.children.2023"] == pytest.approx(1, rel=1e-12)
    assert made["expenditure.actor.centre.2023"] == pytest.approx(3.5, rel=1e-12)
    assert made["budget.change.children-01.2023"] == pytest.approx(1, rel=1e-12)
    assert one_off(made) == {"new_host": ("children-01", 0.2)}
    assert final.spending["centre-staff"].tasks.keys() == {"coordination"}


def test_staff_that_follows_a_task_within_its_agency_keeps_its_employer() -> None:
    within = {
        "verb": "move", "task": "coordination", "from": "centre", "to": "patrol", "parts": ["does"],
        "staff": "follows",
    }  # fmt: skip
    made = outcomes(small(), within)
    assert made["expenditure.actor.patrol.2023"] == pytest.approx(2 + 3.5, rel=1e-12)
    assert made["admin.fte_moved"] == 0
    assert not any(kind == "employees" for kind, _ in obligations(made.plan))


def test_a_task_taken_with_its_staff_across_chapters_needs_the_storting() -> None:
    assert ("appropriation", "family") in obligations(planned(small(), {**REPORTING, "staff": "follows"}))


def test_the_heaviest_step_of_law_for_the_parts_that_move_counts() -> None:
    made = outcomes(small(), {**REPORTING, "parts": ["does", "decides"]})
    assert obligations(made.plan) == {("law", "children"), ("appeal", "children")}
    assert one_off(made) == {"legal_change": ("children-01", 0.4)}
    assert made["admin.legal_changes"] == 1


def test_a_task_that_joins_another_share_of_it_adds_to_it() -> None:
    move = {
        "verb": "move", "task": "guidance", "from": "centre", "to": "advice", "parts": ["does"],
        "staff": "stays",
    }  # fmt: skip
    (doer,) = planned(small(), move).final.responsibility("guidance").does
    assert (doer.actor, doer.share.value) == ("advice", 1.0)  # type: ignore[union-attr]


def test_a_scheme_whose_money_stays_is_charged_to_todays_line_by_another() -> None:
    made = outcomes(small(), SCHEME)
    assert recurring(made) == []
    assert one_off(made) == {"scheme_setup": ("children-01", 1.0)}
    assert obligations(made.plan) == {("appeal", "children")}


def test_staff_that_followed_a_task_follow_it_whole_when_it_moves_again() -> None:
    """A quarter of four people, and a quarter of the 0.8 that their running costs, go to children and on."""
    running: Records = {
        "actor": "centre", "tasks": {"coordination": 0.75, "reporting": 0.25}, "line": "police-01",
        "kind": "operations", "amount": 0.8,
    }  # fmt: skip
    follows = {**REPORTING, "staff": "follows"}
    free: Records = {"nok_per_fte": 0, "dip": 0, "months": 0}
    study = small(spending={"centre-running": running}, transition={"new_host": free})
    made = outcomes(study, follows, {**follows, "from": "children", "to": "prisons", "start": "2023-01"})
    lines = ("police-01", "children-01", "prisons-01")
    assert [made[f"budget.change.{line}.2022"] for line in lines] == pytest.approx([-1.2, 1.2, 0])
    assert [made[f"budget.change.{line}.2023"] for line in lines] == pytest.approx([-1.2, 0, 1.2])
    assert made["expenditure.line.prisons-01.2023"] == pytest.approx(1.2)
    assert made["expenditure.kind.operations.2023"] == pytest.approx(0.8)
    assert made["admin.fte_moved"] == pytest.approx(1 + 1)


def test_a_scheme_whose_money_follows_takes_its_grants_to_the_new_line() -> None:
    made = outcomes(small(), {**SCHEME, "money": "follows"})
    assert made["budget.change.police-70.2022"] == -16
    assert made["budget.change.children-70.2022"] == 16
    assert made["budget.net.2023"] == 0
    assert ("appropriation", "family") in obligations(made.plan)


def test_a_scheme_says_whether_its_money_follows() -> None:
    with pytest.raises(StudyError, match="does not say whether the money follows"):
        planned(small(), {key: value for key, value in SCHEME.items() if key != "money"})


def test_a_scheme_cannot_follow_to_a_body_without_a_grant_line() -> None:
    with pytest.raises(StudyError, match="has no grant line"):
        planned(small(), {**SCHEME, "to": "labour", "money": "follows"})


def test_a_unit_cannot_go_to_a_host_without_an_operating_line() -> None:
    with pytest.raises(StudyError, match="has no operating line"):
        planned(small(), {"verb": "move", "unit": "centre", "to": "family"})


def test_an_organisation_cannot_be_moved() -> None:
    with pytest.raises(StudyError, match="has no host to move from"):
        planned(small(), {"verb": "move", "unit": "shelter", "to": "police"})
