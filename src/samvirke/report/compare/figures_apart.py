"""Figures that differ: two alternatives of one run, or one alternative in two runs, side by side."""

from __future__ import annotations

from samvirke.language import Language, Text, number
from samvirke.provenance import Figure
from samvirke.report.compare.headlines import UNITS, headlines
from samvirke.report.document import Cell, Column, Section, Table, cell
from samvirke.report.words.naming import alternative_name, figure_label
from samvirke.report.words.wording import both, millions, percent, told
from samvirke.uncertainty.results import Results

MISSING = Text("–", "–")
DIFFERENCE = Text("Forskjell", "Difference")
NOTE = Text(
    "I parentes står ti- og nittiprosentverdien. Forskjellen er mellom forventede verdier; usikkerheten "
    "i den er ikke regnet ut.",
    "In brackets are the 10th and 90th percentiles. The difference is between expected values; its "
    "uncertainty has not been worked out.",
)
APART = Text("Hovedtall som er ulike", "Headline figures that differ")
Side = tuple[Results, str]


def headlines_apart(first: Side, second: Side, heads: tuple[Text, Text]) -> tuple[Section, ...]:
    """The headline figures in which two sides differ; nothing when they do not."""
    rows = _headline_rows(first, second)
    return (Section("headlines", APART, (_table(APART, heads, rows, NOTE),)),) if rows else ()


def _headline_rows(first: Side, second: Side) -> list[tuple[Cell, ...]]:
    left, right = headlines(*first), headlines(*second)
    by_label = {one.label: one for one in right}
    rows: list[tuple[Cell, ...]] = []
    for one in left:
        other = by_label.get(one.label)
        if other is None or (one.answer == other.answer):
            continue
        more = difference(one.figure, other.figure)
        rows.append((cell(one.label), cell(one.answer), cell(other.answer), cell(more)))
    return rows


def moved(old: Results, new: Results) -> tuple[Section, ...]:
    """The headline figures that are not the same in two runs, alternative by alternative."""
    heads = (Text("Før", "Before"), Text("Nå", "Now"))
    sections: list[Section] = []
    total = [results.figure(results.zero, "today.total") for results in (old, new)]
    if total[0] is not None and total[1] is not None and told(total[0]) != told(total[1]):
        caption = Text("Dagens samlede utgifter", "Today's total expenditure")
        row = _row(old, "today.total", total[0], total[1])
        sections.append(Section("moved-today", caption, (_table(caption, heads, [row]),)))
    for name in (one for one in old.plans if one in new.plans):
        rows = _headline_rows((old, name), (new, name))
        if rows:
            called = alternative_name(new.study, name)
            sections.append(Section(f"moved-{name}", called, (_table(called, heads, rows),)))
    return tuple(sections)


def every_figure(results: Results, first: str, second: str) -> tuple[Section, ...]:
    """Every figure in which two alternatives differ, by its name in the catalogue."""
    keys = dict.fromkeys(
        key for name, key, against in results.figures if name in (first, second) and not against
    )
    rows = []
    for key in keys:
        one, other = (results.figure(name, key) for name in (first, second))
        if one is None or other is None or _values(one) != _values(other):
            study = results.plans[second if other is not None else first].final
            rows.append(_row(results, key, one, other, figure_label(study, key)))
    if not rows:
        return ()
    heads = alternative_name(results.study, first), alternative_name(results.study, second)
    caption = Text("Alle tall som er ulike", "Every figure that differs")
    return (Section("figures-apart", caption, (_table(caption, heads, rows),)),)


def _values(figure: Figure) -> tuple[float, ...]:
    return figure.expected, figure.p10, figure.p50, figure.p90


def _row(
    results: Results, key: str, one: Figure | None, other: Figure | None, label: Text | None = None
) -> tuple[Cell, ...]:
    label = label or figure_label(results.study, key)
    known = one or other
    unit = UNITS.get(known.unit, Text("", "")) if known is not None else Text("", "")
    answers = [MISSING if figure is None else told(figure) for figure in (one, other)]
    return (
        cell(Text(f"{label.nb}{unit.nb}", f"{label['en']}{unit['en']}")),
        *(cell(answer) for answer in answers),
        cell(difference(one, other)),
    )


def difference(one: Figure | None, other: Figure | None) -> Text:
    """How much more the second is expected to be than the first; nothing where one of them is no figure."""
    if one is None or other is None:
        return Text("", "")
    more = other.expected - one.expected

    def tell(language: Language) -> str:
        if one.unit.startswith("MNOK"):
            return millions(more, language, sign=True)
        if one.unit == "probability":
            sign = "+" if more > 0 else "−" if more < 0 else ""
            return sign + percent(abs(more), language)
        plain = number(more, language, 0 if one.unit == "count" else 1)
        return f"+{plain}" if more > 0 and plain.strip("0,.") else plain

    return both(tell)


def _table(
    caption: Text, heads: tuple[Text, Text], rows: list[tuple[Cell, ...]], note: Text | None = None
) -> Table:
    columns = (Text("Spørsmål", "Question"), *heads, DIFFERENCE)
    return Table(caption, tuple(Column(head) for head in columns), tuple(rows), note=note)
