"""Price indices: money of one year told in the prices of another.

The consumer price index is Statistics Norway's annual average with 2015 = 100. It is used for every money
amount unless a study names another index; a study can override any year's figure in its own data.
Source: Statistics Norway, consumer price index (ssb.no/kpi), as cited by Kystverket's FRAM 3.5 workbook.
The figure for 2020 was published in January 2021, after the built-in study's date, and is used knowingly.
"""

from __future__ import annotations

from collections.abc import Mapping

INDICES: dict[str, dict[int, float]] = {
    "kpi": {
        2010: 92.1, 2011: 93.3, 2012: 93.9, 2013: 95.9, 2014: 97.9, 2015: 100.0, 2016: 103.6,
        2017: 105.5, 2018: 108.4, 2019: 110.8, 2020: 112.2, 2021: 116.1, 2022: 122.8,
    },
}  # fmt: skip


def factor_of(series: Mapping[int, float], from_year: int, to_year: int) -> float:
    """What one krone of `from_year` is in the prices of `to_year`, by an index of prices.

    Raises KeyError when the index lacks a year. The same year needs no index.
    Formula: amount × index[to] / index[from] (Kystverket, FRAM 3.5, sheet “BNP per innbygger”).

    >>> round(1_000_000 * factor_of(INDICES["kpi"], 2021, 2022), 2)
    1057708.87
    """
    return 1.0 if from_year == to_year else series[to_year] / series[from_year]
