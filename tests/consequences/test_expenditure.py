"""Expenditure by line, actor and kind, worked by hand on the small study."""

from functools import partial

import pytest
from tests.making import Records, outcomes, small

about = partial(pytest.approx, abs=1e-9)
PAY: Records = {"verb": "transfer", "from": {"row": "centre-staff"}, "to": "one-off", "amount": "as-needed"}


def test_what_pays_once_is_taken_from_the_line_its_row_is_on_at_the_time() -> None:
    """The centre pays its own move, 0.8, on its new host's line in 2022; its move in 2024 on the third's."""
    made = outcomes(
        small(),
        {"verb": "move", "unit": "centre", "to": "children"},
        PAY,
        {"verb": "move", "unit": "centre", "to": "prisons", "start": "2024-01"},
    )
    lines = {
        year: [made[f"expenditure.line.{line}.{year}"] for line in ("police-01", "children-01")]
        for year in (2021, 2022, 2023)
    }
    assert lines == {2021: about([6.5, 3]), 2022: about([2, 3 + 4.5 - 0.8]), 2023: about([2, 7.5])}
    assert made["expenditure.line.prisons-01.2024"] == about(4.5 - 0.8)
    assert made["expenditure.line.children-01.2024"] == about(3)
    assert made["expenditure.actor.centre.2022"] == about(4.5 - 0.8)
    assert made["expenditure.kind.personnel.2022"] == about(9 - 0.8)
    assert made["expenditure.total.2022"] == about(25.5)


def test_nobody_has_expenditure_in_a_year_before_they_are_there() -> None:
    made = outcomes(
        small(), {"verb": "merge", "units": ["centre", "patrol"],
        "into": {"id": "one", "name": "Én", "parent": "police", "place": "Oslo"}, "start": "2023-01"},
    )  # fmt: skip
    years = {
        unit: {n[-4:] for n in made.all if f"actor.{unit}." in n} for unit in ("one", "centre", "patrol")
    }
    assert years == {
        "one": {"2023", "2024", "2025"},
        "centre": {"2021", "2022"},
        "patrol": {"2021", "2022"},
    }


def test_each_row_of_today_is_told_as_a_row() -> None:
    made = outcomes(small())
    parts = {name: one.parts for name, one in made.all.items() if name.startswith("today.row.centre")}
    told = {name: [(part.kind, part.id, part.purpose) for part in each] for name, each in parts.items()}
    assert told == {f"today.row.{row}": [("row", row, "")] for row in ("centre-staff", "centre-running")}


@pytest.mark.parametrize(
    ("giver", "taker", "amount"), [("other-grants", "pay", 7), ("pay", "other-grants", 5)]
)
def test_money_given_or_got_by_pay_told_in_one_amount_leaves_its_work_years(
    giver: str, taker: str, amount: float
) -> None:
    row: Records = {
        "actor": "advice", "tasks": "guidance", "line": "children-01", "kind": "personnel", "fte": 4,
        "amount": 6,
    }  # fmt: skip
    give: Records = {"verb": "transfer", "from": {"row": giver}, "to": {"row": taker}, "amount": 1}
    made = outcomes(small(spending={"pay": row}), give)
    after = made.plan.final.spending["pay"]
    assert after.fte is not None
    assert after.amount is not None
    assert (made.value(after.fte), made.value(after.amount)) == (4, amount * 1e6)
    assert made["expenditure.line.children-01.2022"] == about(3 + amount)


def test_pay_that_gives_money_has_fewer_work_years_and_pay_that_gets_it_more() -> None:
    give: Records = {
        "verb": "transfer", "from": {"row": "centre-staff"}, "to": {"row": "advice-staff"}, "amount": 1.5,
    }  # fmt: skip
    made = outcomes(small(), give)
    fte = {row: made.plan.final.spending[row].fte for row in ("centre-staff", "advice-staff")}
    assert {row: made.value(one) for row, one in fte.items() if one is not None} == {
        "centre-staff": 2.5,
        "advice-staff": 4.5,
    }
    assert made["expenditure.actor.centre.2022"] == about(2.5 + 0.5)
    assert made["expenditure.actor.advice.2022"] == about(4.5)
