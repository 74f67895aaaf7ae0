"""Months: half years, rows that begin and end, and pilots that are put back."""

import pytest
from tests.making import Records, outcomes, planned, small

from samvirke.alternatives.plans import plans_of
from samvirke.cases import built_in
from samvirke.errors import StudyError
from samvirke.quantities.expressions import ZERO
from samvirke.quantities.months import Month
from samvirke.study.reading import read_study

MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}
CUT: Records = {"verb": "staff", "row": "scheme-row", "fte": -1, "by": "vacancy"}


def row(**span: str) -> Records:
    return {
        "scheme-row": {
            "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "personnel", "fte": 2,
            "cost_per_fte": 1.2, **span,
        }
    }  # fmt: skip


def test_a_start_in_july_gives_half_the_change_in_the_first_year_and_all_of_it_after() -> None:
    made = outcomes(small(), {**MOVE, "start": "2022-07"})
    assert made["budget.change.police-01.2021"] == 0
    assert made["budget.change.police-01.2022"] == pytest.approx(-4.5 * 6 / 12, rel=1e-12)
    assert made["budget.change.police-01.2023"] == pytest.approx(-4.5, rel=1e-12)
    assert made["budget.change.police-01.full_year"] == pytest.approx(-4.5, rel=1e-12)


@pytest.mark.parametrize(("start", "full"), [("2022-01", 2022), ("2022-02", 2023), ("2021-12", 2022)])
def test_the_full_year_is_the_first_whole_one_after_the_last_start(start: str, full: int) -> None:
    made = outcomes(small(), {**MOVE, "start": start})
    assert made["budget.change.children-01.full_year"] == pytest.approx(
        made[f"budget.change.children-01.{full}"]
    )


def test_there_is_no_full_year_when_the_last_start_is_too_late() -> None:
    assert "budget.net.full_year" not in outcomes(small(), {**MOVE, "start": "2025-02"}).all


def test_the_end_of_a_pilot_is_not_a_start() -> None:
    made = outcomes(small(), {**MOVE, "until": "2024-01"})
    assert made.plan.last_start.year == 2022
    assert made["budget.change.police-01.full_year"] == pytest.approx(-4.5, rel=1e-12)


def test_a_row_that_ends_is_paid_by_months_and_its_changes_end_with_it() -> None:
    """Decision 4: a row runs in a month or not; its money stops moving when it stops."""
    made = outcomes(small(spending=row(until="2023-04")), MOVE)
    assert made["budget.change.children-01.2022"] == pytest.approx(4.5 + 2.4 + 1.2, abs=1e-9)
    assert made["budget.change.children-01.2023"] == pytest.approx(4.5 + 2.4 * 3 / 12, rel=1e-12)
    assert made["budget.change.police-01.2024"] == pytest.approx(-4.5, rel=1e-12)
    assert made["expenditure.recurring.2023"] == pytest.approx(25.5 + 2.4 * 3 / 12, rel=1e-12)


def test_a_row_that_begins_later_moves_when_it_begins() -> None:
    made = outcomes(small(spending=row(**{"from": "2022-10"})), MOVE)
    assert made["budget.change.police-01.2022"] == pytest.approx(-4.5 - 2.4 * 3 / 12, rel=1e-12)
    assert made["budget.change.police-01.2023"] == pytest.approx(-6.9, rel=1e-12)
    assert made["admin.fte_moved"] == 4  # nobody is paid from the row yet when the unit moves


def test_cutting_a_row_that_ends_saves_nothing_after_it_has_ended() -> None:
    made = outcomes(small(spending=row(until="2023-07")), CUT)
    assert made["funding.freed.2022"] == pytest.approx(1.2, rel=1e-12)
    assert made["funding.freed.2023"] == pytest.approx(0.6, rel=1e-12)
    assert made["funding.freed.2024"] == 0
    assert made["expenditure.recurring.2024"] == pytest.approx(25.5, rel=1e-12)


def test_a_row_that_has_ended_has_nothing_to_give() -> None:
    give = {"verb": "transfer", "from": {"row": "scheme-row"}, "to": {"row": "advice-staff"}, "amount": 1}
    with pytest.raises(StudyError, match="from 2023-07 on"):
        planned(small(spending=row(until="2023-07")), give)
    made = outcomes(small(spending=row(until="2023-07")), {**give, "until": "2023-07"})
    assert made["expenditure.line.children-01.2023"] == pytest.approx(3.5, rel=1e-12)


