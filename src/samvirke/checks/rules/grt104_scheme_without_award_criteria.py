"""GRT104: a grant scheme without award criteria."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import missing
from samvirke.language import Text
from samvirke.study.study import Study


class SchemeWithoutAwardCriteria(Rule):
    """A scheme whose rules do not say who gets how much for what, or of which nobody has looked it up."""

    code, name, severity = "GRT104", "scheme-without-award-criteria", "should"
    summary = Text(
        "En tilskuddsordning sier ikke hva som avgjør hvem som får.",
        "A grant scheme does not say what decides who receives.",
    )
    why = Text(
        "Tildelingskriteriene avgrenser mottakere, bruk og beregning. Uten dem kan søkerne ikke vite hva "
        "de blir vurdert etter, og en ny forvalter må finne dem opp selv.",
        "The award criteria delimit recipients, use and calculation. Without them applicants cannot know "
        "by what they are judged, and a new administrator has to make them up.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {award_criteria: null, lacks: [award_criteria]}"
    good = (
        "grant_schemes.yaml:\n  shelter-grants: {award_criteria: Plasser i botilbud til den som er utnyttet}"
    )
    remedy = Text(
        "Skriv i `award_criteria` hvem som kan få, til hva, og hvordan beløpet settes. Mangler det i "
        "regelverket, skriv `award_criteria` under `lacks`.",
        "Write in `award_criteria` who can receive, for what, and how the amount is set. If the rules do "
        "not have it, put `award_criteria` under `lacks`.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 c: regelverket skal ha tildelingskriterier.",
        "Regulations on Financial Management in Central Government, 6.2.1 c: the rules are to have award "
        "criteria.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme without award criteria."""
        yield from missing(
            self, study, "award_criteria", Text("tildelingskriteriene", "what decides the awards")
        )
