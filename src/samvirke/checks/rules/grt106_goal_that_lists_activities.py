"""GRT106: the goal of a grant scheme reads as a list of activities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES
from samvirke.language import Text, listed
from samvirke.study.study import Study

# What is done, not what it leads to; the beginnings of words, so that their forms are found too.
ACTIVITY = re.compile(
    r"\b(rådgivning|veiledning|oppfølging|informasjon|opplæring|kurs|konferanse|seminar|møte|nettverk|"
    r"oppsøkende|kampanje|drift|botilbud|aktivitet|tiltak|prosjekt|kartlegging|utredning)\w*",
    re.IGNORECASE,
)
FEWEST = 3


class GoalThatListsActivities(Rule):
    """A goal in which at least three words name activities rather than a state."""

    code, name, severity = "GRT106", "goal-that-lists-activities", "note"
    summary = Text(
        "Målet for en tilskuddsordning er en liste over aktiviteter.",
        "The goal of a grant scheme is a list of activities.",
    )
    why = Text(
        "Et mål er en ønsket tilstand for målgruppen. Er det i stedet en liste over tiltak, er det nådd i "
        "det øyeblikket pengene er brukt, og ingen får vite om de hjalp.",
        "A goal is a state that is wanted for the target group. If it is a list of services instead, it "
        "is reached the moment the money is spent, and nobody learns whether that helped.",
    )
    example = (
        "grant_schemes.yaml:\n"
        '  shelter-grants: {goal: "Rådgivning, kurs og oppsøkende arbeid for utnyttede unge."}'
    )
    good = "grant_schemes.yaml:\n  shelter-grants: {goal: Utnyttede unge er trygge.}"
    remedy = Text(
        "Skriv hva som skal være bedre for målgruppen, og la aktivitetene stå i `award_criteria`. Regelen "
        "ser bare på ordene; gjelder den ikke målet, unnskyld funnet.",
        "Write what is to be better for the target group, and let the activities stand in "
        "`award_criteria`. The rule looks only at the words; if it does not fit the goal, excuse the "
        "finding.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 a, slik en evaluering for Helsedirektoratet "
        "utlegger kravet: målet er en ønsket tilstand, ikke aktiviteter. At tre aktivitetsord gir et "
        "funn, er prosjektets egen regel.",
        "Regulations on Financial Management in Central Government, 6.2.1 a, as an evaluation for the "
        "Directorate of Health reads it: the goal is a desired state, not activities. That three words "
        "for activities give a finding is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every goal with at least three different words for activities in its bokmål."""
        for key, scheme in study.grant_schemes.items():
            goal = scheme.goal.text.nb if scheme.goal is not None else ""
            named = tuple(dict.fromkeys(word.lower() for word in ACTIVITY.findall(goal)))
            if len(named) >= FEWEST:
                words = Text(listed(named, "nb"), listed(named, "en"))
                nb = f"målet for `{key}` nevner aktiviteter: {words.nb}"
                en = f"the goal of `{key}` names activities: {words['en']}"
                yield self.finding(study, SCHEMES, (key, "goal"), nb, en)
