"""What cannot be a number is refused in words, and what is merely long is worked out."""

import numpy as np
import pytest
from tests.making import assumed, quantity, small

from samvirke.consequences.valuation import Valuation
from samvirke.errors import StudyError
from samvirke.quantities.expressions import Constant, Expression, Operation, Reference, replaced
from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample


def with_formula(formula: str) -> Study:
    return small(
        assumptions=assumed(
            nothing=quantity("MNOK/yr", value=0),
            much=quantity("factor", value=1e15),
            result=quantity("factor", formula=formula),
        )
    )


@pytest.mark.parametrize("formula", ["nothing / nothing", "much * much * much"])
def test_a_formula_that_is_no_number_is_refused_where_it_stands(formula: str) -> None:
    with pytest.raises(StudyError) as refused:
        sample(with_formula(formula), 8, 1)
    (problem,) = refused.value.problems
    assert problem.place.file == "assumptions.yaml"
    assert problem.place.line is not None
    assert "`result`" in problem.text.nb


def test_a_chain_of_a_thousand_formulas_is_worked_out() -> None:
    chain = {f"c{i}": quantity("factor", formula=f"c{i + 1} * 1.001") for i in range(1000)}
    study = small(assumptions=assumed(**chain, c1000=quantity("factor", value=2)))
    assert sample(study, 4, 1).columns["c0"] == pytest.approx(2 * 1.001**1000)


def doubled(times: int) -> Expression:
    """A sum of a few nodes that is a tree of 2^times leaves: each node uses the one before twice."""
    node: Expression = Operation("+", Reference("x"), Constant(0.5))
    for _ in range(times):
        node = Operation("*", Constant(0.5), Operation("+", node, node))
    return node


def test_shared_amounts_are_worked_out_once_however_often_they_are_shared() -> None:
    """Half of a number and itself is the number; two hundred times over it still is."""
    deep = doubled(200)
    values = Valuation({"x": np.array([1.0, 2.0]), "y": np.array([7.0, 8.0])}, 2)
    assert values.of(deep).tolist() == [1.5, 2.5]
    assert values.of(replaced(deep, {"x": "y"})).tolist() == [7.5, 8.5]
    assert deep == doubled(200)
    assert deep != doubled(199)
    assert deep.mentions == {"x"}
