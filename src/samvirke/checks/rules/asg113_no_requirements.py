"""ASG113: the study does not say what the assignment asks for."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class NoRequirements(Rule):
    """A study whose `requirements` is empty."""

    code, name, severity = "ASG113", "no-requirements", "should"
    summary = Text(
        "Utredningen sier ikke hva oppdraget krever.", "The study does not say what the assignment asks for."
    )
    why = Text(
        "Da kan verken dere eller oppdragsgiveren se om utredningen svarer på det den ble bedt om.",
        "Then neither you nor the client can see whether the study answers what was asked.",
    )
    example = "study.yaml: {requirements: {within-total: null}}"
    remedy = Text(
        "Skriv hvert krav i oppdragsbrevet under `requirements` i study.yaml, med hvor det er møtt.",
        "Write each requirement of the letter of assignment under `requirements` in study.yaml, with where "
        "it is met.",
    )
    source = Text(
        "Oppdragsbrevet. At kravene føres ett for ett, er prosjektets egen regel.",
        "The letter of assignment. That the requirements are entered one by one is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, about the assignment."""
        if not study.assignment.requirements:
            nb, en = "ingen krav i oppdraget er ført", "no requirements of the assignment are entered"
            yield self.finding(study, "study.yaml", ("requirements",), nb, en)
