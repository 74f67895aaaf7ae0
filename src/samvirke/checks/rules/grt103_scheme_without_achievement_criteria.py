"""GRT103: a grant scheme without criteria of goal achievement."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import missing
from samvirke.language import Text
from samvirke.study.study import Study


class SchemeWithoutAchievementCriteria(Rule):
    """A scheme whose rules do not say how one sees that the goal is reached, or of which it is not known."""

    code, name, severity = "GRT103", "scheme-without-achievement-criteria", "should"
    summary = Text(
        "En tilskuddsordning sier ikke hvordan en skal se om målet nås.",
        "A grant scheme does not say how one is to see whether the goal is reached.",
    )
    why = Text(
        "Uten kriterier blir rapportene en liste over hva pengene gikk til. Manglende og uklare kriterier "
        "pekte Riksrevisjonen på ved tilskudd både i 1994–1995 og i 2022–2023.",
        "Without criteria the reports become a list of what the money went to. The Office of the Auditor "
        "General pointed to missing and unclear criteria in grants both in 1994–1995 and in 2022–2023.",
    )
    example = (
        "grant_schemes.yaml:\n  shelter-grants: {achievement_criteria: null, lacks: [achievement_criteria]}"
    )
    good = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: \n"
        "    achievement_criteria: [{text: Andelen som er trygge et år etter, measures: user}]"
    )
    remedy = Text(
        "Skriv kriteriene i `achievement_criteria`, og si for hvert hva det måler. Mangler de i "
        "regelverket, skriv `achievement_criteria` under `lacks`.",
        "Write the criteria in `achievement_criteria`, and say of each what it measures. If the rules "
        "have none, put `achievement_criteria` under `lacks`.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 b: regelverket skal ha kriterier for "
        "måloppnåelse.",
        "Regulations on Financial Management in Central Government, 6.2.1 b: the rules are to have "
        "criteria of goal achievement.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme without criteria of goal achievement."""
        what = Text("kriteriene for måloppnåelse", "what shows that the goal is reached")
        yield from missing(self, study, "achievement_criteria", what)
