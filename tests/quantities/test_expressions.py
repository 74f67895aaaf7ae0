"""Formulas: what people write, what is made of it, and that it can be written back."""

import math
import operator
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.quantities.expressions import (
    MAX_TOKENS,
    MOST,
    ONE,
    ZERO,
    Constant,
    Expression,
    FormulaError,
    Operation,
    Reference,
    greater,
    lesser,
    minus,
    over,
    parse_formula,
    plus,
    references,
    replaced,
    times,
    total,
    written,
)

VALUES = {"a": 3.0, "b": 7.0, "long-id-2": 0.5, "salary@b-move": 11.0}
WORK_OUT: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "min": min, "max": max,
}  # fmt: skip


def value(expression: Expression) -> float:
    match expression:
        case Constant(number):
            return number
        case Reference(name):
            return VALUES[name]
        case Operation(sign, left, right):
            a, b = value(left), value(right)
            return WORK_OUT[sign](a, b) if sign != "/" or b else math.copysign(math.inf, a)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 3 - 2", 5),
        ("12 / 3 / 2", 2),
        ("12 / (3 / 2)", 8),
        ("2 * a + b / 7", 7),
        ("a − b", -4),
        ("a × b ÷ 7", 3),
        ("-a + b", 4),
        ("-2 * a", -6),
        ("a - -b", 10),
        ("-(a + b)", -10),
        ("long-id-2 * 4", 2),
        ("salary@b-move - 1", 10),
        ("1.5e2 + 0.25", 150.25),
        ("  a*(b+1)  ", 24),
    ],
)
def test_a_formula_has_the_value_arithmetic_gives_it(formula: str, expected: float) -> None:
    assert value(parse_formula(formula)) == expected


def test_a_hyphen_inside_a_word_belongs_to_the_word() -> None:
    assert parse_formula("a-b") == Reference("a-b")
    assert parse_formula("a - b") == Operation("-", Reference("a"), Reference("b"))


NOT_FORMULAS = (
    "", " ", "a +", "* a", "a b", "(a", "a)", "a ** b", "a ^ b", "a, b", "A", "æ", "1.2.3", "5a", "a / 0",
    "a / (2 - 2)", "0 / 0", "1e300", "1e300 * 1e300", "1e999", "__import__", "a" + " + a" * 600, "(" * 2000,
    "-" * 2000,
)  # fmt: skip


@pytest.mark.parametrize("formula", NOT_FORMULAS)
def test_what_is_not_a_formula_is_refused_in_both_languages(formula: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(formula)
    assert caught.value.text.nb.strip()
    assert caught.value.text["en"].strip()
    assert caught.value.text.nb != caught.value.text["en"]


@given(st.text(alphabet="ab1 .e+-*/()@", max_size=40) | st.text(max_size=40))
def test_any_text_is_a_formula_or_is_refused(text: str) -> None:
    try:
        expression = parse_formula(text)
    except FormulaError:
        return
    assert parse_formula(written(expression)) == expression


NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(Constant)
LEAVES = NUMBERS | st.sampled_from([Reference(name) for name in VALUES])
JOINED = st.sampled_from([plus, minus, times, over])
EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(
    LEAVES, lambda inner: st.builds(lambda join, a, b: join(a, b), JOINED, inner, inner), max_leaves=12
)


def readable(expression: Expression) -> bool:
    try:
        parse_formula(written(expression))
    except FormulaError:  # too large a number, or zero below the line
        return False
    return True


@given(EXPRESSIONS.filter(readable))
def test_an_expression_written_out_is_read_back_with_the_same_value(expression: Expression) -> None:
    again = parse_formula(written(expression))
    first, second = value(expression), value(again)
    assert first == second or (math.isnan(first) and math.isnan(second))
    assert references(again) <= references(expression)


def test_only_needed_parentheses_are_written() -> None:
    for formula in ("a - (b - 1.0)", "a - b - 1.0", "a * (b + 1.0) / 2.0", "a / (b * 2.0)", "a + b * 2.0"):
        assert written(parse_formula(formula)) == formula


@given(EXPRESSIONS)
def test_nothing_is_what_adding_nothing_leaves(x: Expression) -> None:
    assert plus(x, ZERO) == plus(ZERO, x) == minus(x, ZERO) == times(x, ONE) == over(x, ONE) == x
    assert minus(x, x) == times(x, ZERO) == ZERO
    assert lesser(x, x) == greater(x, x) == x


@given(st.lists(NUMBERS, max_size=8))
def test_the_total_of_plain_numbers_is_a_plain_number(terms: list[Constant]) -> None:
    found = total(terms)
    assert isinstance(found, Constant)
    assert found.value == pytest.approx(sum(term.value for term in terms), rel=1e-12, abs=1e-6)


def test_references_and_renaming_reach_every_depth() -> None:
    expression = parse_formula("a * (b - a / 2)")
    assert references(expression) == {"a", "b"}
    assert replaced(expression, {"a": "a@x"}) == parse_formula("a@x * (b - a@x / 2)")


def test_the_longest_formula_can_be_worked_with() -> None:
    expression = parse_formula("a" + " + b" * (MAX_TOKENS // 2 - 1))
    assert value(expression) == 3 + 7 * (MAX_TOKENS // 2 - 1)
    assert parse_formula(written(expression)) == expression
    assert parse_formula(f"{MOST:.0f}") == Constant(MOST)
