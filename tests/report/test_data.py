"""The figures as data: JSON and CSV say the same, and neither surprises the program that opens it."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke import __version__
from samvirke.quantities.rounding import rounded_to_sum
from samvirke.report.writing.data import COLUMNS
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run

KEYS = {
    "name", "alternative", "against_zero", "unit", "expected", "p10", "p50", "p90", "assumptions", "sources",
}  # fmt: skip


@pytest.fixture(scope="module")
def content(files: Mapping[str, bytes]) -> dict[str, Any]:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is not JSON")

    read: dict[str, Any] = json.loads(files["results.json"], parse_constant=refuse)
    return read


@pytest.fixture(scope="module")
def rows(files: Mapping[str, bytes]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(files["figures.csv"].decode())))


def test_the_data_have_the_parts_that_they_are_documented_with(content: dict[str, Any]) -> None:
    assert list(content) == ["provenance", "zero", "figures", "beliefs", "administration", "findings"]
    assert all(set(figure) == KEYS for figure in content["figures"])


def test_the_data_say_what_they_come_from(content: dict[str, Any], results: Results, case: Study) -> None:
    assert content["provenance"] == {"study": case.digest, "seed": 1, "draws": 1024, "version": __version__}
    assert len(case.digest) == 64
    assert content["zero"] == results.zero
    assert set(content["administration"]) == set(results.plans)


def test_json_and_csv_hold_the_same_figures(content: dict[str, Any], rows: list[list[str]]) -> None:
    heads, *found = rows
    assert tuple(heads) == COLUMNS
    assert found == [
        [
            f["alternative"], f["name"], "yes" if f["against_zero"] else "no", f["unit"],
            *(str(f[key]) for key in ("expected", "p10", "p50", "p90")),
            " ".join(f["assumptions"]), " ".join(f["sources"]),
        ]
        for f in content["figures"]
    ]  # fmt: skip


def test_no_cell_is_a_formula_to_a_spreadsheet(rows: list[list[str]]) -> None:
    for row in rows:
        for cell in row:
            if cell.startswith("-"):
                float(cell)
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))


def test_a_figure_stands_once(content: dict[str, Any]) -> None:
    keys = [(f["alternative"], f["name"], f["against_zero"]) for f in content["figures"]]
    assert len(keys) == len(set(keys))


def test_the_ends_of_a_range_stand_round_its_middle(content: dict[str, Any]) -> None:
    assert [f for f in content["figures"] if not f["p10"] <= f["p50"] <= f["p90"]] == []


def test_what_a_figure_rests_on_is_in_the_study(content: dict[str, Any], case: Study) -> None:
    assert {a for f in content["figures"] for a in f["assumptions"]} <= set(case.assumptions)
    assert {s for f in content["figures"] for s in f["sources"]} <= set(case.sources)


def test_the_order_of_the_draws_does_not_change_a_plain_figure(case: Study, results: Results) -> None:
    """A figure that rests on no assumption is the same for any seed."""
    other = run(case, draws=64, seed=2)
    plain = [key for key, figure in results.figures.items() if not figure.assumptions]
    assert plain
    assert [key for key in plain if results.figures[key] != other.figures[key]] == []


@given(st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_rounded_parts_keep_the_sum_and_lie_within_one(parts: list[float]) -> None:
    rounded = rounded_to_sum(parts)
    assert sum(rounded) == round(sum(parts))
    assert all(abs(whole - part) <= 1 for whole, part in zip(rounded, parts, strict=True))


@given(st.lists(st.integers(-1000, 1000), max_size=30))
def test_whole_parts_stay_as_they_are(parts: list[int]) -> None:
    assert rounded_to_sum([float(part) for part in parts]) == parts
