"""ASG101: a requirement of the assignment is tied to nothing in the study."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class RequirementNotMet(Rule):
    """A requirement in study.yaml without `met_by`."""

    code, name, severity = "ASG101", "requirement-not-met", "should"
    summary = Text(
        "Et krav i oppdraget er ikke knyttet til noe i utredningen.",
        "A requirement of the assignment is tied to nothing in the study.",
    )
    why = Text(
        "Oppdragsgiveren leser utredningen med oppdragsbrevet ved siden av. Hvert krav må kunne hukes av.",
        "The client reads the study with the letter of assignment at hand. It must be possible to tick "
        "off each requirement.",
    )
    example = (
        "study.yaml:\n"
        "  requirements:\n"
        "    grant-scheme: {text: Forvaltningen av tilskuddsordningen er vurdert}"
    )
    remedy = Text(
        "Skriv i `met_by` hvor kravet er møtt: en fil, en figur eller en regelkode. Er det ikke møtt "
        "ennå, unnskyld funnet og si når det blir det.",
        "Say in `met_by` where the requirement is met: a file, a figure or the code of a rule. If it is "
        "not met yet, excuse the finding and say when it will be.",
    )
    source = Text(
        "Oppdragsbrevet. At hvert krav vises der det er møtt, er prosjektets egen regel.",
        "The letter of assignment. That each requirement is shown where it is met is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every requirement that nothing is said to meet."""
        for key, requirement in study.assignment.requirements.items():
            if requirement.met_by is None:
                nb = f"kravet `{key}` er ikke møtt noe sted"
                en = f"nothing meets the requirement `{key}`"
                yield self.finding(study, "study.yaml", ("requirements", key), nb, en, subject=key)
