"""How far quantities reach by the ranges that a study states."""

import math

import pytest

from samvirke.checks.reach import Reaches, stated_ends
from samvirke.language import Text
from samvirke.quantities.expressions import Constant, Expression, Reference, minus, over, plus, times
from samvirke.quantities.prices import INDICES
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample

A, B, C = Reference("a"), Reference("b"), Reference("c")


def assumed(key: str, **spread: object) -> Assumption:
    common = {"id": key, "text": Text("Noe", "Something"), "unit": "share"}
    return Assumption.model_validate({**common, **spread})


@pytest.fixture
def reaches(study: Study) -> Reaches:
    found = (
        assumed("a", uniform={"low": 2, "high": 3}),
        assumed("b", triangular={"low": -1, "mode": 0, "high": 4}),
        assumed("c", formula="a * b"),
    )
    return Reaches(study.with_(assumptions={one.id: one for one in found}, correlations=()))


@pytest.mark.parametrize(
    ("expression", "ends"),
    [
        (Constant(5.0), (5, 5)),
        (plus(A, B), (1, 7)),
        (minus(A, B), (-2, 4)),
        (times(A, B), (-3, 12)),
        (C, (-3, 12)),
        (over(B, A), (-0.5, 2)),
        (over(A, B), (-math.inf, math.inf)),
        (times(over(A, B), B), (-math.inf, math.inf)),
    ],
)
def test_what_is_worked_out_reaches_from_one_end_of_all_to_the_other(
    reaches: Reaches, expression: Expression, ends: tuple[float, float]
) -> None:
    assert reaches.of(expression) == pytest.approx(ends, rel=1e-12)


def test_nothing_that_is_drawn_between_the_stated_ends_lies_outside_a_reach(study: Study) -> None:
    reaches, drawn = Reaches(study), sample(study, 512, seed=1)
    for row in study.spending.values():
        bounded = [study.assumptions[name] for name in row.yearly.mentions]
        if all(one.p10 is None and one.formula is None for one in bounded):
            low, high = reaches.of(row.yearly)
            values = drawn.of(row.yearly)
            assert low <= values.min() <= values.max() <= high


def test_money_of_another_year_is_told_in_the_prices_of_the_study(study: Study) -> None:
    kpi = INDICES["kpi"]
    low, high = Reaches(study).of(Reference("salary"))  # 0.7 to 1 MNOK in the prices of 2019
    assert (low, high) == pytest.approx([1e6 * end * kpi[2020] / kpi[2019] for end in (0.7, 1)], rel=1e-12)


def test_a_formula_states_no_ends_of_its_own() -> None:
    assert stated_ends(assumed("c", formula="a * b")) is None
    assert stated_ends(assumed("d", value=0.3)) == (0.3, 0.3)
