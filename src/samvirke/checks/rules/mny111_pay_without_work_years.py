"""MNY111: pay whose number of work-years is not known."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class PayWithoutWorkYears(Rule):
    """Rows of personnel without `fte`; one finding."""

    code, name, severity = "MNY111", "pay-without-work-years", "note"
    summary = Text(
        "Lønn er ført uten antall årsverk.",
        "Pay is entered without the number of work-years.",
    )
    why = Text(
        "Uten årsverk kan ingen se hvor mange som berøres av en flytting, hva den koster, eller hvor "
        "mye arbeid som blir borte i et kutt.",
        "Without work-years nobody can see how many a move affects, what it costs, or how much work "
        "is lost in a cut.",
    )
    example = "spending.yaml:\n  desk-staff: {kind: personnel, fte: null, cost_per_fte: null, amount: 3}"
    remedy = Text(
        "Skriv `fte` med `cost_per_fte`, eller `fte` ved siden av `amount`.",
        "Write `fte` with `cost_per_fte`, or `fte` beside `amount`.",
    )
    source = Text(
        "Prosjektets egen regel: bare rader med årsverk gir kapasitet og folk som flyttes.",
        "The project's own rule: only rows with work-years give capacity and people who move.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such rows in one finding."""
        bare = [key for key, row in study.spending.items() if row.kind == "personnel" and row.fte is None]
        if bare:
            nb = f"antall årsverk er ikke oppgitt for {some(bare).nb}"
            en = f"the number of work-years is not given for {some(bare)['en']}"
            yield self.finding(study, "spending.yaml", (bare[0],), nb, en, subject="")
