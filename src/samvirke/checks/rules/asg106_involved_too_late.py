"""ASG106: somebody was brought in too late for the study to use what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

SHORTEST = timedelta(weeks=3)


class InvolvedTooLate(Rule):
    """An invitation less than three weeks before the deadline, or an answer after it."""

    code, name, severity = "ASG106", "involved-too-late", "should"
    summary = Text(
        "Noen er tatt med for sent til at utredningen kan bruke det de sier.",
        "Somebody was brought in too late for the study to use what they say.",
    )
    why = Text(
        "Den som blir spurt når alt er skrevet, blir orientert, ikke involvert. Korte frister er den grunnen "
        "som oftest oppgis for svake utredninger.",
        "Whoever is asked when all is written is informed, not involved. Short deadlines are the cause most "
        "often given for weak studies.",
    )
    example = "involvement.yaml:\n  shelter: {invited: 2020-12-20}"
    good = "involvement.yaml:\n  shelter: {invited: 2020-12-01}"
    remedy = Text(
        "Be om lengre frist, eller si i teksten om forutsetninger hvem som ikke rakk å svare. Er datoen ført "
        "feil, rett den.",
        "Ask for a later deadline, or say in the text on conditions who had no time to answer. If the date "
        "was entered wrongly, mend it.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1: tidlig involvering. Grensen på tre uker er prosjektets egen; den er "
        "fristen dagens instruks gir departementene i punkt 3-2.",
        "The instructions for official studies, 3-1: early involvement. The limit of three weeks is the "
        "project's own; it is the time that the present instructions give the ministries in 3-2.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every invitation and every answer that came too late."""
        deadline = study.assignment.deadline
        for key, body in study.involvement.items():
            if body.invited is not None and body.invited > deadline - SHORTEST:
                nb = f"`{key}` ble invitert {body.invited}, mindre enn tre uker før fristen {deadline}"
                en = (
                    f"`{key}` was invited on {body.invited}, under three weeks before the deadline {deadline}"
                )
                yield self.finding(study, "involvement.yaml", (key, "invited"), nb, en)
            elif body.answered is not None and body.answered > deadline:
                nb = f"`{key}` svarte {body.answered}, etter fristen {deadline}"
                en = f"`{key}` answered on {body.answered}, after the deadline {deadline}"
                yield self.finding(study, "involvement.yaml", (key, "answered"), nb, en)
