"""GRT109: the award criteria do not stand in the announcement."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES, unknown
from samvirke.language import Text
from samvirke.study.study import Study


class AwardCriteriaNotAnnounced(Rule):
    """A scheme whose announcement leaves the award criteria out, or of whose announcement it is not known."""

    code, name, severity = "GRT109", "award-criteria-not-announced", "should"
    summary = Text(
        "Tildelingskriteriene står ikke i utlysningen.",
        "The award criteria do not stand in the announcement.",
    )
    why = Text(
        "Utlysningen skal nå alle mulige mottakere, og alle skal vite hva de blir vurdert etter. Ellers "
        "får de som kjenner forvalteren, et forsprang.",
        "The announcement is to reach every possible recipient, and all are to know by what they are "
        "judged. Otherwise those who know the administrator have a head start.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {announcement: {award_criteria: false}}"
    good = "grant_schemes.yaml:\n  shelter-grants: {announcement: {award_criteria: true}}"
    remedy = Text(
        "Si i `announcement` hvor og for hvem ordningen lyses ut, og i `award_criteria` under den om "
        "kriteriene er med.",
        "Say in `announcement` where and to whom the scheme is announced, and in `award_criteria` below "
        "it whether the criteria are there.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.3.1: kunngjøringen skal nå hele gruppen av "
        "mulige mottakere. At kriteriene bør stå i den, følger av likebehandlingen.",
        "Regulations on Financial Management in Central Government, 6.3.1: the announcement is to reach "
        "the whole group of possible recipients. That the criteria should stand in it follows from equal "
        "treatment.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every announcement without the criteria; for information where nothing is known of it."""
        for key, scheme in study.grant_schemes.items():
            told = scheme.announcement
            if told is None:
                yield unknown(self, study, scheme, Text("utlysningen", "how it is announced"))
            elif told.award_criteria is None:
                what = Text("om kriteriene står i utlysningen,", "whether the announcement has the criteria")
                yield unknown(self, study, scheme, what, "announcement")
            elif not told.award_criteria:
                nb = f"utlysningen av `{key}` har ikke tildelingskriteriene"
                en = f"the announcement of `{key}` does not have the award criteria"
                yield self.finding(study, SCHEMES, (key, "announcement"), nb, en)
