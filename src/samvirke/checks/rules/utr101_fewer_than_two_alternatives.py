"""UTR101: the study has fewer than two alternatives besides the zero alternative."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class FewerThanTwoAlternatives(Rule):
    """Fewer than two alternatives besides zero; one is milder when the grid says why the others fell."""

    code, name, severity = "UTR101", "fewer-than-two-alternatives", "must"
    summary = Text(
        "Utredningen har færre enn to alternativer utenom nullalternativet.",
        "The study has fewer than two alternatives besides the zero alternative.",
    )
    why = Text(
        "Ett alternativ er ikke et valg. I målinger av statlige utredninger svikter mer enn sju av ti på "
        "dette.",
        "One alternative is no choice. In surveys of state studies more than seven in ten fail on this.",
    )
    example = (
        "alternatives/zero.yaml:\n"
        "  zero: true\n"
        "alternatives/moved.yaml:\n"
        "  name: Kontoret flyttes\n"
        "alternatives/one-more.yaml: null\n"
        "options.yaml: null\n"
        "effects.yaml: null"
    )
    remedy = Text(
        "Skriv minst to alternativer. Er bare ett aktuelt, skriv i options.yaml hvorfor hvert av de andre "
        "er lagt bort.",
        "Write at least two alternatives. If only one is relevant, say in options.yaml why each of the "
        "others was dropped.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2. DFØ-rapport 1/2017: alternativer er den største "
        "svakheten.",
        "The instructions for official studies, 2-1, question 2. DFØ report 1/2017: alternatives are the "
        "greatest weakness.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, about the whole study."""
        alternatives = [key for key, alternative in study.alternatives.items() if not alternative.zero]
        if not alternatives:
            nb = "ingen alternativer utenom nullalternativet"
            yield self.finding(study, "alternatives/", (), nb, "no alternatives besides the zero alternative")
        elif len(alternatives) == 1:
            reasoned = any(cell.dropped for cell in study.options.cells)
            nb = "bare ett alternativ utenom nullalternativet"
            en = "only one alternative besides the zero alternative"
            yield self.finding(study, "alternatives/", (), nb, en, severity="note" if reasoned else "must")
