"""GRT110: nobody is said to hear appeals on grants."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES, missing
from samvirke.language import Text
from samvirke.study.study import Study


class SchemeWithoutAppealBody(Rule):
    """A scheme without an appeal body, or one that is itself the decider."""

    code, name, severity = "GRT110", "scheme-without-appeal-body", "should"
    summary = Text(
        "En tilskuddsordning har ingen klageinstans, eller den som avgjør, behandler selv klagene.",
        "A grant scheme has no appeal body, or whoever decides hears the appeals.",
    )
    why = Text(
        "Et avslag på tilskudd er oftest et enkeltvedtak, og søkeren kan klage til et annet organ enn det "
        "som avgjorde saken. Flyttes ordningen, flyttes også klagene; det må en vite fra hvem.",
        "A refusal of a grant is mostly an individual decision, and the applicant may appeal to another "
        "body than the one that decided. If the scheme moves, so do the appeals; one must know from whom.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {appeal_body: social}"
    good = "grant_schemes.yaml:\n  shelter-grants: {appeal_body: welfare}"
    remedy = Text(
        "Skriv klageinstansen i `appeal_body`. Er det fastsatt at ingen kan klage, skriv `appeal_body` "
        "under `lacks` og ta det opp som en svakhet.",
        "Give the appeal body in `appeal_body`. If it is laid down that nobody may appeal, put "
        "`appeal_body` under `lacks` and tell it as a weakness.",
    )
    source = Text(
        "Forvaltningsloven kapittel VI: enkeltvedtak kan påklages til det overordnede organet når ikke "
        "annet er bestemt.",
        "The Public Administration Act, chapter VI: individual decisions may be appealed to the superior "
        "body unless otherwise provided.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme without an appeal body, and those that decide on appeals against themselves."""
        yield from missing(self, study, "appeal_body", Text("klageinstansen", "who hears appeals"))
        for key, scheme in study.grant_schemes.items():
            if scheme.appeal_body in study.responsibility(scheme.task).decides:
                nb = f"`{scheme.appeal_body}` både avgjør tilskuddene i `{key}` og behandler klagene"
                en = f"`{scheme.appeal_body}` both decides the grants of `{key}` and hears the appeals"
                yield self.finding(study, SCHEMES, (key, "appeal_body"), nb, en)
