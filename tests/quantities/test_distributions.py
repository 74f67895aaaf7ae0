"""Three percentiles make a metalog that passes through them, or are refused."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samvirke.quantities.distributions import (
    LOG_ODDS_90,
    SKEW_LIMIT,
    Metalog,
    is_feasible,
    on_metalog_scale,
    skew,
    terms,
)

FRACTIONS = st.floats(0.01, 0.99)


@st.composite
def metalogs(draw: st.DrawFn) -> Metalog:
    """Percentiles that rise strictly, with a lower bound, an upper bound, both or none."""
    low, width = draw(st.floats(-1e3, 1e3)), draw(st.floats(0.1, 1e3))
    cuts = sorted(draw(st.lists(FRACTIONS, min_size=3, max_size=3, unique=True)))
    assume(min(b - a for a, b in pairwise(cuts)) > 1e-3)
    p10, p50, p90 = (low + cut * width for cut in cuts)
    return Metalog(
        p10, p50, p90, draw(st.sampled_from([None, low])), draw(st.sampled_from([None, low + width]))
    )


def scale_at(metalog: Metalog, probability: float) -> float:
    """The quantile on the metalog's own scale, straight from Keelin (2016), equation 6 with three terms."""
    a1, a2, a3 = terms(metalog)
    log_odds = math.log(probability / (1 - probability))
    return a1 + a2 * log_odds + a3 * (probability - 0.5) * log_odds


@given(metalogs())
def test_the_terms_reproduce_the_percentiles(metalog: Metalog) -> None:
    for probability, percentile in ((0.1, metalog.p10), (0.5, metalog.p50), (0.9, metalog.p90)):
        expected = on_metalog_scale(percentile, metalog.low, metalog.high)
        assert scale_at(metalog, probability) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(metalogs())
def test_a_feasible_metalog_rises_all_the_way(metalog: Metalog) -> None:
    assume(SKEW_LIMIT + 1e-3 < skew(metalog) < 1 - SKEW_LIMIT - 1e-3)
    assert is_feasible(metalog)
    points = [scale_at(metalog, n / 2000) for n in range(1, 2000)]
    assert all(b > a for a, b in pairwise(points))


@given(metalogs())
def test_an_infeasible_metalog_falls_somewhere(metalog: Metalog) -> None:
    assume(not SKEW_LIMIT - 1e-2 < skew(metalog) < 1 - SKEW_LIMIT + 1e-2)
    assert not is_feasible(metalog)
    # It may fall far out in a tail, so the probabilities come close to 0 and 1.
    tail = [10 ** (-n / 10) for n in range(120, 3, -1)]
    probabilities = [*tail, 0.5, *(1 - p for p in reversed(tail))]
    points = [scale_at(metalog, p) for p in probabilities]
    assert any(b <= a for a, b in pairwise(points))


def test_a_symmetric_metalog_is_a_logistic_distribution() -> None:
    a1, a2, a3 = terms(Metalog(-LOG_ODDS_90, 0.0, LOG_ODDS_90))
    assert a1 == 0.0
    assert a2 == pytest.approx(1.0)
    assert a3 == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize(
    "metalog",
    [
        Metalog(5e-324, 1.0, 2.0, 0.0, 1e15),
        Metalog(1e15 - 0.375, 1e15 - 0.25, 1e15 - 0.125, 0.0),
        Metalog(-1e15, 0.0, 1e15, -1e15 - 0.125),
        Metalog(1e-300, 1e-299, 1e-298, 0.0),
    ],
)
def test_extreme_percentiles_are_judged_without_failing(metalog: Metalog) -> None:
    assert is_feasible(metalog) in (True, False)
