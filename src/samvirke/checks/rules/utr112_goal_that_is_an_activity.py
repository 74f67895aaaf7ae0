"""UTR112: a goal says what to do, not how things are to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

# Verbs of what a body makes or carries out. Verbs of what becomes of people (help, protect, prevent) are left
# out: a goal may begin with them and still say how things are to be.
ACTIVITY = re.compile(
    r"^(å )?(ansett|arranger|avhold|avvikl|bevilg|bygg|etabler|flytt|gjennomfør|hold|innfør|kartlegg|lag|"
    r"legg ned|legge ned|omorganiser|opprett|organiser|revider|samlokaliser|slå sammen|styrk bemanning|"
    r"utarbeid|utred|utvikl)(e|er|es|t)?\b",
    re.I,
)


class GoalThatIsAnActivity(Rule):
    """A goal whose text begins with a verb such as establish, move, carry out or draw up, in bokmål."""

    code, name, severity = "UTR112", "goal-that-is-an-activity", "should"
    summary = Text(
        "Et mål sier hva som skal gjøres, ikke hvordan det skal bli.",
        "A goal says what to do, not how things are to be.",
    )
    why = Text(
        "Et mål som er et tiltak, er nådd når tiltaket er gjennomført, enten det hjalp eller ikke. Og det "
        "avgjør løsningen før alternativene er vurdert.",
        "A goal that is a measure is reached when the measure is carried out, whether it helped or not. "
        "And it settles the solution before the alternatives are considered.",
    )
    example = "study.yaml:\n  goals: {fewer-gaps: {text: Opprette et felles kontor}}"
    good = "study.yaml:\n  goals: {fewer-gaps: {text: Den som trenger hjelp får den på ett sted}}"
    remedy = Text(
        "Skriv den tilstanden dere vil ha for dem det gjelder. Er målet gitt slik i oppdraget, unnskyld "
        "funnet med det som grunn.",
        "Write the state that you want for those concerned. If the assignment gives the goal so, excuse the "
        "finding with that as the reason.",
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser punkt 3.1: hvordan målet nås, hører ikke hjemme her. "
        "Bestemmelser om økonomistyring i staten punkt 6.2.1: mål er ønsket tilstand for målgruppen.",
        "DFØ's guide to socio-economic analysis, 3.1: how the goal is reached does not belong here. "
        "Regulations on Financial Management in Central Government, 6.2.1: a goal is the state wanted for "
        "the target group.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every goal that begins with what somebody is to make or carry out."""
        for key, goal in study.assignment.goals.items():
            begun = ACTIVITY.match(goal.text.nb)
            if begun is not None:
                nb = f"`{key}` begynner med «{begun[0]}»: det er noe å gjøre, ikke noe å oppnå"
                en = f"`{key}` begins with “{begun[0]}”: that is something to do, not something to achieve"
                yield self.finding(study, "study.yaml", ("goals", key, "text"), nb, en, subject=key)
