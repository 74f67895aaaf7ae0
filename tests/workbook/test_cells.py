"""What stands in a cell is read as the value it was written from, and as people write it."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.language import LANGUAGES, Language
from samvirke.workbook.cell_text import in_cell
from samvirke.workbook.cells import Unreadable, read
from samvirke.workbook.rows import same
from samvirke.workbook.table import Column, Kind
from samvirke.workbook.tables import tables

NAMES = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(-1e12, 1e12, allow_nan=False)
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    "code": NAMES,
    "codes": st.lists(NAMES, min_size=1, max_size=5).map(tuple),
    "pairs": st.lists(st.tuples(NAMES, NUMBERS | NAMES), min_size=1, max_size=4).map(tuple),
    "quantity": NUMBERS | NAMES,
    "number": NUMBERS,
    "numbers": st.lists(NUMBERS, min_size=1, max_size=5).map(tuple),
    "whole": st.integers(-(10**9), 10**9),
    "yesno": st.booleans(),
    "month": st.dates().map(lambda day: f"{day.year:04d}-{day.month:02d}"),
    "day": st.dates().map(str),
    "date": st.dates().map(str) | st.just("undated") | st.integers(1000, 9999).map(str),
}
SOME = {kind: next(c for t in tables() for c in t.columns if c.kind == kind) for kind in VALUES}


@given(st.data(), st.sampled_from(sorted(VALUES)), st.sampled_from(LANGUAGES))
def test_what_is_written_in_a_cell_is_read_as_the_same(
    data: st.DataObject, kind: Kind, language: Language
) -> None:
    value = data.draw(VALUES[kind])
    column = Column(("x",), kind, SOME[kind].heading, SOME[kind].meaning)
    assert same(read(column, in_cell(column, value, language)), value)


@given(st.sampled_from(sorted(SOME)), st.text(max_size=30) | NUMBERS | st.booleans() | st.datetimes())
def test_a_cell_is_read_or_said_to_be_unreadable_whatever_stands_in_it(kind: Kind, raw: Any) -> None:
    with suppress(Unreadable):
        found = read(SOME[kind], raw)
        assert found is None or isinstance(found, str | int | float | tuple)


AS_PEOPLE_WRITE: list[tuple[Kind, Any, Any]] = [
    ("number", "12,5", 12.5),
    ("number", "1 234,5", 1234.5),
    ("number", "1\u00a0234", 1234),
    ("number", "1.234,5", 1234.5),
    ("number", "1.234.567", 1234567),
    ("number", "1.234", 1.234),
    ("number", "−3", -3),
    ("number", ",5", 0.5),
    ("number", "1e-3", 0.001),
    ("quantity", " cost-per-fte ", "cost-per-fte"),
    ("quantity", "0,8", 0.8),
    ("whole", "2020", 2020),
    ("whole", 2020.0, 2020),
    ("yesno", "Ja", True),
    ("yesno", "USANN", False),
    ("yesno", 1, True),
    ("month", date(2022, 1, 1), "2022-01"),
    ("month", "1.2022", "2022-01"),
    ("month", "01/2022", "2022-01"),
    ("day", date(2020, 12, 31), "2020-12-31"),
    ("day", "31.12.2020", "2020-12-31"),
    ("day", "1.2.2020", "2020-02-01"),
    ("date", 2018.0, "2018"),
    ("date", "Undated", "undated"),
    ("date", date(2018, 3, 15), "2018-03-15"),
    ("codes", "a, b;c\nd", ("a", "b", "c", "d")),
    ("codes", "ingen", ()),
    ("pairs", "a: 0,4; b: 0,6", (("a", 0.4), ("b", 0.6))),
    ("pairs", "a = 0,4\nb = x", (("a", 0.4), ("b", "x"))),
    ("pairs", "a: 0,4, b: 0,6", (("a", 0.4), ("b", 0.6))),
    ("pairs", "a", (("a", 1),)),
    ("numbers", "0,04; 0,03; 0,02", (0.04, 0.03, 0.02)),
    ("code", "  MOVE ", "move"),
    ("number", "  ", None),
    ("text", "\u00a0", None),
]


@pytest.mark.parametrize(("kind", "raw", "meant"), AS_PEOPLE_WRITE)
def test_people_are_understood(kind: Kind, raw: Any, meant: Any) -> None:
    column = Column(("x",), kind, SOME["code"].heading, SOME["code"].meaning)
    found = read(column, raw)
    assert found == meant
    assert isinstance(found, bool) == isinstance(meant, bool)


def test_a_share_may_be_in_per_cent_and_nothing_else_may() -> None:
    share = Column(("x",), "quantity", SOME["code"].heading, SOME["code"].meaning, unit="share")
    amount = Column(("x",), "quantity", SOME["code"].heading, SOME["code"].meaning, unit="MNOK/yr")
    assert read(share, "12,5 %") == 0.125
    with pytest.raises(Unreadable):
        read(amount, "12,5 %")


@pytest.mark.parametrize("raw", ["1,2,3", "1.2.3", "ca. 5", "5-6", "1,234.5", "--5", "5 mill.", True])
def test_a_number_that_could_be_several_is_not_guessed_at(raw: Any) -> None:
    with pytest.raises(Unreadable):
        read(SOME["number"], raw)


@pytest.mark.parametrize("raw", ["31.02.2020", "2020-13-01", "12/31/2020", "i vår", 44196])
def test_a_day_that_is_none_is_not_guessed_at(raw: Any) -> None:
    with pytest.raises(Unreadable):
        read(SOME["day"], raw)
