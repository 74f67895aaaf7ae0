"""RSP113: the shares of those who do a task do not add to the whole."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text, number
from samvirke.quantities.expressions import Constant
from samvirke.study.study import Study

NEARLY = 0.005  # thirds written with two decimals add to 0.99


class SharesThatDoNotAddUp(Rule):
    """A task where every doer has a plain share, for all groups, and the shares do not add to 1."""

    code, name, severity = "RSP113", "shares-that-do-not-add-up", "should"
    summary = Text(
        "Andelene til dem som utfører en oppgave, blir ikke til sammen én hel.",
        "The shares of those who do a task do not add to the whole.",
    )
    why = Text(
        "Da er noe av oppgaven enten ikke gjort eller regnet med to ganger, og pengene følger feil "
        "når den flyttes.",
        "Some of the task is then either not done or counted twice, and the money follows wrongly "
        "when it moves.",
    )
    example = (
        "responsibilities.yaml:\n"
        "  identification: {does: [{actor: police, share: 0.5}, {actor: desk, share: 0.2}]}"
    )
    remedy = Text(
        "La andelene bli 1 til sammen. Er noe av oppgaven ikke gjort, skriv det i `note` og la "
        "andelene dele det som gjøres.",
        "Let the shares add to 1. If some of the task is not done, say so in `note` and let the "
        "shares divide what is done.",
    )
    source = Text(
        "Prosjektets egen regel: andelene deler oppgaven helt opp.",
        "The project's own rule: the shares divide the whole of the task.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such task, with what its shares add to."""
        for key, responsibility in study.responsibilities.items():
            does = responsibility.does
            shares = [one.share.value for one in does if isinstance(one.share, Constant) and not one.groups]
            total = sum(shares)
            if shares and len(shares) == len(does) and abs(total - 1) > NEARLY:
                nb = f"andelene i `{key}` blir {number(total, 'nb', 2)}, ikke 1"
                en = f"the shares of `{key}` add to {number(total, 'en', 2)}, not 1"
                yield self.finding(study, "responsibilities.yaml", (key, "does"), nb, en)
