"""Picture: effects without a price against the alternatives."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.key import Meaning
from samvirke.report.pictures.matrix import Line, Mark, matrix
from samvirke.report.pictures.sheet import SHADES
from samvirke.report.words.effects import signs
from samvirke.report.words.naming import alternative_name
from samvirke.study.pathways import NonPricedEffect
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

NAME = "effects"
CAPTION = Text("Virkninger uten pris", "Effects without a price")
KEY = (
    Meaning(Text("bedre", "better"), Text("+", "+"), SHADES["good"]),
    Meaning(Text("dårligere", "worse"), Text("−", "−"), SHADES["bad"]),
    Meaning(Text("ikke vurdert", "not judged"), Text("?", "?")),
)


def effects(results: Results) -> Picture | None:
    """The sign of every effect under every alternative; nothing when there are none."""
    study = results.study
    if not study.effects or not results.compared:
        return None
    count = len(study.effects)
    alt = Text(
        f"En matrise med {count} virkninger nedover og alternativene bortover, med tegn fra ++++ til −−−−. "
        "De samme tegnene står i tabellen over virkninger uten pris.",
        f"A matrix with {count} effects down and the alternatives across, with signs from ++++ to −−−−. The "
        "same signs stand in the table of effects without a price.",
    )
    columns = [alternative_name(study, name) for name in results.compared]
    lines = [
        Line(effect.text, tuple(_mark(study, effect, name) for name in results.compared))
        for effect in study.effects.values()
    ]
    return Picture(NAME, CAPTION, alt, chart(lambda language: matrix(columns, lines, language, KEY)))


def _mark(study: Study, effect: NonPricedEffect, alternative: str) -> Mark:
    size = effect.by_alternative.get(alternative)
    if size is None:
        return Mark(Text("?", "?"))
    step = study.assignment.scale.consequence(effect.importance, size.magnitude)
    return Mark(signs(step), "good" if step > 0 else "bad" if step < 0 else "plain")
