"""EVD108: an assumption is marked as answered, but nobody has answered it."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import assumptions
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

CLAIMED = {"answered": "besvart", "disputed": "omstridt"}


class AnsweredWithoutRecord(Rule):
    """Status `answered` or `disputed` with no answer in involvement.yaml behind it."""

    code, name, severity = "EVD108", "answered-without-record", "must"
    summary = Text(
        "En forutsetning står som besvart, men ingen har svart.",
        "An assumption is marked as answered, but nobody has answered it.",
    )
    why = Text(
        "Rapporten forteller på første side hvor mange tall som er bekreftet. Et svar som ikke finnes, "
        "legger ord i munnen på en etat.",
        "The report says on its first page how many numbers are confirmed. An answer that does not exist "
        "puts words in an agency's mouth.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {status: answered}\n"
        "involvement.yaml:\n"
        "  police: {actor: police, answers: []}"
    )
    good = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {status: answered}\n"
        "involvement.yaml:\n"
        "  police: {actor: police, answered: 2020-12-01, answers: [{to: desk-fte, wording: Tre årsverk}]}"
    )
    remedy = Text(
        "Før svaret opp i involvement.yaml med `to:` og ordlyden, eller sett `status` til `ours` eller "
        "`asked`.",
        "Enter the answer in involvement.yaml with `to:` and its wording, or set `status` to `ours` or "
        "`asked`.",
    )
    source = Text(
        "Prosjektets egen regel: et anslag leses aldri som om aktøren hadde sagt det.",
        "The project's own rule: an estimate never reads as if the actor had said it.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every assumption said to be answered or disputed that no answer is about."""
        answered = {answer.to for body in study.involvement.values() for answer in body.answers}
        for file, path, assumption in assumptions(study):
            if assumption.status in CLAIMED and assumption.id not in answered:
                nb = f"`{assumption.id}` står som {CLAIMED[assumption.status]}, men intet svar er ført"
                en = f"`{assumption.id}` is marked {assumption.status}, but no answer is entered"
                yield self.finding(study, file, (*path, "status"), nb, en, subject=assumption.id)
