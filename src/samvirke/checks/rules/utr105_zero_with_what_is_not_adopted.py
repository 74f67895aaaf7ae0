"""UTR105: the zero alternative has something that was not adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.sources import Source
from samvirke.study.study import Study

# A budget proposition is left out: the Storting adopts it each December, and studies cite it for the budget.
PROPOSES = re.compile(
    r"høring|forslag|utkast|\bNOU\b|\bProp\.? ?\d+ ?L\b|proposal|consultation|\bdraft\b|green paper", re.I
)


def _surely_after(source: Source, day: str) -> bool:
    """Whether even the first day that the source's date can mean lies after a day."""
    return source.date != "undated" and f"{source.date}-01-01"[:10] > day


class ZeroWithWhatIsNotAdopted(Rule):
    """A change of zero that rests on a source later than `as_of`; milder where that looks like a proposal."""

    code, name, severity = "UTR105", "zero-with-what-is-not-adopted", "must"
    summary = Text(
        "Nullalternativet har med noe som ikke var vedtatt.",
        "The zero alternative has something that was not adopted.",
    )
    why = Text(
        "Nullalternativet er bare vedtatt politikk. Legges et forslag i det, ser alternativene mindre ut enn "
        "de er, og forslaget blir regnet som gratis.",
        "The zero alternative is adopted policy only. If a proposal is put in it, the alternatives look "
        "smaller than they are, and the proposal is counted as free.",
    )
    example = (
        "sources.yaml:\n"
        "  decision: {title: Kongelig resolusjon, publisher: Regjeringen, date: 2022-03-01,\n"
        "             retrieved: 2022-04, note: Kom etter datoen}\n"
        "alternatives/zero.yaml:\n"
        "  changes:\n"
        "    - {id: told, verb: assign, start: 2022-06, task: aid, actor: police, part: informed,\n"
        "       reason: Politiet skal orienteres, adopted: decision}"
    )
    good = (
        "sources.yaml:\n"
        "  decision: {title: Kongelig resolusjon, publisher: Regjeringen, date: 2020-03-01,\n"
        "             retrieved: 2020-04}\n"
        "alternatives/zero.yaml:\n"
        "  changes:\n"
        "    - {id: told, verb: assign, start: 2022-06, task: aid, actor: police, part: informed,\n"
        "       reason: Politiet skal orienteres, adopted: decision}"
    )
    remedy = Text(
        "Flytt endringen til et alternativ, eller vis i `adopted` til vedtaket selv, fra før datoen i "
        "`as_of`.",
        "Move the change to an alternative, or let `adopted` name the decision itself, from before the "
        "date in `as_of`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-2, rundskriv R-109 og DFØs veileder i samfunnsøkonomiske analyser "
        "punkt 3.1: nullalternativet er dagens situasjon med vedtatt politikk.",
        "The instructions for official studies, 2-2, circular R-109 and DFØ's guide to socio-economic "
        "analysis, 3.1: the zero alternative is today with adopted policy.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every change of zero whose decision came too late, or looks like a proposal."""
        zero = study.zero
        today = study.assignment.as_of.isoformat()
        for number, change in enumerate(zero.changes if zero is not None else ()):
            assert zero is not None and change.adopted is not None  # the reader refuses one without
            decision = study.sources[change.adopted]
            path = ("changes", number, "adopted")
            file, subject = alternative_file(zero.id), change.id
            if _surely_after(decision, today):
                nb = f"`{change.id}` bygger på et vedtak fra {decision.date}, etter {today}"
                en = f"`{change.id}` rests on a decision of {decision.date}, after {today}"
                yield self.finding(study, file, path, nb, en, subject=subject)
            elif PROPOSES.search(decision.title):
                nb = f"`{change.id}` bygger på noe som ser ut som et forslag: «{decision.title}»"
                en = f"`{change.id}` rests on what looks like a proposal: “{decision.title}”"
                yield self.finding(study, file, path, nb, en, subject=subject, severity="should")
