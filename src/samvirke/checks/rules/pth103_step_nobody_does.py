"""PTH103: people are sent to a step that nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.routes import reached
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class StepNobodyDoes(Rule):
    """A step that some group can come to, whose task has no doer."""

    code, name, severity = "PTH103", "step-nobody-does", "must"
    summary = Text(
        "Folk sendes til et steg som ingen utfører.",
        "People are sent to a step that nobody does.",
    )
    why = Text(
        "Da stopper veien der, og resten av ruten er bare tenkt. Et steg som skal komme til, har "
        "ruteandel 0 til et alternativ gir det til noen.",
        "The way then stops there, and the rest of the route is only thought of. A step that is to "
        "come has a route share of 0 until an alternative gives it to somebody.",
    )
    example = (
        "pathways.yaml:\n"
        "  steps:\n"
        "    count: {task: statistics}\n"
        "  routes:\n"
        "    young: {contact: {count: 0.1, stay: 0.5, lost: rest}, count: {lost: 1}}"
    )
    remedy = Text(
        "Skriv hvem som gjør oppgaven i responsibilities.yaml, eller sett andelen til 0 og la et "
        "alternativ endre den.",
        "Say who does the task in responsibilities.yaml, or set the share to 0 and let an alternative "
        "change it.",
    )
    source = Text(
        "Prosjektets egen regel: dagens ruter går bare gjennom det noen gjør.",
        "The project's own rule: today's routes go only through what somebody does.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such step once."""
        there = {one for group in study.pathways.groups for one in reached(study, group)}
        for key, step in study.pathways.steps.items():
            if key in there and not study.responsibility(step.task).does:
                nb = f"noen kommer til `{key}`, men ingen utfører `{step.task}`"
                en = f"some come to `{key}`, but nobody does `{step.task}`"
                yield self.finding(study, "pathways.yaml", ("steps", key), nb, en, subject=key)
