"""GRT114: a grant row belongs to no scheme."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


class GrantRowWithoutScheme(Rule):
    """Grant rows whose administering task is no scheme's; one finding for the file."""

    code, name, severity = "GRT114", "grant-row-without-scheme", "note"
    summary = Text(
        "Tilskudd hører ikke til noen tilskuddsordning.",
        "Grants belong to no grant scheme.",
    )
    why = Text(
        "Uten en ordning står bare beløpet. Leseren får ikke vite hva pengene er til for, hvem som kan få "
        "dem, eller hva som svikter i dag.",
        "Without a scheme only the amount stands. The reader does not learn what the money is for, who "
        "can receive it, or what fails today.",
    )
    example = "grant_schemes.yaml: null"
    remedy = Text(
        "Skriv ordningen i grant_schemes.yaml med samme oppgave i `task`. Gis tilskuddet direkte i "
        "budsjettet, uten noen ordning, si det i en `note` på raden og unnskyld funnet.",
        "Write the scheme in grant_schemes.yaml with the same task in `task`. If the grant is given "
        "directly in the budget, without any scheme, say so in a `note` on the row and excuse the "
        "finding.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1: hver tilskuddsordning skal ha et regelverk.",
        "Regulations on Financial Management in Central Government, 6.2.1: every grant scheme is to have "
        "rules.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """The grant rows on a line that no scheme's task administers."""
        tasks = {scheme.task for scheme in study.grant_schemes.values()}
        bare = [
            key
            for key, row in study.spending.items()
            if row.kind == "grant" and row.line is not None and row.administered_by not in tasks
        ]
        if bare:
            how_many = count(len(bare), ("tilskuddsrad", "tilskuddsrader"), ("grant row", "grant rows"))
            nb = f"{how_many.nb} uten tilskuddsordning: {some(bare).nb}"
            en = f"{how_many['en']} without a grant scheme: {some(bare)['en']}"
            yield self.finding(study, "spending.yaml", (bare[0], "administered_by"), nb, en, subject="")
