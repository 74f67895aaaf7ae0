"""ASG115: a contact has an address or a telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

REACHED = re.compile(r"\S@\S|(?:\+?\d[\s.-]?){8,}")


class PrivatePersonAsContact(Rule):
    """A `contact` with an e-mail address or eight digits in a row."""

    code, name, severity = "ASG115", "private-person-as-contact", "must"
    summary = Text(
        "En kontakt er oppgitt med adresse eller telefonnummer.",
        "A contact has an address or a telephone number.",
    )
    why = Text(
        "Studien kan deles og trykkes. Opplysninger om enkeltpersoner hører ikke hjemme der; en funksjon "
        "er nok til å vise hvem som ble spurt.",
        "The study can be shared and printed. Details of single persons do not belong there; a function is "
        "enough to show who was asked.",
    )
    example = "involvement.yaml:\n  shelter: {contact: daglig.leder@krisehjelpen.example}"
    good = "involvement.yaml:\n  shelter: {contact: Daglig leder}"
    remedy = Text(
        "Skriv funksjonen i `contact`, og hold adresser utenfor studien.",
        "Write the function in `contact`, and keep addresses out of the study.",
    )
    source = Text(
        "Personvernforordningen artikkel 5 om dataminimering. At en kontakt er en funksjon, er prosjektets "
        "egen regel.",
        "The General Data Protection Regulation, article 5, on data minimisation. That a contact is a "
        "function is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every contact that somebody can be reached by; the finding does not repeat it."""
        for key, body in study.involvement.items():
            if body.contact is not None and REACHED.search(body.contact):
                nb = f"kontakten for `{key}` er oppgitt med adresse eller telefonnummer"
                en = f"the contact of `{key}` has an address or a telephone number"
                yield self.finding(study, "involvement.yaml", (key, "contact"), nb, en)
