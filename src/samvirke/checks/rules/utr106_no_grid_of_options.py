"""UTR106: the study does not show which options it considered."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class NoGridOfOptions(Rule):
    """A study without dimensions or cells in options.yaml; for information where the level is `minimum`."""

    code, name, severity = "UTR106", "no-grid-of-options", "should"
    summary = Text(
        "Utredningen viser ikke hvilke muligheter den har vurdert.",
        "The study does not show which options it considered.",
    )
    why = Text(
        "Nesten sju av ti utredninger svarer ikke på hvilke tiltak som er aktuelle. En bred liste, med "
        "grunnen til at hvert av de andre ble lagt bort, er det som viser at valget ikke var gjort på "
        "forhånd.",
        "Nearly seven in ten studies do not answer which measures are relevant. A broad list, with the "
        "reason why each of the others was dropped, is what shows that the choice was not made beforehand.",
    )
    example = "options.yaml: {dimensions: null, cells: null}"
    remedy = Text(
        "Skriv i options.yaml på hvilke måter løsninger kan være ulike, og hva det ble av hver kombinasjon.",
        "Write in options.yaml in which ways solutions can differ, and what became of each combination.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2, og DFØs veileder i samfunnsøkonomiske analyser punkt "
        "3.2: bred liste, og grunner til at tiltak siles bort. DFØs statusmåling 2023–24.",
        "The instructions for official studies, 2-1, question 2, and DFØ's guide to socio-economic analysis, "
        "3.2: a broad list, and reasons for screening measures out. DFØ's survey 2023–24.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, once there is an alternative."""
        alternatives = [key for key, one in study.alternatives.items() if not one.zero]
        if alternatives and not (study.options.dimensions and study.options.cells):
            nb = "options.yaml viser ikke hvilke muligheter som er vurdert"
            en = "options.yaml does not show which options were considered"
            severity: Severity = "note" if study.assignment.level == "minimum" else "should"
            yield self.finding(study, "options.yaml", (), nb, en, severity=severity)
