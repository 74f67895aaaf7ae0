"""UTR116: the timetable counts on a hearing of less than six weeks."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.spans import DAYS_A_MONTH, months
from samvirke.language import Text, number
from samvirke.study.study import Study

SHORTEST = 42 / DAYS_A_MONTH  # six weeks, in months


class HearingTooShort(Rule):
    """`durations.hearing` below six weeks; milder where only its low end is."""

    code, name, severity = "UTR116", "hearing-too-short", "must"
    summary = Text(
        "Tidsplanen regner med en høring på under seks uker.",
        "The timetable counts on a hearing of less than six weeks.",
    )
    why = Text(
        "De som skal svare, trenger tid til å behandle saken i egne organer. En plan som bare går opp med en "
        "for kort høring, er en plan som ikke går opp.",
        "Those who are to answer need time to treat the matter in bodies of their own. A plan that works "
        "only with too short a hearing is a plan that does not work.",
    )
    example = "transition.yaml: {durations: {hearing: 1}}"
    good = "transition.yaml: {durations: {hearing: 3}}"
    remedy = Text(
        "Skriv minst 1.4 måneder i `hearing`; det normale er 3. Kan høringen utelates, skal det avgjøres "
        "skriftlig av øverste leder; si det i teksten om forutsetninger.",
        "Write at least 1.4 months in `hearing`; 3 is normal. If there need be no hearing, the top leader "
        "decides so in writing; say it in the text on conditions.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-3: høringsfristen skal normalt være tre måneder, og ikke under seks "
        "uker. Etter dagens instruks kan den være kortere i EØS- og Schengen-saker.",
        "The instructions for official studies, 3-3: the period is normally three months and not less than "
        "six weeks. By the present instructions it may be shorter in EEA and Schengen matters.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding; silent where the length follows from a formula."""
        durations = study.transition.durations if study.transition is not None else None
        span = months(study, durations.hearing) if durations is not None else None
        if span is None or span.low >= SHORTEST:
            return
        short = span.middle < SHORTEST
        shown = span.middle if short else span.low
        where = Text("", "") if short else Text("i nedre ende ", "at its low end ")
        nb = f"høringen er {where.nb}{number(shown, 'nb', 1)} måneder, under seks uker"
        en = f"the hearing is {where['en']}{number(shown, 'en', 1)} months, below six weeks"
        path = ("durations", "hearing")
        yield self.finding(
            study, "transition.yaml", path, nb, en, subject="hearing", severity="must" if short else "should"
        )
