"""GRT115: no grant row belongs to a scheme."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES
from samvirke.language import Text
from samvirke.study.schemes import rows_of
from samvirke.study.study import Study


class SchemeThatNothingPays(Rule):
    """A scheme whose task administers no grant row."""

    code, name, severity = "GRT115", "scheme-that-nothing-pays", "should"
    summary = Text(
        "Ingen tilskudd i studien hører til ordningen.",
        "No grants of the study belong to the scheme.",
    )
    why = Text(
        "En ordning uten penger er enten avviklet, eller pengene er ført på en annen oppgave. Da følger "
        "de ikke med når ordningen flyttes i et alternativ.",
        "A scheme without money is either wound up, or its money is entered on another task. It does not "
        "then follow when an alternative moves the scheme.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {task: coordination}"
    good = "grant_schemes.yaml:\n  shelter-grants: {task: grant-scheme}"
    remedy = Text(
        "Skriv ordningens oppgave i `administered_by` på radene den betaler, eller ta bort ordningen. Er "
        "beløpet ikke kjent, før en rad med et anslag.",
        "Write the scheme's task in `administered_by` of the rows it pays, or take the scheme away. If "
        "the amount is not known, enter a row with an estimate.",
    )
    source = Text(
        "Prosjektets egen regel: det som flyttes, skal ha penger som kan følge.",
        "The project's own rule: what moves is to have money that can follow.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme without a grant row."""
        for key, scheme in study.grant_schemes.items():
            if not rows_of(study, scheme):
                nb = f"ingen rad i spending.yaml forvaltes av `{scheme.task}`"
                en = f"no row of spending.yaml is administered by `{scheme.task}`"
                yield self.finding(study, SCHEMES, (key, "task"), nb, en)
