"""Pictures: how far each assumption alone moves a measure, widest first within each alternative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from samvirke.language import Language, Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import DARK, LIGHT, QUIET, WIDTH, Specification, chart, rows
from samvirke.report.pictures.matrix import AXIS, BREAK, LINE, broken
from samvirke.report.words.naming import alternative_name, figure_label
from samvirke.report.words.wording import both, capital, millions
from samvirke.uncertainty.beliefs.swings import Swing
from samvirke.uncertainty.results import Results

MOST = 3  # for each alternative and measure, in the table too; results.json has all
LOW, HIGH = (
    Text("når forutsetningen er lav", "when the assumption is low"),
    Text("når den er høy", "when it is high"),
)
LABEL, APART = 90, "|"
MILLION = Text("Millioner kroner", "NOK million")


def tornados(results: Results) -> tuple[Picture, ...]:
    """One for each measure that some assumption moves; nothing when there is nothing to choose between."""
    found = results.beliefs
    by_measure = sorted(found.swings, key=lambda one: one.measure) if found is not None else []
    groups = groupby(by_measure, key=lambda one: one.measure)
    return tuple(tornado(results, measure, tuple(strongest(group))) for measure, group in groups)


def strongest(group: Iterator[Swing]) -> Iterator[Swing]:
    """The widest swings of each alternative, in order."""
    for _, own in groupby(group, key=lambda one: one.alternative):
        yield from list(own)[:MOST]


def tornado(results: Results, measure: str, swings: tuple[Swing, ...]) -> Picture:
    """One measure: bars from where an assumption at its low end takes it, to where its high end does."""
    label = figure_label(results.study, measure)
    caption = Text(
        f"Hva hver forutsetning alene betyr: {label.nb.lower()}, millioner kroner",
        f"What each assumption alone means: {label['en'].lower()}, NOK million",
    )
    told = [
        _told(results, one) for _, own in groupby(swings, lambda one: one.alternative) for one in [next(own)]
    ]
    widest = both(lambda g: "; ".join(one[g] for one in told))
    alt = Text(
        f"Et tornadodiagram med {len(swings)} stolper, fra verdien når en forutsetning er lav, til verdien "
        f"når den er høy. Den bredeste for hvert alternativ, i millioner kroner: {widest.nb}. Alle tallene "
        "står i tabellen.",
        f"A tornado diagram of {len(swings)} bars, from the value when an assumption is low to the value "
        f"when it is high. The widest for each alternative, in NOK million: {widest['en']}. All the figures "
        "stand in the table.",
    )
    drawing = chart(lambda language: _drawn(results, swings, language))
    return Picture(f"tornado-{measure.replace('.', '-').replace('_', '-')}", caption, alt, drawing)


def _told(results: Results, one: Swing) -> Text:
    called, text = (
        alternative_name(results.study, one.alternative),
        results.study.assumptions[one.assumption].text,
    )
    return both(lambda g: f"{called[g]}: {text[g]}, {_amount(one.low, g)} – {_amount(one.high, g)}")


def _amount(value: float, language: Language) -> str:
    return millions(value / 1e6, language, decimals=2)


def _drawn(results: Results, swings: Sequence[Swing], language: Language) -> Specification:
    records: list[dict[str, Any]] = []
    order: list[str] = []
    texts = [capital(results.study.assumptions[one.assumption].text)[language] for one in swings]
    labels = broken(texts, LABEL)
    for name, own in groupby(zip(swings, labels, strict=True), lambda pair: pair[0].alternative):
        order.append(f"{name}{APART}{alternative_name(results.study, name)[language]}")
        for swing, label in own:
            key = f"{name} {swing.assumption}{APART}{label}"
            order.append(key)
            records += [
                _end(key, swing, swing.low, LOW[language]),
                _end(key, swing, swing.high, HIGH[language]),
            ]
    lines = max(label.count(BREAK) + 1 for label in labels)
    scale = {"domain": [LOW[language], HIGH[language]], "range": [LIGHT, DARK]}
    down = {**AXIS, **HEADS, "labelExpr": LAST, "labelOffset": -LINE * (lines - 1) / 2, "grid": False}
    return {
        "data": rows(records),
        "width": WIDTH / 2,
        "height": (LINE * lines + 5) * len(order),
        "mark": {"type": "bar", "height": 11, "stroke": QUIET, "strokeWidth": 0.6},
        "encoding": {
            "y": {"field": "n", "type": "nominal", "scale": {"domain": order}, "title": None, "axis": down},
            "x": {"field": "m", "type": "quantitative", "title": MILLION[language], "scale": {"zero": False}},
            "x2": {"field": "v"},
            "color": {"field": "s", "type": "nominal", "title": None, "scale": scale},
        },
    }


def _end(key: str, swing: Swing, value: float, side: str) -> dict[str, Any]:
    return {"n": key, "m": swing.median / 1e6, "v": value / 1e6, "s": side}


# A label is what stands after the key; the key of an alternative, which has no bar, has no space.
LAST = f"split(split(datum.label, '{APART}')[1], '{BREAK}')"
HEADS = {
    "labelFontWeight": {
        "condition": {"test": f"indexof(split(datum.label, '{APART}')[0], ' ') < 0", "value": "bold"},
        "value": "normal",
    },
    "labelLineHeight": LINE,
}
