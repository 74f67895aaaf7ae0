"""UTR119: people change employer, and the text on conditions does not mention the employees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.changes import AnyChange, Close, Merge, Move
from samvirke.study.study import Study

FILE = "conditions.nb.md"
EMPLOYEES = re.compile(r"ansatt|tillitsvalgt|medarbeider|medbestem|arbeidstaker|omstillingsavtale", re.I)


def _moves_people(change: AnyChange) -> bool:
    """Whether a change gives people another employer, or takes their posts away."""
    if isinstance(change, Move):
        return change.unit is not None or change.staff == "follows"
    return isinstance(change, Merge | Close)


class EmployeesNotMentioned(Rule):
    """Units or staff that move, merge or close, and a text `conditions` that says nothing of the people."""

    code, name, severity = "UTR119", "employees-not-mentioned", "should"
    summary = Text(
        "Folk bytter arbeidsgiver, men teksten om forutsetninger nevner ikke de ansatte.",
        "People change employer, and the text on conditions does not mention the employees.",
    )
    why = Text(
        "De ansattes organisasjoner skal orienteres når oppdraget er mottatt, og få medvirke. I enheter på "
        "noen få personer avgjør det også om kunnskapen følger med.",
        "The employees' organisations are to be informed when the assignment is received, and to take "
        "part. In units of a few people it also settles whether the knowledge comes along.",
    )
    example = (
        "texts/conditions.nb.md: Departementene må bli enige, og omleggingen skal evalueres. [@evaluation]"
    )
    good = (
        "texts/conditions.nb.md: De ansatte er med fra starten, og omleggingen skal evalueres. [@evaluation]"
    )
    remedy = Text(
        "Skriv i texts/conditions.nb.md hva de ansatte har krav på, og når de tas med. Rapporten har en "
        "liste over stegene.",
        "Say in texts/conditions.nb.md what is owed to the employees, and when they are brought in. The "
        "report lists the steps.",
    )
    source = Text(
        "Hovedavtalen i staten og retningslinjene «Personalpolitikk ved omstillingsprosesser». "
        "Utredningsinstruksen punkt 2-1, spørsmål 6.",
        "The Basic Agreement for the civil service and the guidelines “Personalpolitikk ved "
        "omstillingsprosesser”. The instructions for official studies, 2-1, question 6.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, naming the alternatives; a text that is missing is UTR104."""
        text = study.texts.get(FILE, "")
        if not text.strip() or EMPLOYEES.search(text):
            return
        moving = [
            key
            for key, alternative in study.alternatives.items()
            if not alternative.zero and any(_moves_people(one.change) for one in study.changes(key))
        ]
        if moving:
            nb = f"folk bytter arbeidsgiver i {some(moving).nb}, men de ansatte er ikke nevnt"
            en = f"people change employer in {some(moving)['en']}, but the employees are not mentioned"
            yield self.finding(study, f"texts/{FILE}", (), nb, en)
