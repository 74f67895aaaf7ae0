"""What one must believe: turning points, swings and doubled ranges, against what can be worked out by hand.

Alternatives add one or two work-years from January 2021, so that a year costs society 1.2 times what they are
paid: the pay, and a fifth of it for the tax. Work-years are paid a price with a range, or a plain one.
"""

from typing import Any

import numpy as np
import pytest
from tests.making import MILLION, Records, alternative, assumed, quantity, small

from samvirke.quantities.units import UNITS
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.beliefs import Beliefs
from samvirke.uncertainty.beliefs.tipping import Weighed
from samvirke.uncertainty.draws import sample
from samvirke.uncertainty.results import Results, run

FREE = {"new_post": {"nok_per_fte": 0, "dip": 0, "months": 0}}
EVEN = {"uniform": {"low": 0.8, "high": 1.6}}  # median 1.2
TAXED = 1.2 * MILLION


def posts(row: str, *prices: object) -> list[Records]:
    """Work-years at the advice office, each at its own price."""
    return [
        {
            "verb": "staff", "start": "2021-01", "unit": "advice", "new_row": f"{row}-{number}", "fte": 1,
            "cost_per_fte": price, "tasks": "guidance", "line": "children-01",
        }
        for number, price in enumerate(prices)
    ]  # fmt: skip


def believed(alternatives: dict[str, list[Records]], **prices: Records) -> Results:
    """A run of the small study with these alternatives; each price is in million kroner per work-year."""
    money = {key: quantity("MNOK/FTE", **price) for key, price in prices.items()}
    study = small(assumptions=assumed(**money), transition=FREE)
    made = {key: alternative(*changes, key=key) for key, changes in alternatives.items()}
    return run(study.with_(alternatives=made), draws=4096)


def found(results: Results) -> Beliefs:
    assert results.beliefs is not None
    return results.beliefs


def about(results: Results, kind: str, name: str, rival: str | None = None) -> Weighed:
    wanted = (kind, name, rival)
    (one,) = (
        one
        for one in found(results).weighed
        if (one.condition.kind, one.condition.alternative, one.condition.rival) == wanted
    )
    return one


def test_an_order_turns_where_the_price_is_that_of_the_rival() -> None:
    """One post at an even price from 0.8 to 1.6 against one at 1.0: a quarter of the prices lie below."""
    results = believed({"dear": posts("a", "price"), "plain": posts("b", 1.0)}, price=EVEN)
    one = about(results, "cheaper", "plain", "dear")
    (turn,) = one.turns
    assert turn.assumption == "price"
    assert (turn.value, turn.median) == pytest.approx((1.0, 1.2))
    assert one.share == pytest.approx(0.75, abs=1e-3)
    assert one.margin == pytest.approx(0.2 * TAXED)
    assert turn.beyond == pytest.approx(0.25)
    assert one.pairs == ()


def test_what_pays_runs_short_where_the_price_is_higher_than_what_is_given() -> None:
    """The grants give 1.3 a year; the post costs 1.2 at the median, and too much in three of eight draws."""
    given = {
        "verb": "transfer", "start": "2021-01", "from": {"row": "other-grants"}, "to": "recurring",
        "amount": 1.3,
    }  # fmt: skip
    results = believed({"post": [*posts("a", "price"), given]}, price=EVEN)
    one = about(results, "within", "post")
    assert one.holds
    assert one.share == pytest.approx(5 / 8, abs=1e-3)
    assert [(turn.assumption, round(turn.value, 3)) for turn in one.turns] == [("price", 1.3)]
    assert one.turns[0].beyond == pytest.approx(3 / 8, abs=1e-3)


def test_two_together_turn_what_neither_turns_alone() -> None:
    """Two posts at 1.2 each against a rival at 3.1: alone a price must reach 1.9, together 1.55 each."""
    results = believed({"two": posts("a", "one", "other"), "rival": posts("b", 3.1)}, one=EVEN, other=EVEN)
    one = about(results, "cheaper", "two", "rival")
    assert one.turns == ()
    (pair,) = one.pairs
    assert {turn.assumption for turn in pair} == {"one", "other"}
    for turn in pair:
        assert turn.value == pytest.approx(1.55)
        assert turn.beyond == pytest.approx(0.0625)


def test_what_no_draw_turns_has_no_turning_point() -> None:
    results = believed({"dear": posts("a", "price"), "dearer": posts("b", 5)}, price=EVEN)
    one = about(results, "cheaper", "dear", "dearer")
    assert (one.share, one.turns, one.pairs) == (1.0, (), ())


def test_alternatives_that_cost_the_same_are_tied_and_nothing_turns_them() -> None:
    results = believed({"first": posts("a", "price"), "second": posts("b", "price")}, price=EVEN)
    one = about(results, "cheaper", "first", "second")
    assert one.tied
    assert (one.turns, one.pairs) == ((), ())


def test_a_turning_point_is_told_of_what_has_a_range_and_not_of_a_formula_of_it() -> None:
    results = believed(
        {"dear": posts("a", "cost"), "plain": posts("b", 1.5)}, price=EVEN, cost={"formula": "price * 1.5"}
    )
    one = about(results, "cheaper", "plain", "dear")
    assert [(turn.assumption, round(turn.value, 6)) for turn in one.turns] == [("price", 1.0)]


