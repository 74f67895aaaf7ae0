"""What all charts have in common: font, colours that the colour-blind tell apart, and both languages."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from samvirke.language import Language
from samvirke.report.document import Chart

FONT = "'Source Sans 3', sans-serif"  # a name that ends in a figure must stand in quotation marks
INK, QUIET, RULE = "#17202a", "#4a5560", "#c4ccd3"
# Of Okabe and Ito's palette, which the colour-blind tell apart; from dark to light, for paper in grey.
DARK, MIDDLE, LIGHT, WARM = "#0b3c5d", "#3a78a8", "#a9cbe3", "#d55e00"
WIDTH = 620
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
CONFIG: Mapping[str, Any] = {
    "font": FONT,
    "background": "white",
    "aria": False,  # a picture has its alternative text; what marks would say takes time to write
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12,
        "titleFontWeight": "normal", "gridColor": RULE, "domainColor": QUIET, "tickColor": QUIET,
        "labelLimit": 0, "labelPadding": 8,
    },
    "legend": {
        "labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12, "labelLimit": 0,
        "orient": "top", "titleFontWeight": "normal",
    },
    "text": {"fontSize": 12, "color": INK},
    "header": {"labelFontSize": 12, "titleFontSize": 12, "labelColor": INK},
}  # fmt: skip

Specification = Mapping[str, Any]


def chart(tell: Callable[[Language], Specification]) -> Chart:
    """A chart from what it is in each language."""
    return Chart(_written(tell("nb")), _written(tell("en")))


def _written(specification: Specification) -> str:
    whole = {"$schema": SCHEMA, "config": CONFIG, **specification}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def rows(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Records as the data of a chart."""
    return {"values": records}
