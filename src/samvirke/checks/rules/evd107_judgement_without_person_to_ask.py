"""EVD107: an estimate of ours does not say who could answer better."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import assumptions
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class JudgementWithoutPersonToAsk(Rule):
    """An assumption with status `ours` and no `could_answer`; a formula is asked through its parts."""

    code, name, severity = "EVD107", "judgement-without-person-to-ask", "should"
    summary = Text(
        "Et eget anslag sier ikke hvem som kunne svart bedre.",
        "An estimate of ours does not say who could answer better.",
    )
    why = Text(
        "Neste skritt for et anslag er å spørre den som vet. Står ingen nevnt, blir det aldri spurt.",
        "The next step for an estimate is to ask whoever knows. When nobody is named, the question is "
        "never put.",
    )
    example = "assumptions.yaml:\n  assumptions:\n    desk-fte: {status: ours, could_answer: null}"
    remedy = Text(
        "Skriv i `could_answer` hvilken aktør som kunne bekrefte tallet, og gjerne spørsmålet i `question`.",
        "Say in `could_answer` which actor could confirm the number, and preferably put the question in "
        "`question`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1: berørte tas med tidlig. At hvert anslag navngir hvem som kan "
        "svare, er prosjektets egen regel.",
        "The instructions for official studies, 3-1: those affected are involved early. That each "
        "estimate names who could answer is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every estimate of ours that names nobody to ask."""
        for file, path, assumption in assumptions(study):
            asks = assumption.status == "ours" and assumption.formula is None
            if asks and assumption.could_answer is None:
                nb = f"`{assumption.id}` sier ikke hvem som kunne svart"
                en = f"`{assumption.id}` does not say who could answer"
                yield self.finding(study, file, path, nb, en, subject=assumption.id)
