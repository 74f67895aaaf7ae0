"""UTR102: the zero alternative is missing."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class ZeroAlternativeMissing(Rule):
    """No alternative has `zero: true`."""

    code, name, severity = "UTR102", "zero-alternative-missing", "must"
    summary = Text("Nullalternativet mangler.", "The zero alternative is missing.")
    why = Text(
        "Alle virkninger er forskjeller fra å fortsette som i dag. Uten nullalternativet er det ikke noe "
        "å måle mot.",
        "All effects are differences from going on as today. Without the zero alternative there is "
        "nothing to measure against.",
    )
    example = "alternatives/zero.yaml:\n  zero: false"
    remedy = Text(
        "Lag alternatives/zero.yaml med `zero: true`: dagens situasjon og det som alt er vedtatt.",
        "Make alternatives/zero.yaml with `zero: true`: the situation today and what is already adopted.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-2 og rundskriv R-109: en samfunnsøkonomisk analyse skal ha et "
        "nullalternativ. For enklere utredninger er det prosjektets egen regel.",
        "The instructions for official studies, 2-2, and circular R-109: a socio-economic analysis must "
        "have a zero alternative. For simpler studies it is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, about the whole study."""
        if study.zero is None:
            nb, en = "ingen fil har `zero: true`", "no file has `zero: true`"
            yield self.finding(study, "alternatives/", (), nb, en)
