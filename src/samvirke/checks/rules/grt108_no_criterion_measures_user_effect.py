"""GRT108: no criterion of a grant scheme measures the effect for users."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES, unknown
from samvirke.language import Text
from samvirke.study.study import Study


class NoCriterionMeasuresUserEffect(Rule):
    """A scheme with criteria, none of which measures what the users get out of it."""

    code, name, severity = "GRT108", "no-criterion-measures-user-effect", "should"
    summary = Text(
        "Ingen av kriteriene i en tilskuddsordning måler virkningen for brukerne.",
        "No criterion of a grant scheme measures the effect for users.",
    )
    why = Text(
        "Kriterier som bare teller aktivitet, forteller at noe ble gjort. For å se om målet nås, trengs "
        "minst ett som sier hva det førte til for dem ordningen er til for.",
        "Criteria that only count activity tell that something was done. To see whether the goal is "
        "reached takes at least one that says what it led to for those the scheme is for.",
    )
    example = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: {achievement_criteria: [{text: Antall kurs, measures: activity}]}"
    )
    good = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: \n"
        "    achievement_criteria:\n"
        "      - {text: Antall kurs, measures: activity}\n"
        "      - {text: Andelen som er trygge et år etter, measures: user}"
    )
    remedy = Text(
        "Legg til et kriterium med `measures: user`, eller skriv `measures` der det mangler.",
        "Add a criterion with `measures: user`, or write `measures` where it is missing.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 b, slik en evaluering for Helsedirektoratet "
        "utlegger kravet: flere kriterier trengs, for virkninger for brukerne og for samfunnet.",
        "Regulations on Financial Management in Central Government, 6.2.1 b, as an evaluation for the "
        "Directorate of Health reads it: several criteria are needed, for effects on users and on "
        "society.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme with criteria and none for users; for information where their kind is not said."""
        for key, scheme in study.grant_schemes.items():
            measured = {criterion.measures for criterion in scheme.achievement_criteria}
            if measured and "user" not in measured:
                if None in measured:
                    what = Text("hva kriteriene måler", "what the criteria measure")
                    yield unknown(self, study, scheme, what, "achievement_criteria")
                else:
                    nb = f"ingen av kriteriene i `{key}` måler virkningen for brukerne"
                    en = f"none of the criteria of `{key}` measures the effect for users"
                    yield self.finding(study, SCHEMES, (key, "achievement_criteria"), nb, en)
