"""ASG105: somebody answered, or was reminded, before being invited."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class InvolvementOutOfOrder(Rule):
    """A body whose `answered` or `reminded` is before its `invited`."""

    code, name, severity = "ASG105", "involvement-out-of-order", "must"
    summary = Text(
        "Noen har svart eller fått en påminnelse før de ble invitert.",
        "Somebody answered, or was reminded, before being invited.",
    )
    why = Text(
        "Datoene er det som viser at involveringen har skjedd. Stemmer de ikke med hverandre, beviser de "
        "ingenting.",
        "The dates are what shows that the involvement took place. If they do not agree, they prove nothing.",
    )
    example = "involvement.yaml:\n  shelter: {reminded: 2020-10-01}"
    good = "involvement.yaml:\n  shelter: {reminded: 2020-11-20}"
    remedy = Text("Rett datoen som er ført feil.", "Mend the date that was entered wrongly.")
    source = Text(
        "Utredningsinstruksen punkt 3-1. At involveringen kan etterprøves, er prosjektets egen regel.",
        "The instructions for official studies, 3-1. That the involvement can be verified is the project's "
        "own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every date that comes before the invitation; an answer without one is ASG103."""
        for key, body in study.involvement.items():
            if body.invited is None:
                continue
            for field, nb, en in (
                ("reminded", "ble påminnet", "was reminded"),
                ("answered", "svarte", "answered"),
            ):
                day = getattr(body, field)
                if day is not None and day < body.invited:
                    told_nb = f"`{key}` {nb} {day}, før invitasjonen {body.invited}"
                    told_en = f"`{key}` {en} on {day}, before the invitation of {body.invited}"
                    yield self.finding(study, "involvement.yaml", (key, field), told_nb, told_en)
