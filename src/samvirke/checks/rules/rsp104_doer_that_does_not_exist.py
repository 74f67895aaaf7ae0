"""RSP104: an actor that does not exist today has a part today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.organisation import Part
from samvirke.study.study import Study

PARTS: tuple[Part, ...] = get_args(Part)


class DoerThatDoesNotExist(Rule):
    """An actor with `exists: false` that has a part in responsibilities.yaml."""

    code, name, severity = "RSP104", "doer-that-does-not-exist", "must"
    summary = Text(
        "En aktør som ikke finnes i dag, har en rolle i dag.",
        "An actor that does not exist today has a part today.",
    )
    why = Text(
        "Dagens situasjon er det alt måles mot. Et organ som bare er tenkt, kan ikke gjøre noe i den.",
        "Today is what everything is measured against. A body that is only thought of cannot do anything "
        "in it.",
    )
    example = (
        "actors.yaml:\n"
        "  new-centre: {name: Nytt senter, kind: agency, parent: justice, exists: false}\n"
        "responsibilities.yaml:\n"
        "  statistics: {decides: [justice], does: [new-centre]}"
    )
    remedy = Text(
        "Ta aktøren ut av responsibilities.yaml og gi den rollen med `establish` og `assign` i et "
        "alternativ, eller sett `exists: true`.",
        "Take the actor out of responsibilities.yaml and give it the part by `establish` and `assign` in "
        "an alternative, or set `exists: true`.",
    )
    source = Text(
        "Rundskriv R-109 (Finansdepartementet): virkninger måles mot nullalternativet. At dagens roller "
        "bare kan holdes av dem som finnes, er prosjektets egen regel.",
        "Circular R-109 (Ministry of Finance): effects are measured against the zero alternative. That "
        "only those who exist can hold a part today is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every part held today by an actor that is only thought of."""
        imagined = {key for key, actor in study.actors.items() if not actor.exists}
        for task, responsibility in study.responsibilities.items():
            for part in PARTS:
                for actor in responsibility.of(part):
                    if actor in imagined:
                        nb = f"`{actor}` finnes ikke i dag, men står under `{part}` i `{task}`"
                        en = f"`{actor}` does not exist today but stands under `{part}` in `{task}`"
                        yield self.finding(study, "responsibilities.yaml", (task, part), nb, en)
