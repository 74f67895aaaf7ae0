"""EVD116: an assumption is marked as asked about, but nobody was asked."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import assumptions
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class AskedWithoutRecord(Rule):
    """Status `asked` with nobody in involvement.yaml who was invited and asked about it."""

    code, name, severity = "EVD116", "asked-without-record", "should"
    summary = Text(
        "En forutsetning står som spurt om, men ingen er spurt.",
        "An assumption is marked as asked about, but nobody was asked.",
    )
    why = Text(
        "Rapporten teller hvor mange tall som er spurt om. Teller den noe som aldri ble sendt, ser "
        "involveringen større ut enn den er.",
        "The report counts how many numbers were asked about. If it counts what was never sent, the "
        "involvement looks greater than it is.",
    )
    example = "assumptions.yaml:\n  assumptions:\n    cases: {status: asked}"
    good = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {status: asked}\n"
        "involvement.yaml:\n"
        "  police: {actor: police, asked: [desk-fte], invited: 2020-11-01}"
    )
    remedy = Text(
        "Før opp i involvement.yaml hvem som ble spurt, med `asked` og `invited`, eller sett `status` "
        "til `ours`.",
        "Enter in involvement.yaml who was asked, with `asked` and `invited`, or set `status` to `ours`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1. At involveringen kan etterprøves, er prosjektets egen regel.",
        "The instructions for official studies, 3-1. That the involvement can be verified is the "
        "project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every assumption said to be asked about that no invited body was asked about."""
        invited = [body for body in study.involvement.values() if body.invited is not None]
        asked = {key for body in invited for key in body.asked}
        for file, path, assumption in assumptions(study):
            if assumption.status == "asked" and assumption.id not in asked:
                nb = f"`{assumption.id}` står som spurt om, men ingen er ført opp som spurt"
                en = f"`{assumption.id}` is marked as asked about, but nobody is entered as asked"
                yield self.finding(study, file, (*path, "status"), nb, en, subject=assumption.id)