def test_a_turning_point_is_told_in_the_price_year_the_assumption_is_written_in() -> None:
    study_prices = {**quantity("MNOK/FTE", **EVEN), "price_year": 2015}
    study = small(assumptions=assumed(price=study_prices), transition=FREE)
    rival = 1.0 * 112.2 / 100.0  # consumer prices 2020 against 2015, method 04
    made = {
        "dear": alternative(*posts("a", "price"), key="dear"),
        "plain": alternative(*posts("b", rival), key="plain"),
    }
    results = run(study.with_(alternatives=made), draws=256)
    assert about(results, "cheaper", "plain", "dear").turns[0].value == pytest.approx(1.0)


def test_a_swing_goes_from_the_tenth_to_the_ninetieth_percentile() -> None:
    results = believed({"post": posts("a", "price")}, price=EVEN)
    one = next(one for one in found(results).swings if one.measure == "annual_value")
    assert (one.low, one.median, one.high) == pytest.approx((-0.88 * TAXED, -1.2 * TAXED, -1.52 * TAXED))
    assert one.width == pytest.approx(0.64 * TAXED)


def test_the_widest_swing_comes_first() -> None:
    narrow = {"uniform": {"low": 1.1, "high": 1.3}}
    results = believed({"post": posts("a", "narrow", "price")}, narrow=narrow, price=EVEN)
    told = [one.assumption for one in found(results).swings if one.measure == "annual_value"]
    assert told == ["price", "narrow"]


def doubled(unit: str, **spread: Any) -> tuple[np.ndarray, np.ndarray]:
    study: Study = small(assumptions=assumed(thing=quantity(unit, **spread)))
    scale = UNITS[unit].factor
    own, wide = (sample(study, 4096, 1, stretch=stretch).columns["thing"] / scale for stretch in (1, 2))
    return own, wide


def test_a_doubled_range_has_every_value_twice_as_far_from_the_median() -> None:
    own, wide = doubled("MNOK", triangular={"low": 2, "mode": 3, "high": 5})
    middle = np.median(own)
    assert wide - middle == pytest.approx(2 * (own - middle), abs=2e-3)


def test_a_doubled_range_stays_above_nothing_within_a_share_and_within_stated_bounds() -> None:
    assert doubled("FTE", uniform={"low": 0.5, "high": 3})[1].min() == 0
    share = doubled("share", beta={"a": 2, "b": 2})[1]
    assert (share.min(), share.max()) == (0, 1)
    assert doubled("MNOK", p10=1.5, p50=2, p90=3, min=1)[1].min() == 1
    assert doubled("FTE", uniform={"low": -1, "high": 1})[1].min() == pytest.approx(-2, abs=1e-2)


def test_an_order_that_hangs_on_a_skew_is_not_firm_when_ranges_are_doubled() -> None:
    """A price from 0.9, most often near it, to 2.0 has median 1.222 and mean 1.267, doubled 1.311."""
    skewed = {"triangular": {"low": 0.9, "mode": 0.9, "high": 2.0}}
    results = believed({"skewed": posts("a", "price"), "rival": posts("b", 1.29)}, price=skewed)
    both = found(results).doubled
    assert both.wide is not None
    assert both.own.order == ("skewed", "rival")
    assert both.wide.order == ("rival", "skewed")
    assert not both.same_order


def test_chances_of_costing_least_come_to_one_and_equals_share() -> None:
    results = believed(
        {"dear": posts("a", "price"), "plain": posts("b", 1.0), "same": posts("c", 1.0)}, price=EVEN
    )
    best = found(results).doubled.own.best
    assert sum(best.values()) == pytest.approx(1)
    assert best["dear"] == pytest.approx(0.25, abs=1e-3)
    assert best["plain"] == best["same"] == pytest.approx(0.375, abs=1e-3)


def test_the_chance_of_costing_least_is_a_figure_only_where_it_survives_doubled_ranges() -> None:
    firm = believed({"dear": posts("a", "price"), "plain": posts("b", 0.7)}, price=EVEN)
    told = firm.figure("plain", "best.annual_value")
    assert told is not None
    assert told.expected == 1
    # The two at 1.0 share three draws in four at first, and five in eight when the range is twice as wide.
    alike = {"dear": posts("a", "price"), "plain": posts("b", 1.0), "same": posts("c", 1.0)}
    shaky = believed(alike, price=EVEN)
    both = found(shaky).doubled
    assert both.wide is not None
    assert both.wide.best["dear"] == pytest.approx(0.375, abs=1e-3)
    assert not both.same_least
    assert shaky.figure("plain", "best.annual_value") is None


def test_a_chance_of_costing_least_is_not_told_of_one_alternative_alone() -> None:
    alone = believed({"dear": posts("a", "price")}, price=EVEN)
    assert alone.figure("dear", "best.annual_value") is None


def test_nothing_is_said_when_there_is_nothing_to_choose_between() -> None:
    assert run(small(), draws=4).beliefs is None
