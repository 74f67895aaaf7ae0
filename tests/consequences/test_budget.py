"""Changes by chapter and item, against published resolutions and worked by hand."""

import pytest
from tests.making import Records, outcomes, small
from tests.worked import EXAMPLES

BODY: Records = {"ministry": "justice", "holder": "police"}


def row(line: str, amount: float) -> Records:
    return {"actor": "police", "tasks": "control", "line": line, "kind": "operations", "amount": amount}


def test_lines_of_a_storting_resolution_are_before_plus_change() -> None:
    """Two lines rise by new money, one falls for good: appropriations after, and the sum of the changes."""
    example = EXAMPLES["budget-lines"]
    given = example["inputs"]["lines"]
    lines = {
        f"kap-{one['kap']}": {
            **BODY, "chapter": one["kap"], "item": one["post"],
            "appropriation": {"amount": one["before"] / 1e6, "year": 2020},
        }
        for one in given
    }  # fmt: skip
    rows = {f"row-{one['kap']}": row(f"kap-{one['kap']}", one["before"] / 1e6) for one in given}
    changes: list[Records] = [
        {"verb": "transfer", "from": "new-appropriation", "to": {"row": "row-11"}, "amount": 2.06},
        {"verb": "transfer", "from": "new-appropriation", "to": {"row": "row-21"}, "amount": 17.7},
        {"verb": "set", "assumption": "kap-100-row", "to": 307.215},
    ]
    rows["row-100"] = {**rows["row-100"], "amount": "kap-100-row"}
    assumed = {
        "assumptions": {
            "kap-100-row": {"text": "x", "unit": "MNOK/yr", "price_year": 2020, "value": 308.865},
        }
    }  # fmt: skip
    made = outcomes(small(lines=lines, spending=rows, assumptions=assumed), *changes)
    after = []
    for one in given:
        line = made.plan.today.lines[f"kap-{one['kap']}"]
        assert line.appropriation is not None
        change = round(made[f"budget.change.kap-{one['kap']}.2022"] * 1e6)
        assert change == one["change"]
        after.append(round(line.appropriation.amount * 1e6) + change)
    assert after == example["expected"]["after"]
    assert round(made["budget.net.2022"] * 1e6) == example["expected"]["sum_change"]


def test_expenditure_that_income_pays_for_is_neutral() -> None:
    """Expenditure rises by 75 against two lines of income that rise by 45 and 30."""
    example = EXAMPLES["neutral-move"]
    given = example["inputs"]["changes"]
    lines = {
        f"kap-{one['kap']}-{one['post']}": {
            **BODY, "chapter": one["kap"], "item": one["post"], "side": one["side"],
        }
        for one in given
    }  # fmt: skip
    incomes = [one for one in given if one["side"] == "income"]
    changes = [
        {
            "verb": "transfer", "from": {"line": f"kap-{one['kap']}-{one['post']}"}, "to": {"row": "work"},
            "amount": one["change"] / 1e6,
        }
        for one in incomes
    ]  # fmt: skip
    made = outcomes(small(lines=lines, spending={"work": row("kap-1510-1", 1)}), *changes)
    for one in given:
        assert made[f"budget.change.kap-{one['kap']}-{one['post']}.2022"] * 1e6 == one["change"]
    assert example["expected"]["neutral"] is True
    assert made["budget.net.2022"] == example["expected"]["net"]


def test_the_table_of_lines_sums_to_the_net() -> None:
    changes: list[Records] = [
        {"verb": "move", "unit": "centre", "to": "children", "start": "2022-05"},
        {"verb": "staff", "unit": "patrol", "fte": 1, "start": "2022-09"},
        {
            "verb": "transfer", "from": {"line": "fees-02"}, "to": {"row": "patrol-staff"}, "amount": 0.4,
            "start": "2023-01",
        },
    ]  # fmt: skip
    made = outcomes(small(), *changes)
    study = made.plan.today
    for year in study.assignment.years:
        changed = {
            line: made[name] for line in study.lines if (name := f"budget.change.{line}.{year}") in made.all
        }
        income = changed.pop("fees-02", 0.0)
        assert sum(changed.values()) - income == pytest.approx(made[f"budget.net.{year}"], abs=1e-9)


def test_money_from_outside_makes_the_table_zero_while_the_effort_grows() -> None:
    """Decision 7: a table that sums to zero is not the same as staying within the total."""
    give = {"verb": "transfer", "from": {"line": "labour-01"}, "to": {"row": "advice-staff"}, "amount": 1}
    made = outcomes(small(), give)
    assert made["budget.net.2022"] == 0
    assert made["expenditure.total.2022"] == pytest.approx(26.5, rel=1e-12)
    assert made["ceiling.strict"] == 0


def test_only_lines_that_something_happens_to_are_in_the_table() -> None:
    made = outcomes(small(), {"verb": "move", "unit": "centre", "to": "children"})
    lines = {name.split(".")[2] for name in made.all if name.startswith("budget.change.")}
    assert lines == {"police-01", "children-01"}


def test_what_a_row_gives_its_own_line_changes_nothing_on_it() -> None:
    give = {"verb": "transfer", "from": {"row": "shelter-grant"}, "to": {"row": "other-grants"}, "amount": 1}
    assert outcomes(small(), give)["budget.change.police-70.2022"] == 0
