"""PTH104: steps and exits that nobody comes to."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.routes import reached
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study

PARTS = ("steps", "exits")


class StepNeverReached(Rule):
    """Steps and exits that no group can come to; one finding."""

    code, name, severity = "PTH104", "step-never-reached", "note"
    summary = Text(
        "Ingen kommer til et steg eller en utgang.",
        "Nobody comes to a step or an exit.",
    )
    why = Text(
        "Enten mangler en rute, eller så er steget overflødig. Er det et steg et alternativ skal "
        "åpne, er det i orden.",
        "Either a route is missing or the step is not needed. If it is a step that an alternative is "
        "to open, it is in order.",
    )
    example = "pathways.yaml:\n  exits:\n    moved: {name: Flyttet, kind: neutral}"
    remedy = Text(
        "Skriv ruten som fører dit, eller ta det bort.",
        "Write the route that leads there, or take it away.",
    )
    source = Text(
        "Prosjektets egen regel: det som står på veien, kan nås.",
        "The project's own rule: what stands on the way can be reached.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such steps and exits in one finding; silent while there are no routes."""
        ways = study.pathways
        there = {one for group in ways.groups for one in reached(study, group)}
        missed = [(part, key) for part in PARTS for key in getattr(ways, part) if key not in there]
        if missed and ways.routes:
            shown = some([key for _, key in missed])
            nb, en = f"ingen kommer til {shown.nb}", f"nobody comes to {shown['en']}"
            yield self.finding(study, "pathways.yaml", missed[0], nb, en, subject="")
