"""UTR103: the zero alternative is empty and does not say what was looked for."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class ZeroWithoutChangesOrNote(Rule):
    """A zero alternative with neither changes nor a note."""

    code, name, severity = "UTR103", "zero-without-changes-or-note", "must"
    summary = Text(
        "Nullalternativet er tomt og sier ikke hva det er lett etter.",
        "The zero alternative is empty and does not say what was looked for.",
    )
    why = Text(
        "Nullalternativet er dagens situasjon og vedtatt politikk. Er det uten endringer, må leseren få "
        "vite at noen har lett etter vedtak, og hvor.",
        "The zero alternative is today plus adopted policy. If it has no changes, the reader must know "
        "that somebody looked for decisions, and where.",
    )
    example = "alternatives/zero.yaml:\n  zero: true\n  changes: []\n  note: null"
    remedy = Text(
        "Skriv i `note` hvilke vedtak dere har lett etter, og hva dere fant. Er noe vedtatt, skriv det "
        "under `changes` med kilden i `adopted`.",
        "Say in `note` which decisions you looked for and what you found. If something is adopted, write "
        "it under `changes` with its source in `adopted`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-2 og rundskriv R-109: nullalternativet er dagens situasjon med "
        "vedtatt politikk.",
        "The instructions for official studies, 2-2, and circular R-109: the zero alternative is today "
        "with adopted policy.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, about the zero alternative."""
        zero = study.zero
        if zero is not None and not zero.changes and zero.note is None:
            nb = "nullalternativet har verken endringer eller en merknad om hva som er undersøkt"
            en = "the zero alternative has neither changes nor a note on what was looked into"
            yield self.finding(study, alternative_file(zero.id), (), nb, en, subject=zero.id)
