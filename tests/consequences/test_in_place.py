"""What effects without a price must be worth once all is in place, worked by hand.

A new post costs a million a year; a fifth is added for the tax. The small study has the years 2021 to 2025.
"""

import pytest
from tests.making import Records, outcomes, small

FREE: Records = {"new_post": {"nok_per_fte": 0, "dip": 0, "months": 0}}
POST: Records = {
    "verb": "staff", "unit": "advice", "new_row": "post", "fte": 1, "cost_per_fte": 1, "tasks": "guidance",
    "line": "children-01",
}  # fmt: skip
FACTORS = [1 / 1.04**place for place in range(5)]


def test_effects_are_looked_for_in_the_years_that_follow_the_last_start() -> None:
    """Two posts from 2022 and 2024: 3 and 2 years are paid before effects are counted in the last two."""
    second = {**POST, "new_row": "post-2"}
    made = outcomes(small(transition=FREE), {**POST, "start": "2022-01"}, {**second, "start": "2024-01"})
    paid = 1.2 * (sum(FACTORS[1:]) + sum(FACTORS[3:]))
    assert made["break_even.in_place"] == pytest.approx(paid / sum(FACTORS[3:]))
    assert made["break_even"] == pytest.approx(paid / sum(FACTORS))


def test_what_costs_the_same_every_year_it_is_in_place_must_be_worth_that() -> None:
    made = outcomes(small(transition=FREE), {**POST, "start": "2023-01"})
    assert made["break_even.in_place"] == pytest.approx(1.2)


def test_a_pilot_is_in_place_until_it_ends() -> None:
    made = outcomes(small(transition=FREE), {**POST, "start": "2022-01", "until": "2024-01"})
    assert made["break_even.in_place"] == pytest.approx(1.2)


def test_a_plan_without_changes_has_nothing_to_be_worth() -> None:
    assert "break_even.in_place" not in outcomes(small()).all
