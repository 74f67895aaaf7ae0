"""Picture: effects without a price against the alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.matrix import Meeting, matrix
from samvirke.report.words.effects import signs
from samvirke.report.words.naming import alternative_name
from samvirke.uncertainty.results import Results

CAPTION = Text("Virkninger uten pris", "Effects without a price")


def effects(results: Results) -> Picture | None:
    """The sign of every effect under every alternative; nothing when there are none."""
    meetings = tuple(_meetings(results))
    if not meetings:
        return None
    count = len(results.study.effects)
    alt = Text(
        f"En matrise med {count} virkninger nedover og alternativene bortover, med tegn fra ++++ til −−−−. "
        "De samme tegnene står i tabellen over virkninger uten pris.",
        f"A matrix with {count} effects down and the alternatives across, with signs from ++++ to −−−−. The "
        "same signs stand in the table of effects without a price.",
    )
    return Picture("effects", CAPTION, alt, chart(lambda language: matrix(meetings, language)))


def _meetings(results: Results) -> Iterator[Meeting]:
    study = results.study
    for effect in study.effects.values():
        for name in results.compared:
            size = effect.by_alternative.get(name)
            step = (
                0 if size is None else study.assignment.scale.consequence(effect.importance, size.magnitude)
            )
            tone = "good" if step > 0 else "bad" if step < 0 else "plain"
            sign = Text("?", "?") if size is None else signs(step)
            yield Meeting(effect.text, alternative_name(study, name), sign, tone)
