"""GRT105: a grant scheme without follow-up and control."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import missing
from samvirke.language import Text
from samvirke.study.study import Study


class SchemeWithoutFollowUp(Rule):
    """A scheme whose rules say nothing of follow-up and control, or of which nobody has looked it up."""

    code, name, severity = "GRT105", "scheme-without-follow-up", "should"
    summary = Text(
        "En tilskuddsordning har ikke bestemmelser om oppfølging og kontroll.",
        "A grant scheme has no provisions on follow-up and control.",
    )
    why = Text(
        "Oppfølging og kontroll er en del av arbeidet med ordningen, og av det den som overtar, må ha "
        "folk til. Er det ikke beskrevet, blir den nye forvalteren for liten.",
        "Follow-up and control are part of the work on the scheme, and of what whoever takes over needs "
        "people for. If they are not described, the new administrator becomes too small.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {follow_up: null, lacks: [follow_up]}"
    good = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: {follow_up: Direktoratet går gjennom revidert regnskap hvert år.}"
    )
    remedy = Text(
        "Skriv i `follow_up` hva mottakerne skal dokumentere, og hva forvalteren kontrollerer. Mangler "
        "det i regelverket, skriv `follow_up` under `lacks`.",
        "Write in `follow_up` what recipients are to document and what the administrator controls. If the "
        "rules do not have it, put `follow_up` under `lacks`.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 d: regelverket skal ha bestemmelser om "
        "oppfølging og kontroll.",
        "Regulations on Financial Management in Central Government, 6.2.1 d: the rules are to have "
        "provisions on follow-up and control.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme without provisions on follow-up and control."""
        yield from missing(
            self, study, "follow_up", Text("oppfølgingen og kontrollen", "how recipients are followed up")
        )
