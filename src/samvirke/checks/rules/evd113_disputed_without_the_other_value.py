"""EVD113: a disputed assumption does not show what it is disputed with."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import assumptions
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class DisputedWithoutTheOtherValue(Rule):
    """An assumption with status `disputed`, no `also`, and no estimate in the answers about it."""

    code, name, severity = "EVD113", "disputed-without-the-other-value", "should"
    summary = Text(
        "En omstridt forutsetning viser ikke det andre tallet.",
        "A disputed assumption does not show the other number.",
    )
    why = Text(
        "Når noen er uenig, skal leseren se begge tallene og hvorfor det ene er brukt. Ellers ser "
        "uenigheten ut til å være avgjort.",
        "When somebody disagrees, the reader is to see both numbers and why the one is used. "
        "Otherwise the disagreement looks settled.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {status: disputed}\n"
        "involvement.yaml:\n"
        "  police: {answered: 2020-12-01, answers: [{to: desk-fte, wording: For lavt}]}"
    )
    good = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {status: disputed}\n"
        "involvement.yaml:\n"
        "  police: {answered: 2020-12-01, answers: [{to: desk-fte, wording: For lavt, estimate: 5}]}"
    )
    remedy = Text(
        "Skriv det andre tallet i `also` med kilde og grunn, eller i `estimate` i svaret.",
        "Give the other number in `also` with its source and the reason, or in `estimate` in the answer.",
    )
    source = Text(
        "Prosjektets egen regel: begge sider av en uenighet vises.",
        "The project's own rule: both sides of a disagreement are shown.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every disputed assumption with only one number."""
        answers = [answer for body in study.involvement.values() for answer in body.answers]
        estimated = {answer.to for answer in answers if answer.estimate is not None}
        for file, path, assumption in assumptions(study):
            if assumption.status == "disputed" and not assumption.also and assumption.id not in estimated:
                nb = f"`{assumption.id}` er omstridt, men bare ett tall er vist"
                en = f"`{assumption.id}` is disputed, but only one number is shown"
                yield self.finding(study, file, (*path, "status"), nb, en, subject=assumption.id)
