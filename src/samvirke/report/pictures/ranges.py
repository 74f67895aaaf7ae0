"""Picture: how far each alternative lies from the zero alternative, with its range, on three amounts."""

from __future__ import annotations

from typing import Any

from samvirke.language import Language, Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import DARK, MIDDLE, QUIET, WIDTH, Specification, chart, rows
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import both, told
from samvirke.uncertainty.results import Results

NAME = "ranges"
CAPTION = Text(
    "Forskjell fra nullalternativet, med spenn", "Difference from the zero alternative, with ranges"
)
MEASURES = (
    ("one_off.total", Text("Engangskostnader, mill. kr", "One-off costs, NOK million")),
    (
        "ceiling.worst_year",
        Text("Over dagens nivå i det dyreste året, mill. kr", "Above today in the dearest year, NOK million"),
    ),
    (
        "break_even",
        Text(
            "Må være verdt i året, fordelt likt på alle årene, mill. kr",
            "Must be worth a year, spread evenly over all the years, NOK million",
        ),
    ),
)


def ranges(results: Results) -> Picture | None:
    """Points for expected values, bars from the 10th to the 90th percentile; nothing without alternatives."""
    if not results.compared:
        return None
    return Picture(NAME, CAPTION, _alt(results), chart(lambda language: _drawn(results, language)))


def _alt(results: Results) -> Text:
    said = []
    for name in results.compared:
        figure = results.figure(name, "break_even", against_zero=True)
        if figure is not None:
            called, amount = alternative_name(results.study, name), told(figure)
            said.append(Text(f"{called.nb}: {amount.nb}", f"{called['en']}: {amount['en']}"))
    each = both(lambda language: "; ".join(one[language] for one in said))
    return Text(
        f"Tre felt med en linje for hvert alternativ. Hva virkningene uten pris må være verdt i året, "
        f"fordelt likt på alle årene, i millioner kroner: {each.nb}. Alle tallene står i "
        "tabellen over alternativene.",
        "Three panels with a line for each alternative. What effects without a price must be worth a year, "
        f"spread evenly over all the years, in NOK million: {each['en']}. All the figures stand in "
        "the table of alternatives.",
    )


def _drawn(results: Results, language: Language) -> Specification:
    records: list[dict[str, Any]] = []
    order = [alternative_name(results.study, name)[language] for name in results.compared]
    for name, called in zip(results.compared, order, strict=True):
        for measure, label in MEASURES:
            figure = results.figure(name, measure, against_zero=True)
            if figure is not None:
                records.append(
                    {
                        "a": called,
                        "m": label[language],
                        "e": figure.expected,
                        "l": figure.p10,
                        "h": figure.p90,
                    }
                )
    y = {
        "field": "a",
        "type": "nominal",
        "sort": order,
        "title": None,
        "axis": {"grid": True, "ticks": False},
    }
    layers = [
        {"mark": {"type": "rule", "color": QUIET}, "encoding": {"x": {"datum": 0, "type": "quantitative"}}},
        {
            "mark": {"type": "bar", "color": MIDDLE, "height": 7},
            "encoding": {
                "y": y,
                "x": {"field": "l", "type": "quantitative", "title": None},
                "x2": {"field": "h"},
            },
        },
        {
            "mark": {
                "type": "point",
                "filled": True,
                "size": 70,
                "color": DARK,
                "shape": "diamond",
                "opacity": 1,
            },
            "encoding": {"y": y, "x": {"field": "e", "type": "quantitative"}},
        },
    ]
    panels = [
        {
            "title": {"text": label[language], "fontSize": 12, "fontWeight": "normal", "anchor": "start"},
            "width": WIDTH - 160,
            "height": 22 * len(order),
            "transform": [{"filter": {"field": "m", "equal": label[language]}}],
            "layer": layers,
        }
        for _, label in MEASURES
    ]
    return {"data": rows(records), "vconcat": panels}
