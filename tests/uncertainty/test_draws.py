"""Joint draws: what one draw has to do with another, and what nothing may move."""

import numpy as np
import pytest
from scipy import stats
from tests.making import Records, assumed, quantity, small
from tests.worked import EXAMPLES

from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample

DRAWS = 8192
THREE: dict[str, Records] = {
    "posts": quantity("FTE", p10=3, p50=3.5, p90=5, min=0),
    "pay": quantity("MNOK/FTE", triangular={"low": 0.8, "mode": 1, "high": 1.6}),
    "part": quantity("share", beta={"a": 2, "b": 3}),
}


def rank(one: str, other: str, rho: float) -> Records:
    return {"between": [one, other], "rank": rho, "reason": "Derfor"}


def study_of(*correlations: Records, **assumptions: Records) -> Study:
    return small(assumptions=assumed(*correlations, **assumptions))


def test_means_of_the_draws_are_those_of_the_distributions() -> None:
    """Scrambled Sobol points: a thousand times closer than chance would be; 1e-4 of the mean is asked."""
    columns = sample(study_of(**THREE), DRAWS, 1).columns
    assert columns["pay"].mean() == pytest.approx((0.8 + 1 + 1.6) / 3 * 1e6, rel=1e-4)
    assert columns["part"].mean() == pytest.approx(0.4, rel=1e-4)


@pytest.mark.parametrize("seed", range(3))
def test_means_come_nearer_as_draws_are_added(seed: int) -> None:
    study = study_of(**THREE)
    errors = [abs(sample(study, draws, seed).columns["part"].mean() - 0.4) for draws in (64, 8192)]
    assert errors[1] < errors[0] / 10


def test_percentiles_of_the_draws_are_those_that_were_told() -> None:
    posts = sample(study_of(**THREE), DRAWS, 1).columns["posts"]
    assert np.quantile(posts, [0.1, 0.5, 0.9]) == pytest.approx([3, 3.5, 5], rel=2e-3)


def test_assumptions_nobody_has_tied_together_are_independent() -> None:
    columns = sample(study_of(**THREE), DRAWS, 1).columns
    for one, other in (("posts", "pay"), ("posts", "part"), ("pay", "part")):
        assert stats.spearmanr(columns[one], columns[other]).statistic == pytest.approx(0, abs=0.02)


@pytest.mark.parametrize(("rho", "sigma"), [(0.7, -0.4), (-0.9, 0.2), (0.3, 0.3)])
def test_declared_rank_correlations_are_met(rho: float, sigma: float) -> None:
    study = study_of(rank("posts", "part", rho), rank("pay", "part", sigma), **THREE)
    columns = sample(study, DRAWS, 1).columns
    found = {
        pair: stats.spearmanr(columns[pair[0]], columns[pair[1]]).statistic
        for pair in (("posts", "part"), ("pay", "part"), ("posts", "pay"))
    }
    assert found["posts", "part"] == pytest.approx(rho, abs=0.02)
    assert found["pay", "part"] == pytest.approx(sigma, abs=0.02)
    assert found["posts", "pay"] == pytest.approx(0, abs=0.02)


def test_a_correlation_leaves_each_distribution_as_it_was() -> None:
    tied = sample(study_of(rank("posts", "part", 0.8), **THREE), DRAWS, 1).columns
    assert tied["part"].mean() == pytest.approx(0.4, rel=2e-3)
    assert np.quantile(tied["posts"], [0.1, 0.5, 0.9]) == pytest.approx([3, 3.5, 5], rel=5e-3)


@pytest.mark.parametrize("before", [3, 63, 64, 65, 128])
def test_one_more_assumption_at_the_end_leaves_the_others_bit_for_bit(before: int) -> None:
    many = {f"a{n}": quantity("share", uniform={"low": 0, "high": 1}) for n in range(before)}
    fewer = sample(study_of(**many), 256, 1).columns
    more = sample(study_of(**many, last=quantity("share", uniform={"low": 0, "high": 1})), 256, 1).columns
    assert all(np.array_equal(fewer[name], more[name]) for name in many)


def test_columns_of_different_blocks_have_nothing_to_do_with_each_other() -> None:
    many = {f"a{n}": quantity("share", uniform={"low": 0, "high": 1}) for n in range(130)}
    columns = sample(study_of(**many), DRAWS, 1).columns
    matrix = np.corrcoef(np.array([columns[f"a{n}"] for n in (0, 1, 63, 64, 65, 127, 128, 129)]))
    assert np.abs(matrix - np.eye(8)).max() < 0.03


