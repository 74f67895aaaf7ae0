"""PTH105: people come to a step and never leave it."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.routes import onward, reached
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class StepWithoutWayOn(Rule):
    """A step that a group can come to and has no route from."""

    code, name, severity = "PTH105", "step-without-way-on", "must"
    summary = Text(
        "Folk kommer til et steg og slipper aldri ut.",
        "People come to a step and never leave it.",
    )
    why = Text(
        "De som er der, regnes verken som hjulpet eller falt fra. Da blir alle tall for resten feil.",
        "Those who are there count neither as helped nor as lost. All figures for the others are then wrong.",
    )
    example = "pathways.yaml:\n  routes:\n    young: {stay: null}"
    remedy = Text(
        "Skriv i `routes` hvor gruppen går videre, eller hvilken utgang den tar.",
        "Say in `routes` where the group goes on, or which exit it takes.",
    )
    source = Text(
        "Prosjektets egen regel: hver vei ender i en utgang.",
        "The project's own rule: every way ends in an exit.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such step, for each group; silent for a group without routes."""
        for group in study.pathways.groups:
            ways = onward(study, group)
            for step in reached(study, group) if ways else ():
                if step in study.pathways.steps and not ways.get(step):
                    nb = f"`{group}` kommer til `{step}`, men har ingen vei videre"
                    en = f"`{group}` comes to `{step}` but has no way on"
                    path = ("routes", group)
                    yield self.finding(study, "pathways.yaml", path, nb, en, subject=f"{group} {step}")
