"""PTH110: a group comes to a step that is done for others only."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.routes import performers, reached
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class GroupNobodyDoesTheStepFor(Rule):
    """A step whose doers all have `for`, and none of them for a group that comes to it."""

    code, name, severity = "PTH110", "group-nobody-does-the-step-for", "should"
    summary = Text(
        "En gruppe kommer til et steg som bare gjøres for andre.",
        "A group comes to a step that is done for others only.",
    )
    why = Text(
        "Gruppen faller mellom tilbudene. Det skal synes, og ikke regnes som om noen tok imot.",
        "The group falls between the services. This is to be seen, and not counted as if somebody "
        "received them.",
    )
    example = (
        "pathways.yaml:\n"
        "  groups:\n"
        "    men: {name: Menn, arrivals: young-arrivals, enters: contact}\n"
        "  routes:\n"
        "    men: {contact: {stay: 0.5, lost: rest}, stay: {safe: 1}}"
    )
    remedy = Text(
        "Skriv hvem som gjør steget for gruppen, eller led den et annet sted i `routes`.",
        "Say who does the step for the group, or lead it elsewhere in `routes`.",
    )
    source = Text(
        "Prosjektets egen regel: hver gruppe følges for seg.",
        "The project's own rule: each group is followed by itself.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such step, for each group."""
        for group in study.pathways.groups:
            for key in reached(study, group):
                step = study.pathways.steps.get(key)
                if step and study.responsibility(step.task).does and not performers(study, group, key):
                    nb = f"`{group}` kommer til `{key}`, men ingen gjør `{step.task}` for den"
                    en = f"`{group}` comes to `{key}`, but nobody does `{step.task}` for it"
                    path, subject = ("routes", group), f"{group} {key}"
                    yield self.finding(study, "pathways.yaml", path, nb, en, subject=subject)
