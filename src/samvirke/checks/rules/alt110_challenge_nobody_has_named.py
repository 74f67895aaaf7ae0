"""ALT110: a challenge has nobody behind it."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class ChallengeNobodyHasNamed(Rule):
    """A challenge whose `said_by` is empty."""

    code, name, severity = "ALT110", "challenge-nobody-has-named", "should"
    summary = Text("Ingen står bak en utfordring.", "A challenge has nobody behind it.")
    why = Text(
        "Problemet er det alle tiltakene skal måles mot. Er det bare vi som har sagt det, må leseren få vite "
        "det; ellers kan problemet være valgt for å passe til løsningen.",
        "The problem is what all measures are held against. If only we have said it, the reader must know; "
        "otherwise the problem may have been chosen to fit the solution.",
    )
    example = "challenges.yaml:\n  scattered: {said_by: []}"
    good = "challenges.yaml:\n  scattered: {said_by: [evaluation]}"
    remedy = Text(
        "Skriv i `said_by` kildene der noen sier det, eller ta utfordringen bort.",
        "Give in `said_by` the sources in which somebody says so, or take the challenge away.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 1: hva er problemet? At det skal vises hvem som har sagt "
        "det, er prosjektets egen regel.",
        "The instructions for official studies, 2-1, question 1: what is the problem? That it is shown who "
        "said so is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every challenge without a source."""
        for key, challenge in study.challenges.items():
            if not challenge.said_by:
                nb, en = f"ingen har sagt `{key}`", f"nobody has said `{key}`"
                yield self.finding(study, "challenges.yaml", (key, "said_by"), nb, en)
