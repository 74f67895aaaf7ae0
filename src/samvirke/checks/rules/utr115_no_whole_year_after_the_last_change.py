"""UTR115: the study ends before an alternative has been in place for a whole year."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.months import year_span
from samvirke.study.study import Study


class NoWholeYearAfterTheLastChange(Rule):
    """An alternative whose last change starts after 1 January of the last year, or ends within it."""

    code, name, severity = "UTR115", "no-whole-year-after-the-last-change", "should"
    summary = Text(
        "Utredningen slutter før et alternativ har vært på plass et helt år.",
        "The study ends before an alternative has been in place for a whole year.",
    )
    why = Text(
        "Da finnes det ikke noe år som viser hva alternativet koster når alt er på plass. Omleggingen teller "
        "med, men ikke det den skulle gi.",
        "Then there is no year that shows what the alternative costs once everything is in place. The change "
        "counts, but not what it was to bring.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: move-desk, verb: move, start: 2025-03, unit: desk, to: social,\n"
        "       reason: Nærmere dem som hjelper}"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: move-desk, verb: move, start: 2025-01, unit: desk, to: social,\n"
        "       reason: Nærmere dem som hjelper}"
    )
    remedy = Text(
        "Sett `horizon` i study.yaml høyere, eller la endringene starte tidligere.",
        "Set `horizon` in study.yaml higher, or let the changes start sooner.",
    )
    source = Text(
        "Rundskriv R-109: analyseperioden skal fange opp virkningene så langt det er mulig. Ordlyden er ikke "
        "bekreftet; grensen på ett år er prosjektets egen.",
        "Circular R-109: the period of analysis is to take in the effects as far as possible. The wording is "
        "not confirmed; the limit of a year is the project's own.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative that the study sees too little of; a change that outlasts it is ALT121."""
        last_year = year_span(study.assignment.years[-1])[0]
        for key, alternative in study.alternatives.items():
            made = [written.change for written in study.changes(key)]
            late = [change.start for change in made if change.start > last_year]
            late += [change.until for change in made if change.until and last_year < change.until < study.end]
            if late and not alternative.zero:
                year = study.assignment.years[-1]
                nb = f"den siste endringen i `{key}` skjer {max(late)}, og utredningen slutter med {year}"
                en = f"the last change of `{key}` is in {max(late)}, and the study ends with {year}"
                yield self.finding(study, alternative_file(key), ("changes",), nb, en, subject=key)
