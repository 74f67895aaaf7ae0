"""GRT119: recipients need not report on whether the goal is reached."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES, unknown
from samvirke.language import Text
from samvirke.study.study import Study


class AchievementReportingNotRequired(Rule):
    """A scheme that does not ask recipients for reports on goal achievement, or of which it is not known."""

    code, name, severity = "GRT119", "achievement-reporting-not-required", "should"
    summary = Text(
        "Mottakerne må ikke rapportere om målet nås.",
        "Recipients need not report on whether the goal is reached.",
    )
    why = Text(
        "Departementet kan ikke vite om ordningen virker når ingen må fortelle det. Riksrevisjonen fant i "
        "2022–2023 at kravene til rapportering var lite treffsikre, og rådet til å kreve rapport om "
        "måloppnåelsen.",
        "The ministry cannot know whether the scheme works when nobody has to tell. The Office of the "
        "Auditor General found in 2022–2023 that the demands for reports were poorly aimed, and advised "
        "requiring reports on goal achievement.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {reporting: {achievement: false}}"
    good = "grant_schemes.yaml:\n  shelter-grants: {reporting: {achievement: true}}"
    remedy = Text(
        "Skriv i `reporting` hva mottakerne må rapportere, og i `achievement` under den om det gjelder "
        "kriteriene for måloppnåelse.",
        "Say in `reporting` what recipients must report, and in `achievement` below it whether that "
        "concerns the criteria of goal achievement.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.3 om informasjon om måloppnåelse. "
        "Riksrevisjonen, tilskudd til frivillige organisasjoner for utsatte grupper (2022–2023).",
        "Regulations on Financial Management in Central Government, 6.3, on information on goal "
        "achievement. The Office of the Auditor General, grants to voluntary organisations for vulnerable "
        "groups (2022–2023).",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme that does not require it; for information where that is not known."""
        for key, scheme in study.grant_schemes.items():
            if scheme.reporting is None or scheme.reporting.achievement is None:
                what = Text(
                    "om mottakerne må rapportere på måloppnåelse,",
                    "whether recipients must report on goal achievement",
                )
                yield unknown(self, study, scheme, what)
            elif not scheme.reporting.achievement:
                nb = f"mottakerne i `{key}` må ikke rapportere på måloppnåelse"
                en = f"recipients of `{key}` need not report on goal achievement"
                yield self.finding(study, SCHEMES, (key, "reporting"), nb, en)
