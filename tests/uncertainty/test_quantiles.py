"""Quantile functions, against the percentiles they were told and against SciPy's distributions."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from samvirke.quantities.distributions import Beta, Exact, Metalog, Triangular, Uniform, is_feasible
from samvirke.uncertainty.quantiles import quantile

POINTS = np.linspace(0.0005, 0.9995, 1999)
TOLD = np.array([0.1, 0.5, 0.9])


@pytest.mark.parametrize(
    "metalog",
    [
        Metalog(3, 3.5, 5, 0),
        Metalog(0.2, 0.5, 0.7, 0, 1),
        Metalog(-4, 1, 5),
        Metalog(2, 5, 7, None, 9),
        Metalog(1e-3, 2e-3, 9e-3, 0),
    ],
)
def test_the_three_percentiles_come_back_at_their_probabilities(metalog: Metalog) -> None:
    back = quantile(metalog, TOLD)
    assert back == pytest.approx([metalog.p10, metalog.p50, metalog.p90], rel=1e-12)


@given(
    st.floats(0.01, 1e9),
    st.floats(1.01, 50),
    st.floats(1.01, 50),
    st.sampled_from((None, 0.0)),
    st.booleans(),
)
def test_a_metalog_that_can_be_is_rising_and_inside_its_bounds(
    p10: float, up: float, further: float, low: float | None, bounded: bool
) -> None:
    high = p10 * up * further * 2 if bounded else None
    metalog = Metalog(p10, p10 * up, p10 * up * further, low, high)
    assume(is_feasible(metalog))
    values = quantile(metalog, POINTS)
    assert np.all(np.diff(values) >= 0)
    assert low is None or np.all(values >= low)
    assert high is None or np.all(values <= high)
    told = [metalog.p10, metalog.p50, metalog.p90]
    assert quantile(metalog, TOLD) == pytest.approx(told, rel=1e-9)


def test_an_even_metalog_is_the_logistic_distribution() -> None:
    """With p50 halfway, Keelin's third term vanishes and what is left is logistic: a closed form."""
    scale = 2 / math.log(9)
    values = quantile(Metalog(3, 5, 7), POINTS)
    assert values == pytest.approx(stats.logistic.ppf(POINTS, loc=5, scale=scale), rel=1e-10)


def test_an_even_metalog_of_logarithms_is_the_log_logistic_distribution() -> None:
    values = quantile(Metalog(1, 3, 9, 0), POINTS)
    assert values == pytest.approx(stats.fisk.ppf(POINTS, c=2, scale=3), rel=1e-10)


@pytest.mark.parametrize(("low", "mode", "high"), [(2, 3, 5), (0, 0, 4), (-1, 6, 6), (1e6, 3e6, 3.5e6)])
def test_triangular_is_scipys(low: float, mode: float, high: float) -> None:
    peak = (mode - low) / (high - low)
    expected = stats.triang.ppf(POINTS, peak, loc=low, scale=high - low)
    assert quantile(Triangular(low, mode, high), POINTS) == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_uniform_is_scipys() -> None:
    expected = stats.uniform.ppf(POINTS, loc=-3, scale=10)
    assert quantile(Uniform(-3, 7), POINTS) == pytest.approx(expected, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize(("a", "b"), [(2, 3), (0.5, 0.5), (8, 2), (40, 1)])
def test_beta_is_scipys(a: float, b: float) -> None:
    expected = stats.beta.ppf(POINTS, a, b, loc=50, scale=100)
    assert quantile(Beta(a, b, 50, 150), POINTS) == pytest.approx(expected, rel=1e-9)


def test_an_exact_value_is_that_value() -> None:
    assert np.all(quantile(Exact(3.0), POINTS) == 3.0)
