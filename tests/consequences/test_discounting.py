"""Discount factors, annuities and the rules of the study's date: closed forms and published numbers."""

from datetime import date
from typing import Any

import pytest
from tests.making import small
from tests.worked import EXAMPLES

from samvirke.consequences.economics.discounting import annuity, discount_factors
from samvirke.consequences.economics.rules import RULE_SETS, discounting, rule_set, tax_cost
from samvirke.quantities.expressions import Constant
from samvirke.study.assignment import Assignment


def assignment(**fields: Any) -> Assignment:
    return small(study=fields).assignment


def at_one_rate(rate: float) -> Assignment:
    return assignment(discounting={"rates": [rate], "years": []}, comparison_year=2020)


def test_earlier_and_later_years_have_the_factors_of_a_published_analysis() -> None:
    example = EXAMPLES["norwegian-discount-factors"]
    told = example["inputs"]
    rules = {"rates": told["rates"], "years": [told["years_at_first_rate"]], "origin": "first_year"}
    one = assignment(discounting=rules, comparison_year=told["base_year"], first_year=told["opening_year"])
    found = discount_factors(one, told["years"])
    assert list(found) == told["years"]
    assert list(found.values()) == pytest.approx(example["expected"]["factors"], rel=example["tolerance"])


def test_the_staircase_is_the_product_of_its_rates() -> None:
    """Forty years at 4 per cent after the comparison year, thirty-five at 3, and 2 from then on."""
    found = discount_factors(assignment(), range(2021, 2121))
    assert found[2021] == 1
    closed = {
        10: 1.04**-10, 40: 1.04**-40, 41: 1.04**-40 / 1.03, 75: 1.04**-40 * 1.03**-35,
        76: 1.04**-40 * 1.03**-35 / 1.02, 99: 1.04**-40 * 1.03**-35 * 1.02**-24,
    }  # fmt: skip
    for years, factor in closed.items():
        assert found[2021 + years] == pytest.approx(factor, rel=1e-12)
    printed = {10: 0.675564, 20: 0.456387, 40: 0.208289, 41: 0.202222, 75: 0.074022, 76: 0.072571}
    assert {years: round(found[2021 + years], 6) for years in printed} == printed


def test_counting_from_the_first_year_moves_the_step_and_nothing_before_it() -> None:
    years = range(2021, 2100)
    base = discount_factors(assignment(comparison_year=2020, first_year=2025), years)
    moved = discount_factors(
        assignment(comparison_year=2020, first_year=2025, discounting={"origin": "first_year"}), years
    )
    assert [year for year in years if moved[year] != base[year]] == list(range(2061, 2100))


def test_every_year_before_the_comparison_year_is_compounded() -> None:
    found = discount_factors(at_one_rate(0.04), range(2016, 2024))
    assert found == pytest.approx({year: 1.04 ** (2020 - year) for year in range(2016, 2024)}, rel=1e-12)


def test_a_study_is_worked_out_by_the_rules_on_its_date() -> None:
    assert rule_set(date(2021, 6, 24)).name == "R-109/14"
    assert rule_set(date(2021, 6, 25)).name == "R-109/21"
    assert rule_set(date(2010, 1, 1)).name == "R-109/14"
    assert [one.since for one in RULE_SETS] == sorted(one.since for one in RULE_SETS)
    assert all(one.unverified and one.tax_cost == 0.2 for one in RULE_SETS)
    assert discounting(assignment()) == rule_set(date(2020, 12, 31)).discounting
    assert tax_cost(assignment()) == Constant(0.2)


def test_what_the_study_writes_wins_over_the_rules() -> None:
    own = assignment(discounting={"rates": [0.05], "years": []}, tax_cost=0.1)
    assert discounting(own).rates == (0.05,)
    assert tax_cost(own) == Constant(0.1)
    assert discount_factors(own)[2023] == pytest.approx(1.05**-2, rel=1e-12)


def test_equal_yearly_amounts_are_the_payments_of_an_annuity() -> None:
    factor, payment = EXAMPLES["annuity-factor"], EXAMPLES["annuity-payment"]
    thirty = discount_factors(at_one_rate(factor["inputs"]["rate"]), range(2021, 2051))
    assert annuity(thirty) == pytest.approx(factor["expected"]["factor"], abs=factor["tolerance"])
    given = payment["inputs"]
    short = at_one_rate(given["rate_per_period"])
    periods = discount_factors(short, range(2021, 2021 + given["periods"]))
    assert -given["present_value"] / annuity(periods) == pytest.approx(
        payment["expected"]["payment"], abs=payment["tolerance"]
    )
