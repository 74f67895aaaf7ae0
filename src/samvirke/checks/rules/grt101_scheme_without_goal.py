"""GRT101: a grant scheme without a goal."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import missing
from samvirke.language import Text
from samvirke.study.study import Study


class SchemeWithoutGoal(Rule):
    """A scheme whose rules have no goal, or whose goal nobody has looked up."""

    code, name, severity = "GRT101", "scheme-without-goal", "should"
    summary = Text(
        "En tilskuddsordning har ikke noe mål.",
        "A grant scheme has no goal.",
    )
    why = Text(
        "Uten et mål kan ingen si om pengene virker, heller ikke den som vil flytte ordningen for at den "
        "skal virke bedre. Upresise mål var det Riksrevisjonen pekte på ved tilskudd både i 1994–1995 og "
        "i 2022–2023.",
        "Without a goal nobody can say whether the money works, not even whoever wants to move the scheme "
        "so that it works better. Imprecise goals were what the Office of the Auditor General pointed to "
        "in grants both in 1994–1995 and in 2022–2023.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {goal: null, lacks: [goal]}"
    good = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: {goal: {nb: Utnyttede unge er trygge., en: Exploited young people are safe.}}"
    )
    remedy = Text(
        "Skriv i `goal` den tilstanden som ønskes for målgruppen. Har regelverket ikke noe mål, skriv "
        "`goal` under `lacks` og ta det opp som en svakhet.",
        "Write in `goal` the state that is wanted for the target group. If the rules have no goal, put "
        "`goal` under `lacks` and tell it as a weakness.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 a: regelverket skal ha mål og målgruppe.",
        "Regulations on Financial Management in Central Government, 6.2.1 a: the rules are to have a goal "
        "and a target group.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme without a goal."""
        yield from missing(self, study, "goal", Text("målet", "the goal"))
