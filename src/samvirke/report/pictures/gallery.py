"""Every picture there is of a run, by its name."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.report.document import Picture
from samvirke.report.pictures.challenges import challenges
from samvirke.report.pictures.effects import effects
from samvirke.report.pictures.interfaces import interfaces
from samvirke.report.pictures.options import options
from samvirke.report.pictures.organisation import organisations
from samvirke.report.pictures.powers import powers
from samvirke.report.pictures.ranges import ranges
from samvirke.report.pictures.responsibilities import responsibilities
from samvirke.report.pictures.spending import spending, spending_by_line
from samvirke.report.pictures.tornado import tornados
from samvirke.report.pictures.transition import transitions
from samvirke.uncertainty.results import Results


def gallery(results: Results) -> dict[str, Picture]:
    """The pictures that the study has something to show in."""
    return {one.name: one for one in _pictures(results)}


def _pictures(results: Results) -> Iterator[Picture]:
    for draw in (ranges, options, challenges, effects, powers, interfaces, spending, spending_by_line):
        picture = draw(results)
        if picture is not None:
            yield picture
    yield from organisations(results)
    yield from responsibilities(results)
    yield from tornados(results)
    yield from transitions(results)
