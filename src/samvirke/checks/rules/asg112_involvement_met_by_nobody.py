"""ASG112: the assignment asks that somebody be involved, it is said to be done, and nobody is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.assignment import Requirement
from samvirke.study.study import Study

INVOLVED = re.compile(
    r"involver|medvirk|tas med|tatt med|trekkes inn|trukket inn|rådfør|konsulter|\bspurt\b|\bhørt\b|deltatt|"
    r"\binvolve|\bconsult|\btake part|\btaken part|brought in|\basked\b",
    re.I,
)
ORGANISATIONS = re.compile(r"frivillige?|organisasjon|voluntary|\bNGO", re.I)


def _said(requirement: Requirement) -> str:
    return f"{requirement.text.nb}\n{requirement.text['en']}"


class InvolvementMetByNobody(Rule):
    """A requirement on involvement with `met_by`, in a study that invited nobody, or no organisation."""

    code, name, severity = "ASG112", "involvement-met-by-nobody", "must"
    summary = Text(
        "Oppdraget krever at noen tas med, det sies å være gjort, men ingen er ført.",
        "The assignment asks that somebody be involved, it is said to be done, and nobody is recorded.",
    )
    why = Text(
        "Det er lett å skrive at organisasjonene er tatt med. Uten navn og datoer er det en påstand som de "
        "selv kan motsi.",
        "It is easy to write that the organisations were involved. Without names and dates it is a claim "
        "that they themselves may contradict.",
    )
    example = (
        "study.yaml:\n"
        "  requirements:\n"
        "    ngos: {text: Frivillige organisasjoner er tatt med i arbeidet, met_by: Kapittel 6}\n"
        "involvement.yaml: {shelter: null}"
    )
    good = (
        "study.yaml:\n"
        "  requirements:\n"
        "    ngos: {text: Frivillige organisasjoner er tatt med i arbeidet, met_by: Kapittel 6}"
    )
    remedy = Text(
        "Før dem som er tatt med, i involvement.yaml med dato i `invited`. Er det ikke gjort, ta bort "
        "`met_by`.",
        "Enter those who were brought in, in involvement.yaml, with a date in `invited`. If it is not done, "
        "take `met_by` away.",
    )
    source = Text(
        "Oppdragsbrevet, og utredningsinstruksen punkt 3-1 om tidlig involvering.",
        "The letter of assignment, and the instructions for official studies, 3-1, on early involvement.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every requirement on involvement that is claimed without a record."""
        invited = [body.actor for body in study.involvement.values() if body.invited is not None]
        ngos = [actor for actor in invited if study.actors[actor].kind == "ngo"]
        for key, requirement in study.assignment.requirements.items():
            said = _said(requirement)
            if requirement.met_by is None or not INVOLVED.search(said):
                continue
            if not invited or (ORGANISATIONS.search(said) and not ngos):
                nb = f"kravet `{key}` sies å være møtt, men ingen det gjelder, er invitert"
                en = f"the requirement `{key}` is said to be met, but nobody it is about was invited"
                path = ("requirements", key, "met_by")
                yield self.finding(study, "study.yaml", path, nb, en, subject=key)