def test_a_row_that_ends_stops_paying_for_what_goes_on() -> None:
    more = {"verb": "staff", "unit": "advice", "fte": 1}
    pay = {"verb": "transfer", "from": {"row": "scheme-row"}, "to": "recurring", "amount": "as-needed"}
    made = outcomes(small(spending=row(until="2023-07")), more, pay)
    assert made["funding.open.2022"] == pytest.approx(0.3, rel=1e-12)  # recruiting alone
    assert made["funding.open.2023"] == pytest.approx(0.5, rel=1e-12)
    assert made["funding.open.2024"] == pytest.approx(1, rel=1e-12)


def test_a_row_that_ends_stops_paying_one_off_costs() -> None:
    pay = {"verb": "transfer", "from": {"row": "scheme-row"}, "to": "one-off", "amount": "as-needed"}
    made = outcomes(small(spending=row(until="2022-07")), {**MOVE, "until": "2022-07"}, pay)
    assert made["one_off.financed"] == pytest.approx(made["one_off.total"] / 2, rel=1e-12)


def test_an_expiring_scheme_makes_room_that_today_does_not_have() -> None:
    """Decision 9, from the trial: an expiring scheme opened room."""
    made = outcomes(small(spending=row(until="2022-01")), {"verb": "staff", "unit": "advice", "fte": 2})
    assert made["today.total"] == pytest.approx(27.9, rel=1e-12)
    assert made["expenditure.total.2023"] == pytest.approx(27.5, rel=1e-12)
    assert made["ceiling.steady"] == 1


def test_when_a_pilot_ends_everything_is_put_back() -> None:
    study = small()
    changes: list[Records] = [
        MOVE,
        {"verb": "staff", "unit": "centre", "fte": 2},
        {"verb": "assign", "task": "referral", "actor": "advice", "part": "does"},
        {"verb": "withdraw", "power": "convene"},
        {"verb": "transfer", "from": {"row": "other-grants"}, "to": {"row": "advice-staff"}, "amount": 1},
        {"verb": "agree", "between": ["centre", "patrol"], "form": "agreement"},
    ]
    made = outcomes(study, *({**change, "until": "2024-01"} for change in changes))
    assert made.plan.final == study
    assert made["admin.tasks_moved"] == 0
    for line in ("police-01", "children-01", "police-70"):
        assert made[f"budget.change.{line}.2023"] != 0
        assert made[f"budget.change.{line}.2024"] == 0
    assert made["expenditure.recurring.2024"] == pytest.approx(25.5, rel=1e-12)
    assert made["ceiling.steady"] == 1


def test_a_change_that_builds_on_a_pilot_cannot_outlive_it() -> None:
    office = {"id": "office", "name": "x", "parent": "police", "place": "Oslo"}
    with pytest.raises(StudyError, match="`office` is not an actor at this point"):
        planned(
            small(),
            {"verb": "establish", "unit": office, "until": "2023-01"},
            {"verb": "assign", "task": "referral", "actor": "office", "part": "does"},
        )


def test_phases_cover_the_years_without_gap_or_overlap() -> None:
    made = planned(
        small(spending=row(until="2023-04")),
        MOVE,
        {"verb": "staff", "unit": "advice", "fte": 1, "start": "2023-02", "until": "2024-06"},
    )
    firsts = [str(phase.first) for phase in made.phases]
    assert firsts == ["2021-01", "2022-01", "2023-02", "2023-04", "2024-06"]
    assert [p.end for p in made.phases[:-1]] == [p.first for p in made.phases[1:]]
    assert str(made.phases[-1].end) == "2026-01"
    assert [p.changes for p in made.phases] == [(), ("c1",), ("c1", "c2"), ("c1", "c2"), ("c1",)]


def test_a_row_is_told_as_it_is_in_a_month_and_as_it_was_when_it_is_gone() -> None:
    close = {"verb": "close", "unit": "centre", "tasks_to": "advice", "start": "2023-01"}
    moved = {"verb": "move", "unit": "patrol", "to": "prisons", "start": "2023-01"}
    made = planned(small(), moved, close)
    assert made.row("patrol-staff", Month(2022, 12)).line == "police-01"
    assert made.row("patrol-staff", Month(2023, 1)).line == "prisons-01"
    assert made.row("centre-staff", Month(2023, 1)) == made.today.spending["centre-staff"]
    assert made.with_row("patrol-staff") is made.today
    assert made.with_row("no-such-row") is None


@pytest.mark.parametrize("case", sorted(built_in()))
def test_every_posting_moves_something_from_one_to_another(case: str) -> None:
    for made in plans_of(read_study(built_in()[case])).values():
        assert all(posting.amount != ZERO and posting.giver != posting.taker for posting in made.journal)
