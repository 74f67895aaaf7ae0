"""Every picture there is of a run, by its name, and the names that a study can have pictures by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from samvirke.report.document import Picture
from samvirke.report.pictures import (
    challenges,
    effects,
    interfaces,
    options,
    organisation,
    powers,
    ranges,
    reorganisation,
    responsibilities,
    spending,
    tornado,
    transition,
)
from samvirke.report.words.areas import areas
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.measures import MEASURES
from samvirke.uncertainty.results import Results

Draw = Callable[[Results], Picture | None]
ALONE: Mapping[str, Draw] = {
    ranges.NAME: ranges.ranges,
    options.NAME: options.options,
    challenges.NAME: challenges.challenges,
    effects.NAME: effects.effects,
    powers.NAME: powers.powers,
    interfaces.NAME: interfaces.interfaces,
    spending.BY_BODY: spending.spending,
    spending.BY_LINE: spending.spending_by_line,
    organisation.NAME: organisation.organisation,
    reorganisation.NAME: reorganisation.changed_organisation,
}


def drawings(study: Study) -> dict[str, Draw]:
    """What draws each picture that the study may have, known before it is worked out.

    A picture that turns out to have nothing to show is not drawn.
    """
    fitting = [area for area in areas(study) if responsibilities.fits(area, study)]
    others = [name for name, alternative in study.alternatives.items() if not alternative.zero]
    return {
        **ALONE,
        **{responsibilities.name(area): partial(responsibilities.todays, area) for area in fitting},
        **{tornado.name(measure): partial(tornado.tornado, measure) for measure in sorted(MEASURES)},
        **{transition.name(one): partial(transition.transition, one) for one in others},
    }


def gallery(results: Results) -> dict[str, Picture]:
    """The pictures that the study has something to show in."""
    drawn = ((name, draw(results)) for name, draw in drawings(results.study).items())
    return {name: picture for name, picture in drawn if picture is not None}
