"""Months count like a calendar, and prices of two years are told in each other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.quantities.months import Month, months_shared, year_span
from samvirke.quantities.prices import INDICES, factor_of

MONTHS = st.builds(Month, st.integers(1, 9000), st.integers(1, 12))


@given(MONTHS, st.integers(-5000, 5000), st.integers(-5000, 5000))
def test_months_add_up(month: Month, first: int, then: int) -> None:
    assert month.plus(first).plus(then) == month.plus(first + then)
    assert month.plus(first).index - month.index == first


@given(MONTHS, MONTHS)
def test_months_are_ordered_as_they_are_written_and_counted(one: Month, other: Month) -> None:
    assert (one < other) == (str(one) < str(other)) == (one.index < other.index)
    assert Month.parse(str(one)) == one


NOT_MONTHS = (
    "2022",
    "2022-1",
    "2022-13",
    "2022-00",
    "22-01",
    "2022-01-01",
    " 2022-01",
    "2022-01\n",
    "２０２２-01",
)


@pytest.mark.parametrize("text", NOT_MONTHS)
def test_what_is_not_a_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        Month.parse(text)


def test_a_year_is_twelve_months_and_shares_none_with_the_next() -> None:
    first, end = year_span(2022)
    assert end.index - first.index == 12
    assert months_shared(first, end, *year_span(2023)) == 0
    assert months_shared(first, end, Month(2022, 7), Month(2024, 1)) == 6


@given(MONTHS, MONTHS, MONTHS, MONTHS)
def test_shared_months_are_those_in_both_spans(a: Month, b: Month, c: Month, d: Month) -> None:
    shared = months_shared(a, b, c, d)
    assert shared == months_shared(c, d, a, b) >= 0
    assert shared <= max(0, b.index - a.index)
    middle = Month.at((c.index + d.index) // 2)
    if c <= middle <= d:  # a span cut in two shares as much as its halves
        assert shared == months_shared(a, b, c, middle) + months_shared(a, b, middle, d)


YEARS = st.sampled_from(sorted(INDICES["kpi"]))


@given(YEARS, YEARS, YEARS)
def test_going_over_a_third_year_changes_nothing(a: int, b: int, c: int) -> None:
    series = INDICES["kpi"]
    assert factor_of(series, a, b) * factor_of(series, b, c) == pytest.approx(
        factor_of(series, a, c), rel=1e-12
    )
    assert factor_of(series, a, a) == 1.0


def test_a_krone_of_2015_is_more_in_the_prices_of_2020() -> None:
    assert factor_of(INDICES["kpi"], 2015, 2020) == pytest.approx(1.122)  # 112.2 / 100.0, Statistics Norway


def test_a_year_without_index_is_an_error_unless_nothing_is_converted() -> None:
    assert factor_of({}, 1990, 1990) == 1.0
    with pytest.raises(KeyError):
        factor_of({2020: 1.0}, 1990, 2020)
