"""GRT118: whether the rules of a grant scheme are a regulation is not said, or they are not one."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES, unknown
from samvirke.language import Text
from samvirke.study.study import Study


class RegulationOrNot(Rule):
    """A scheme whose rules are not a regulation, or of which it is not known."""

    code, name, severity = "GRT118", "regulation-or-not", "note"
    summary = Text(
        "Det er ikke sagt om regelverket er en forskrift, eller det er ikke det.",
        "It is not said whether the rules are a regulation, or they are not one.",
    )
    why = Text(
        "Den delen av regelverket som retter seg mot private, er etter forvaltningsloven en forskrift og "
        "skal lages som en: med høring og kunngjøring. Det avgjør også hva som må til for å endre "
        "ordningen.",
        "The part of the rules that is directed at private parties is a regulation under the Public "
        "Administration Act and must be made as one: with a hearing and promulgation. That also decides "
        "what it takes to change the scheme.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {rules: {regulation: null}}"
    good = "grant_schemes.yaml:\n  shelter-grants: {rules: {regulation: true}}"
    remedy = Text(
        "Skriv i `rules` om regelverket er en forskrift (`regulation`). Er det ikke det, spør "
        "departementet om noe av det retter seg mot private.",
        "Say in `rules` whether the rules are a regulation (`regulation`). If they are not, ask the "
        "ministry whether any of them is directed at private parties.",
    )
    source = Text(
        "Forvaltningsloven § 2 første ledd bokstav c og kapittel VII; bestemmelser om økonomistyring i "
        "staten punkt 6.2.3.",
        "The Public Administration Act, section 2, first paragraph, c, and chapter VII; Regulations on "
        "Financial Management in Central Government, 6.2.3.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme whose rules are not known to be a regulation."""
        for key, scheme in study.grant_schemes.items():
            if scheme.rules is None or scheme.rules.regulation is None:
                what = Text("om regelverket er en forskrift,", "whether the rules are a regulation")
                yield unknown(self, study, scheme, what)
            elif not scheme.rules.regulation:
                nb = f"regelverket for `{key}` er ikke en forskrift"
                en = f"the rules of `{key}` are not a regulation"
                yield self.finding(study, SCHEMES, (key, "rules"), nb, en)
