"""Scrambled Sobol points: where in its distribution each quantity lies in each draw.

They hang on nothing but their number and a seed, and can be made aside: SciPy takes half a second to import.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.aside.work import aside

# Columns come in blocks, each scrambled by itself, so that one more assumption leaves the others alone.
BLOCK = 64
EDGE = 2.0**-33  # a scrambled point can be 0; the tails of a distribution are not to be infinite
FEW = 1 << 22  # numbers, 32 MB: more are not sent from one process to another


@aside
def points(columns: int, draws: int, seed: int) -> NDArray[np.float64]:
    """Points in the open unit cube, shape (draws, columns)."""
    from scipy.stats import qmc

    power = max(0, (draws - 1).bit_length())
    blocks: list[NDArray[np.float64]] = []
    for last in range(BLOCK, columns + BLOCK, BLOCK):
        # The block's own dimensions of the sequence; the ones before it are another block's.
        sampler = qmc.Sobol(d=last, scramble=True, rng=np.random.default_rng((seed, last)))
        blocks.append(sampler.random_base2(power)[:draws, last - BLOCK :])
    found = np.hstack(blocks)[:, :columns] if blocks else np.empty((draws, 0))
    return np.clip(found, EDGE, 1 - EDGE)
