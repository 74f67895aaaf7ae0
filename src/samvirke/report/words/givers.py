"""Who gives up what under an alternative: the rows, frames and appropriations that pay, by name."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.consequences.funding import outside_givers, rows_giving
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.words.naming import giver_name, row_name
from samvirke.uncertainty.results import Results


@dataclass(frozen=True, slots=True)
class Giver:
    """One that pays: what it is called, what it has today where it is a row, and what it gives each year."""

    name: Text
    today: Figure | None
    given: tuple[Figure, ...]


def givers(results: Results, alternative: str) -> tuple[Giver, ...]:
    """The givers of an alternative, rows of the effort first.

    What is given up in the zero alternative happens anyway, and is not told of the others.
    """
    plan = results.plans[alternative]
    named = [
        (
            f"funding.given_up.{row}",
            row_name(plan.with_row(row) or plan.final, row),
            results.figure(results.zero, f"today.row.{row}"),
        )
        for row in rows_giving(plan)
    ]
    named += [(f"funding.outside.{a}", giver_name(results.study, a), None) for a in outside_givers(plan)]
    given = (Giver(name, today, _by_year(results, alternative, stem)) for stem, name, today in named)
    return tuple(giver for giver in given if any(figure.p10 or figure.p90 for figure in giver.given))


def _by_year(results: Results, alternative: str, stem: str) -> tuple[Figure, ...]:
    years = results.study.assignment.years
    found = (results.added(alternative, f"{stem}.{year}") for year in years)
    return tuple(figure for figure in found if figure is not None)
