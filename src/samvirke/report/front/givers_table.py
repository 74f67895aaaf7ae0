"""Who gives up what under each alternative, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from samvirke.language import Text
from samvirke.report.document import Cell, Column, Table, cell, words
from samvirke.report.words.givers import Giver, givers
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import SMALL, both, in_millions, linked, names, percent
from samvirke.uncertainty.results import Results

Span = Sequence[int]  # years that follow each other, by their place among the study's
NOTHING = Text(". Ingen merkostnad i {years}", ". No added cost in {years}")

DATES = Text(
    ". Sjanse for at alle datoene i et alternativ holder: {chance}",
    ". Chance that all dates of an alternative are met: {chance}",
)


def givers_table(results: Results) -> tuple[Table, ...]:
    """A row for each that gives; nothing when nobody does. Years that tell the same share a column."""
    found = [
        (name, giver)
        for name in results.compared
        for giver in givers(results, name)
        if max(figure.expected for figure in giver.given) >= SMALL  # else told as nothing; the annex has it
    ]
    if not found:
        return ()
    spans = _spans(results, tuple(giver for _, giver in found))
    told = [span for span in spans if _given(found, span)]
    nothing = [span for span in spans if not _given(found, span)]
    rows = tuple(
        (
            cell(alternative_name(results.study, name)),
            cell(giver.name),
            cell(linked(giver.today, in_millions(giver.today)) if giver.today else words("–", "–")),
            *(_amount(giver, span) for span in told),
        )
        for name, giver in found
    )
    left_out = NOTHING.format(years=names(_years(results, span) for span in nothing)) if nothing else ""
    table = Table(
        Text(
            "Hvem som betaler: forventede millioner kroner det enkelte år{left_out}{dates}",
            "Who pays: expected NOK million in each year{left_out}{dates}",
        ).format(left_out=left_out, dates=_dates(results, [name for name, _ in found])),
        (
            Column(Text("Alternativ", "Alternative")),
            Column(Text("Hvem som betaler", "Who pays")),
            Column(Text("Har i dag", "Has today"), numeric=True),
            *(Column(_years(results, span), numeric=True) for span in told),
        ),
        rows,
    )
    return (table,)


def _dates(results: Results, alternatives: Sequence[str]) -> Text | str:
    """How far the years can be relied on: the chance that every date of an alternative is met."""
    found = [results.figure(name, "transition.chance") for name in alternatives]
    chances = [figure.expected for figure in found if figure is not None]
    if not chances:
        return ""
    low, high = (both(lambda g, one=one: percent(one, g)) for one in (min(chances), max(chances)))  # type: ignore[misc]
    if low == high:
        return DATES.format(chance=low)
    return DATES.format(chance=Text(f"{low.nb} til {high.nb}", f"{low['en']} to {high['en']}"))


def _spans(results: Results, told: Sequence[Giver]) -> list[Span]:
    """The years, with those that follow each other together where every giver gives the same in them."""

    def amounts(place: int) -> tuple[str, ...]:
        return tuple(in_millions(giver.given[place]).nb for giver in told)

    every = range(len(results.study.assignment.years))
    return [tuple(span) for _, span in groupby(every, amounts)]


def _given(found: Sequence[tuple[str, Giver]], span: Span) -> bool:
    return any(giver.given[span[0]].expected >= SMALL for _, giver in found)


def _amount(giver: Giver, span: Span) -> Cell:
    figure = giver.given[span[0]]
    return cell(linked(figure, in_millions(figure)))


def _years(results: Results, span: Span) -> Text:
    years = results.study.assignment.years
    first, last = years[span[0]], years[span[-1]]
    return both(lambda _: f"{first}–{last}" if first != last else f"{first}")
