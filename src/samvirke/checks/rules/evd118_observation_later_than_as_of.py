"""EVD118: an observation is of a year after the date the study speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class ObservationLaterThanAsOf(Rule):
    """An observation whose year lies after the year of `as_of`."""

    code, name, severity = "EVD118", "observation-later-than-as-of", "should"
    summary = Text(
        "En observasjon er fra et år etter datoen utredningen gjelder for.",
        "An observation is of a year after the date the study speaks of.",
    )
    why = Text(
        "Det som er observert, skal holdes opp mot dagens situasjon. Et senere år har andre regler og "
        "andre roller.",
        "What was observed is to be held against the situation today. A later year has other rules "
        "and other parts.",
    )
    example = (
        "study.yaml:\n"
        "  as_of: 2020-12-31\n"
        "observations.yaml:\n"
        "  later: {figure: pathway.lost, year: 2022, value: 30, unit: persons/yr, tolerance: 0.5,\n"
        "    source: evaluation, definition: Meldt som falt fra, use: compare}"
    )
    remedy = Text(
        "Bruk en observasjon fra før datoen i `as_of`, eller rett `year`.",
        "Use an observation from before the date in `as_of`, or mend `year`.",
    )
    source = Text(
        "Prosjektets egen regel: utredningen har én dato, og den gjelder også for det som er observert.",
        "The project's own rule: a study has one date, and it holds for what was observed too.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every observation of a later year."""
        last = study.assignment.as_of.year
        for key, observation in study.observations.items():
            if observation.year > last:
                nb = f"`{key}` er fra {observation.year}, etter {last}"
                en = f"`{key}` is of {observation.year}, after {last}"
                yield self.finding(study, "observations.yaml", (key, "year"), nb, en)
