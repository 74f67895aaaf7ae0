"""Units convert within their dimension, and never between work and waiting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.quantities.units import NONE, UNITS, in_words, inverse, product

DIMENSIONS = st.sampled_from([unit.dimension for unit in UNITS.values()])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("MNOK", "NOK", 1_000_000),
        ("MNOK/yr", "NOK/yr", 1_000_000),
        ("MNOK/FTE", "NOK/FTE", 1_000_000),
        ("years", "months", 12),
        ("share", "factor", 1),
    ],
)
def test_a_unit_is_so_many_of_another(one: str, other: str, ratio: float) -> None:
    assert UNITS[one].dimension == UNITS[other].dimension
    assert UNITS[one].factor / UNITS[other].factor == pytest.approx(ratio, rel=1e-12)


def test_a_day_of_waiting_is_not_a_day_of_work() -> None:
    unlike = ("days", "hours", "FTE", "years", "persons", "cases", "NOK", "share")
    assert len({UNITS[unit].dimension for unit in unlike}) == len(unlike)


@given(DIMENSIONS, DIMENSIONS, DIMENSIONS)
def test_dimensions_multiply_like_numbers(
    a: tuple[tuple[str, int], ...], b: tuple[tuple[str, int], ...], c: tuple[tuple[str, int], ...]
) -> None:
    assert product(a, b) == product(b, a)
    assert product(a, product(b, c)) == product(product(a, b), c)
    assert product(a, inverse(a)) == NONE
    assert inverse(inverse(a)) == a


def test_per_units_are_quotients_of_plain_ones() -> None:
    for symbol in ("MNOK/FTE", "hours/case", "persons/yr", "1/yr"):
        above, _, below = symbol.partition("/")
        bottom = {"yr": "years", "FTE": "FTE", "case": "cases", "person": "persons"}[below]
        top = NONE if above == "1" else UNITS[above].dimension
        assert UNITS[symbol].dimension == product(top, inverse(UNITS[bottom].dimension))


def test_only_money_has_a_price_year() -> None:
    assert {symbol for symbol, unit in UNITS.items() if unit.is_money} == {s for s in UNITS if "NOK" in s}


def test_dimensions_are_told_in_words() -> None:
    assert in_words(UNITS["MNOK/FTE"].dimension)["en"] == "NOK per FTE"
    assert in_words(UNITS["1/yr"].dimension)["en"] == "1 per year"
    assert in_words(product(UNITS["NOK"].dimension, UNITS["NOK"].dimension))["en"] == "NOK^2"
    assert in_words(NONE).nb == "et rent tall"
    assert in_words(NONE)["en"] == "a plain number"
