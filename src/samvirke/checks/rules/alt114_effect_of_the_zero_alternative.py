"""ALT114: the zero alternative is given an effect of its own."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class EffectOfTheZeroAlternative(Rule):
    """An effect with a size other than 0 for the zero alternative."""

    code, name, severity = "ALT114", "effect-of-the-zero-alternative", "must"
    summary = Text(
        "Nullalternativet er gitt en virkning for seg selv.",
        "The zero alternative is given an effect of its own.",
    )
    why = Text(
        "Alle virkninger er forskjeller fra nullalternativet. Har det selv en virkning, er de andre målt mot "
        "noe annet enn det leseren tror.",
        "All effects are differences from the zero alternative. If it has an effect itself, the others are "
        "measured against something else than the reader thinks.",
    )
    example = (
        "effects.yaml:\n"
        "  trust:\n"
        "    by_alternative:\n"
        "      zero: {magnitude: -1, reason: Tilliten synker om ingenting gjøres}"
    )
    good = (
        "effects.yaml:\n"
        "  trust:\n"
        "    by_alternative:\n"
        "      zero: {magnitude: 0, reason: Dette er det vi måler mot}"
    )
    remedy = Text(
        "Ta bort nullalternativet fra `by_alternative`, og la det som blir verre uten tiltak, vises som en "
        "bedre virkning av de andre.",
        "Take the zero alternative out of `by_alternative`, and let what grows worse without measures show "
        "as a better effect of the others.",
    )
    source = Text(
        "Rundskriv R-109 og DFØs veileder i samfunnsøkonomiske analyser punkt 3.1: virkningene måles mot "
        "nullalternativet.",
        "Circular R-109 and DFØ's guide to socio-economic analysis, 3.1: effects are measured against the "
        "zero alternative.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every effect in which the zero alternative differs from itself."""
        zero = study.zero
        for key, effect in study.effects.items() if zero is not None else ():
            assert zero is not None
            size = effect.by_alternative.get(zero.id)
            if size is not None and size.magnitude != 0:
                nb = f"`{key}` er {size.magnitude:+d} for nullalternativet, som er det alt måles mot"
                en = f"`{key}` is {size.magnitude:+d} for the zero alternative, which all is measured against"
                yield self.finding(study, "effects.yaml", (key, "by_alternative", zero.id), nb, en)
