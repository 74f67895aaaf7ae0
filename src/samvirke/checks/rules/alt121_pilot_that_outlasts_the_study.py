"""ALT121: a change ends after the last year that the study looks at."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import changes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class PilotThatOutlastsTheStudy(Rule):
    """A change whose `until` is the month after the study's years, or later."""

    code, name, severity = "ALT121", "pilot-that-outlasts-the-study", "should"
    summary = Text(
        "En endring slutter etter det siste året utredningen ser på.",
        "A change ends after the last year that the study looks at.",
    )
    why = Text(
        "Da ser ingen av tallene hva som skjer når prøven er over, og sluttbildet i utredningen er prøven "
        "selv. At noe er midlertidig, har ingen virkning på tallene.",
        "Then no figure sees what happens when the pilot is over, and the final state in the study is the "
        "pilot itself. That something is temporary has no effect on the figures.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: try-it, verb: assign, start: 2023-01, until: 2027-01, task: aid, actor: desk,\n"
        "       part: consulted, reason: Vi prøver det lenge,\n"
        "       stop_criteria: [{figure: admin.gaps, threshold: 1}]}"
    )
    remedy = Text(
        "Sett `horizon` i study.yaml så høyt at minst ett år etter slutten er med, eller la endringen slutte "
        "før.",
        "Set `horizon` in study.yaml so high that at least one year after the end is included, or let the "
        "change end sooner.",
    )
    source = Text(
        "Rundskriv R-109: analyseperioden skal fange opp virkningene så langt det er mulig. Ordlyden er ikke "
        "bekreftet.",
        "Circular R-109: the period of analysis is to take in the effects as far as possible. The wording is "
        "not confirmed.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every change that the study does not see the end of."""
        for file, path, change in changes(study):
            if change.until is not None and change.until >= study.end:
                last = study.assignment.years[-1]
                nb = f"`{change.id}` gjelder til {change.until}, men utredningen ser bare til og med {last}"
                en = f"`{change.id}` lasts until {change.until}, but the study looks no further than {last}"
                yield self.finding(study, file, (*path, "until"), nb, en, subject=change.id)
