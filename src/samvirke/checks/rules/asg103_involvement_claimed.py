"""ASG103: somebody is entered with an answer but was not invited."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class InvolvementClaimed(Rule):
    """A body with an answer or a date of answer, and no date of invitation."""

    code, name, severity = "ASG103", "involvement-claimed", "must"
    summary = Text(
        "Noen står med svar, men er ikke invitert.",
        "Somebody is entered with an answer but was not invited.",
    )
    why = Text(
        "Et svar fra noen som ikke er spurt, er enten ført feil eller diktet opp. Involveringen må kunne "
        "dokumenteres.",
        "An answer from somebody who was not asked is either entered wrongly or made up. It must be "
        "possible to document the involvement.",
    )
    example = (
        "involvement.yaml:\n"
        "  social: {invited: null, answered: 2020-12-01, answers: [{to: overhead, wording: En tredel}]}"
    )
    remedy = Text(
        "Skriv datoen for invitasjonen i `invited`, eller ta bort svaret.",
        "Give the date of the invitation in `invited`, or take the answer away.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1. At involveringen kan etterprøves, er prosjektets egen regel.",
        "The instructions for official studies, 3-1. That the involvement can be verified is the "
        "project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every answer without an invitation before it."""
        for key, body in study.involvement.items():
            if body.invited is None and (body.answered is not None or body.answers):
                nb = f"`{key}` har svart uten å være invitert"
                en = f"`{key}` has answered without being invited"
                yield self.finding(study, "involvement.yaml", (key,), nb, en)
