"""UTR120: the text on conditions does not say how anybody will know whether it worked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

FILE = "conditions.nb.md"
EVALUATED = re.compile(
    r"evaluer|følge(s)? opp|oppfølging|etterprøv|måle(s|r)?\b|gevinst|gjennomgang|vurderes etter", re.I
)


class EvaluationNotMentioned(Rule):
    """A text `conditions` without a word on evaluation, measurement or follow-up."""

    code, name, severity = "UTR120", "evaluation-not-mentioned", "note"
    summary = Text(
        "Teksten om forutsetninger sier ikke hvordan noen skal få vite om det virket.",
        "The text on conditions does not say how anybody will know whether it worked.",
    )
    why = Text(
        "Skal noe måles etterpå, må det telles før. Den som ikke har bestemt hvordan tiltaket skal "
        "evalueres, oppdager som regel for sent at grunnlaget mangler.",
        "What is to be measured afterwards must be counted beforehand. Whoever has not settled how the "
        "measure is to be evaluated commonly finds too late that there is nothing to compare with.",
    )
    example = "texts/conditions.nb.md: De ansatte er med fra starten. [@evaluation]"
    good = (
        "texts/conditions.nb.md: De ansatte er med fra starten, og omleggingen skal evalueres. [@evaluation]"
    )
    remedy = Text(
        "Skriv i texts/conditions.nb.md når og hvordan tiltaket skal evalueres, og hva som må telles før det "
        "begynner.",
        "Say in texts/conditions.nb.md when and how the measure is to be evaluated, and what must be counted "
        "before it begins.",
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser punkt 3.8 og DFØs sjekkliste: når og hvordan tiltaket "
        "skal evalueres.",
        "DFØ's guide to socio-economic analysis, 3.8, and DFØ's checklist: when and how the measure is to be "
        "evaluated.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding; a text that is missing is UTR104."""
        text = study.texts.get(FILE, "")
        if text.strip() and not EVALUATED.search(text):
            nb, en = "teksten nevner ingen evaluering", "the text mentions no evaluation"
            yield self.finding(study, f"texts/{FILE}", (), nb, en)
