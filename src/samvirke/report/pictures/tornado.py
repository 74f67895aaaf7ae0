"""Pictures: how far each assumption alone moves a measure, widest first within each alternative."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, islice

from samvirke.language import Language, Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import DARK, LIGHT, Specification, chart
from samvirke.report.pictures.key import Meaning, write_key
from samvirke.report.pictures.sheet import Sheet, set_in_lines
from samvirke.report.words.naming import alternative_name, figure_label
from samvirke.report.words.wording import both, capital, millions
from samvirke.uncertainty.beliefs.swings import Swing
from samvirke.uncertainty.results import Results

MOST = 3  # for each alternative and measure, in the table too; results.json has all
KEY = (
    Meaning(Text("når forutsetningen er lav", "when the assumption is low"), fill=LIGHT),
    Meaning(Text("når den er høy", "when it is high"), fill=DARK),
    Meaning(Text("når alle har sin median", "when all are at their medians"), Text("|", "|")),
    Meaning(
        Text(
            "Hvert alternativ har sin egen målestokk: sammenlign tallene, ikke lengdene.",
            "Each alternative has a scale of its own: compare the figures, not the lengths.",
        )
    ),
)
HEADING, AROUND, BAR = 330, 56, 260  # the assumption, room for a value on either side, and the longest bar
LINE, PAD, GAP, THICK = 15, 6, 5, 11


def name(measure: str) -> str:
    """The name of a measure's picture."""
    return f"tornado-{measure.replace('.', '-').replace('_', '-')}"


def strongest(results: Results, measure: str) -> tuple[Swing, ...]:
    """The widest swings of each alternative, in order; nothing when there is nothing to choose between."""
    swings = () if results.beliefs is None else results.beliefs.swings
    own = (one for one in swings if one.measure == measure)
    return tuple(one for _, each in groupby(own, lambda one: one.alternative) for one in islice(each, MOST))


def tornado(measure: str, results: Results) -> Picture | None:
    """One measure: bars from where an assumption at its low end takes it, to where its high end does."""
    swings = strongest(results, measure)
    if not swings:
        return None
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
        "når den er høy. En strek står ved verdien når alle har sin median. Den bredeste for hvert "
        f"alternativ, i millioner kroner: {widest.nb}. Alle tallene står i tabellen.",
        f"A tornado diagram of {len(swings)} bars, from the value when an assumption is low to the value "
        "when it is high. A line stands at the value when all are at their medians. The widest for each "
        f"alternative, in NOK million: {widest['en']}. All the figures stand in the table.",
    )
    drawing = chart(lambda language: _drawn(results, swings, language))
    return Picture(name(measure), caption, alt, drawing)


def _told(results: Results, one: Swing) -> Text:
    called, text = (
        alternative_name(results.study, one.alternative),
        results.study.assumptions[one.assumption].text,
    )
    return both(lambda g: f"{called[g]}: {text[g]}, {_amount(one.low, g)} – {_amount(one.high, g)}")


def _amount(value: float, language: Language) -> str:
    return millions(value / 1e6, language, decimals=2)


def _drawn(results: Results, swings: Sequence[Swing], language: Language) -> Specification:
    sheet = Sheet(HEADING + AROUND + BAR + AROUND)
    y = write_key(sheet, KEY, sheet.width, language) + LINE / 2
    for alternative, own in groupby(swings, lambda one: one.alternative):
        sheet.write(0, y + LINE / 2, alternative_name(results.study, alternative)[language], "strong")
        y = _bars(sheet, results, tuple(own), y + LINE + PAD, language) + LINE / 2
    sheet.height = y - LINE / 2
    return sheet.drawn()


def _bars(sheet: Sheet, results: Results, swings: tuple[Swing, ...], top: float, language: Language) -> float:
    """The bars of one alternative, on an axis from its lowest value to its highest; where they end."""
    scale = _scale(swings)
    middle, y = scale(swings[0].median), top
    for swing in swings:
        text = capital(results.study.assumptions[swing.assumption].text)[language]
        lines = set_in_lines(text, HEADING, language)
        end = y + LINE * len(lines) + PAD
        for number, line in enumerate(lines):
            sheet.write(0, y + LINE * (number + 0.5), line)
        _bar(sheet, swing, scale, (y + end - PAD) / 2, language)
        y = end
    sheet.line(middle, top - PAD, middle, y)
    sheet.write(middle, y + LINE / 2, _amount(swings[0].median, language), "centred")
    return y + LINE


def _scale(swings: tuple[Swing, ...]) -> Callable[[float], float]:
    """Where on the sheet a value stands."""
    ends = [value for one in swings for value in (one.low, one.median, one.high)]
    low, high = min(ends), max(ends)
    return lambda value: HEADING + AROUND + BAR * (value - low) / (high - low)


def _bar(
    sheet: Sheet, swing: Swing, scale: Callable[[float], float], middle: float, language: Language
) -> None:
    """The way from the median to each end, with the values outermost; both may lie to one side."""
    ends = [(swing.low, LIGHT), (swing.high, DARK)]
    for value, shade in sorted(ends, key=lambda end: -abs(end[0] - swing.median)):
        left, right = sorted((scale(value), scale(swing.median)))
        sheet.box(left, middle - THICK / 2, right, middle + THICK / 2, shade)
    below = sorted(value for value, _ in ends if value < swing.median)
    above = sorted(value for value, _ in ends if value >= swing.median)
    if below:
        sheet.write(scale(below[0]) - GAP, middle, _amounts(below, language), "ending")
    if above:
        sheet.write(scale(above[-1]) + GAP, middle, _amounts(above, language))


def _amounts(values: list[float], language: Language) -> str:
    return "; ".join(_amount(value, language) for value in values)
