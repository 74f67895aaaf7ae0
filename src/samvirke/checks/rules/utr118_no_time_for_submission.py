"""UTR118: the timetable leaves no time for the affected ministries to comment before the hearing."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.spans import DAYS_A_MONTH, months
from samvirke.language import Text, number
from samvirke.quantities.distributions import Exact
from samvirke.quantities.expressions import Constant, Expression, Reference
from samvirke.study.study import Study

SHORTEST = 21 / DAYS_A_MONTH  # three weeks, in months
RULES = {"regulation": Text("en forskrift", "a regulation"), "law": Text("en lov", "a law")}


def _share(study: Study, stated: Expression) -> float | None:
    """A share, when it is one number."""
    if isinstance(stated, Constant):
        return stated.value
    if isinstance(stated, Reference):
        spread = study.assumptions[stated.name].distribution
        return spread.value if isinstance(spread, Exact) else None
    return None


class NoTimeForSubmission(Rule):
    """Less than three weeks' work on a regulation or a law before its hearing begins."""

    code, name, severity = "UTR118", "no-time-for-submission", "should"
    summary = Text(
        "Tidsplanen gir ikke berørte departementer tid til å uttale seg før høringen.",
        "The timetable leaves no time for the affected ministries to comment before the hearing.",
    )
    why = Text(
        "Lover og forskrifter skal forelegges berørte departementer før de sendes på høring. Er hele "
        "arbeidet før høringen kortere enn fristen de har, kan planen ikke holde.",
        "Laws and regulations are submitted to the affected ministries before they go on hearing. If all the "
        "work before the hearing is shorter than the time these have, the plan cannot hold.",
    )
    example = "transition.yaml: {durations: {regulation: 1}}"
    good = "transition.yaml: {durations: {regulation: 9}}"
    remedy = Text(
        "Skriv lengre tid i `regulation` eller `law`, eller legg mer av arbeidet før høringen i "
        "`before_hearing`.",
        "Write more time in `regulation` or `law`, or put more of the work before the hearing in "
        "`before_hearing`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-2 i dagens tekst: foreleggelse før høring, med minst tre ukers frist "
        "om ikke annet er avtalt. Når denne teksten trådte i kraft, er ikke bekreftet.",
        "The instructions for official studies, 3-2 of the present text: submission before the hearing, "
        "with at least three weeks unless agreed otherwise. When this text entered into force is not "
        "confirmed.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding for a regulation and one for a law; silent where a length follows from a formula."""
        durations = study.transition.durations if study.transition is not None else None
        share = _share(study, durations.before_hearing) if durations is not None else None
        if durations is None or share is None:
            return
        for rule, stated in (("regulation", durations.regulation), ("law", durations.law)):
            span = months(study, stated)
            if span is not None and share * span.middle < SHORTEST:
                weeks = share * span.middle * DAYS_A_MONTH / 7
                nb = f"arbeidet med {RULES[rule].nb} før høringen er {number(weeks, 'nb', 1)} uker, under tre"
                rest = f"{number(weeks, 'en', 1)} weeks, below three"
                en = f"the work on {RULES[rule]['en']} before its hearing is {rest}"
                yield self.finding(study, "transition.yaml", ("durations", rule), nb, en, subject=rule)
