"""Quantile functions: where in its distribution a quantity lies, for a whole column of probabilities."""

from __future__ import annotations

import numpy as np

from samvirke.consequences.valuation import Array
from samvirke.quantities.distributions import Beta, Distribution, Exact, Metalog, Triangular, Uniform, terms


def quantile(distribution: Distribution, probability: Array) -> Array:
    """The quantile at each probability, shape as `probability`, in the distribution's own unit.

    Triangular: Johnson, “The triangular distribution as a proxy for the beta”, The Statistician 46(3), 1997.
    Metalog: Keelin, Decision Analysis 13(4), 2016. Formulas have no quantile of their own: TypeError.
    """
    match distribution:
        case Exact(value):
            return np.full(probability.shape, value)
        case Uniform(low, high):
            return low + (high - low) * probability
        case Triangular(low, mode, high):
            return _triangular(low, mode, high, probability)
        case Beta(a, b, low, high):
            from scipy.special import betaincinv

            return np.asarray(low + (high - low) * betaincinv(a, b, probability))
        case Metalog():
            return _metalog(distribution, probability)
        case _:
            raise TypeError(type(distribution))


def _triangular(low: float, mode: float, high: float, probability: Array) -> Array:
    left = (mode - low) / (high - low)
    rising = low + np.sqrt(probability * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - probability) * (high - low) * (high - mode))
    return np.where(probability < left, rising, falling)


def _metalog(metalog: Metalog, probability: Array) -> Array:
    a1, a2, a3 = terms(metalog)
    log_odds = np.log(probability) - np.log1p(-probability)
    scale = a1 + a2 * log_odds + a3 * (probability - 0.5) * log_odds
    low, high = metalog.low, metalog.high
    if low is not None and high is not None:
        return np.asarray(low + (high - low) / (1 + np.exp(-scale)))
    if low is not None:
        return np.asarray(low + np.exp(scale))
    return scale if high is None else np.asarray(high - np.exp(-scale))
