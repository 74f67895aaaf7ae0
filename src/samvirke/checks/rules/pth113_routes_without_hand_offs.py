"""PTH113: people change hands, but what that costs them is not said."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.routes import on_routes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class RoutesWithoutHandOffs(Rule):
    """Routes with bodies one after the other, and no `handoffs`."""

    code, name, severity = "PTH113", "routes-without-hand-offs", "should"
    summary = Text(
        "Folk skifter hender, men det står ikke hva det koster dem.",
        "People change hands, but what that costs them is not said.",
    )
    why = Text(
        "Tapte dager og folk som blir borte mellom etatene, er ofte grunnen til å organisere om. Uten "
        "tallene er alle alternativer like.",
        "Days lost and people lost between agencies are often the reason to reorganise. Without the "
        "numbers all alternatives are alike.",
    )
    example = "pathways.yaml:\n  handoffs: null"
    remedy = Text(
        "Skriv `handoffs` for alle åtte klassene, med kilde eller skjønn.",
        "Write `handoffs` for all eight classes, with a source or a judgement.",
    )
    source = Text(
        "Prosjektets egen regel: det et skifte av hender koster, er oppgitt.",
        "The project's own rule: what a change of hands costs is stated.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, where somebody is handed over on a route."""
        if not study.pathways.handoffs and any(True for _ in on_routes(study)):
            nb = "rutene går mellom flere organer, men `handoffs` mangler"
            en = "the routes go between several bodies, but `handoffs` is missing"
            yield self.finding(study, "pathways.yaml", ("routes",), nb, en, subject="")