def test_every_column_fills_its_range_evenly() -> None:
    """Each 64th of the range has its 64th of the points: what Sobol points promise and chance does not."""
    many = {f"a{n}": quantity("share", uniform={"low": 0, "high": 1}) for n in range(70)}
    columns = sample(study_of(**many), 4096, 5).columns
    for column in columns.values():
        counts = np.histogram(column, bins=64, range=(0, 1))[0]
        assert np.all(counts == 64)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    study = study_of(rank("posts", "part", 0.5), **THREE)
    one, again, other = (sample(study, 512, seed).columns for seed in (7, 7, 8))
    assert all(one[name].tobytes() == again[name].tobytes() for name in one)
    assert all(one[name].tobytes() != other[name].tobytes() for name in one)


def test_fewer_draws_are_the_first_of_more() -> None:
    study = study_of(**THREE)
    few, many = sample(study, 100, 1).columns, sample(study, 1024, 1).columns
    assert all(np.array_equal(few[name], many[name][:100]) for name in few)


def test_a_formula_is_worked_out_draw_by_draw_in_base_units() -> None:
    study = study_of(
        **THREE,
        bill=quantity("MNOK", formula="posts * pay * (1 + part) - 2 * ten-thousand"),
        ten_thousand=quantity("NOK", value=10_000),
    )
    columns = sample(study, 512, 1).columns
    expected = columns["posts"] * columns["pay"] * (1 + columns["part"]) - 20_000
    assert columns["bill"] == pytest.approx(expected, rel=1e-12)


def test_units_become_base_units() -> None:
    study = study_of(
        money=quantity("MNOK/yr", value=2),
        time=quantity("months", value=18),
        share=quantity("share", value=0.5),
    )
    columns = sample(study, 1, 1).columns
    assert [columns[name][0] for name in ("money", "time", "share")] == [2e6, pytest.approx(1.5), 0.5]


def test_money_of_another_year_is_told_in_the_studys_prices() -> None:
    """Kystverket's FRAM: a million 2021-kroner in 2022-kroner, by the consumer price index."""
    example = EXAMPLES["price-conversion"]
    given = example["inputs"]
    amount = {**quantity("NOK", value=given["amount"]), "price_year": given["from"]}
    study = small(
        study={"price_year": given["to"], "index": "told", "indices": {"told": given["index"]}},
        assumptions=assumed(amount=amount),
    )
    (converted,) = sample(study, 1, 1).columns["amount"]
    assert converted == pytest.approx(example["expected"]["amount"], abs=example["tolerance"])


def test_the_value_of_a_statistical_life_follows_any_series_that_a_study_brings() -> None:
    """It follows gross domestic product per head in current kroner, and can fall."""
    example = EXAMPLES["value-of-a-statistical-life"]
    given, published = example["inputs"], example["expected"]["vsl_mnok"]
    value = {**quantity("MNOK", value=given["vsl_2012_mnok"]), "price_year": 2012}
    found = {}
    for year in published:
        told = {"price_year": year, "index": "product", "indices": {"product": given["gdp_per_capita"]}}
        (kroner,) = sample(small(study=told, assumptions=assumed(life=value)), 1, 1).columns["life"]
        found[year] = kroner / 1e6
    assert found == pytest.approx(published, abs=example["tolerance"])
    assert found[2015] < found[2014]


def test_the_built_in_price_index_agrees_with_the_example() -> None:
    given = EXAMPLES["price-conversion"]["inputs"]
    amount = {**quantity("NOK", value=given["amount"]), "price_year": given["from"]}
    study = small(study={"price_year": given["to"]}, assumptions=assumed(amount=amount))
    (converted,) = sample(study, 1, 1).columns["amount"]
    assert converted == pytest.approx(EXAMPLES["price-conversion"]["expected"]["amount"], abs=0.01)


def test_money_of_the_same_year_is_not_touched_and_what_is_not_money_never_is() -> None:
    columns = sample(study_of(fee=quantity("NOK", value=7), people=quantity("FTE", value=3)), 1, 1).columns
    assert (columns["fee"][0], columns["people"][0]) == (7, 3)


def test_a_study_without_assumptions_has_no_columns() -> None:
    assert sample(small(), 16, 1).columns == {}
