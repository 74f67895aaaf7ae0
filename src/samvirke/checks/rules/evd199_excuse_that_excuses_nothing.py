"""EVD199: an excuse no longer applies, or is due to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from samvirke.checks.finding import Finding
from samvirke.checks.mend import Mend
from samvirke.checks.rule import Rule
from samvirke.errors import visible
from samvirke.language import Text
from samvirke.study.involvement import Excuse
from samvirke.study.study import Study
from samvirke.study.writing import REMOVED

FROM_RUNS = 900


class ExcuseThatExcusesNothing(Rule):
    """An excuse that no finding matches, or whose date of review has passed."""

    code, name, severity = "EVD199", "excuse-that-excuses-nothing", "note"
    summary = Text(
        "En unnskyldning gjelder ikke noe funn, eller datoen i den er passert.",
        "An excuse applies to no finding, or its date has passed.",
    )
    why = Text(
        "En gammel unnskyldning kan skjule et nytt funn på samme sted. Etter datoen i `review` teller funnet "
        "igjen, så noen må se på det.",
        "An old excuse can hide a new finding in the same place. After the date in `review` the finding "
        "counts again, so that somebody has to look at it.",
    )
    example = (
        "excuses.yaml:\n"
        "  - {code: RSP101, place: tasks.yaml statistics, reason: Kjent hull, review: 2021-06-01}"
    )
    remedy = Text(
        "Ta bort unnskyldningen, rett koden eller stedet, eller vurder den på nytt og sett en senere dato "
        "i `review`.",
        "Take the excuse away, mend its code or place, or consider it again and set a later date in "
        "`review`.",
    )
    mend = Text(
        "Tar bort en unnskyldning som ikke gjelder noe funn, når ingen gjenstående funn har samme kode eller "
        "samme sted. Har noen det, kan koden eller stedet være skrevet feil, og unnskyldningen får stå.",
        "Takes away an excuse that applies to no finding, when no standing finding has the same code or the "
        "same place. If one has, the code or the place may be misspelt, and the excuse is left.",
    )
    source = Text(
        "Prosjektets egen regel: et funn godtas med en grunn og for en tid.",
        "The project's own rule: a finding is accepted with a reason and for a time.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Nothing: what an excuse is for is not known until all other rules have spoken."""
        yield from ()

    def find_after(self, study: Study, found: Sequence[Finding], today: date) -> Iterator[Finding]:
        """Every excuse that no finding matches, and every one that is past its date."""
        there = {(finding.code, finding.excused_by) for finding in found}
        codes = {finding.code for finding in found}
        in_force = {(excuse.code, excuse.place) for excuse in study.excuses if not excuse.lapsed(today)}
        standing = there - in_force
        for number, excuse in enumerate(study.excuses):
            subject = f"{excuse.code} {excuse.place}"
            # Codes from 900 are found by a run; without the run's findings nobody knows whether they apply.
            unknown = int(excuse.code[3:]) >= FROM_RUNS and excuse.code not in codes
            if (excuse.code, excuse.place) not in there and not unknown:
                nb = f"ingenting å unnskylde: {excuse.code} finnes ikke på `{excuse.place}`"
                en = f"nothing to excuse: there is no {excuse.code} at `{excuse.place}`"
                misspelt = any(excuse.code == code or excuse.place == place for code, place in standing)
                mend = None if misspelt else _taken_away(number, excuse)
                yield self.finding(study, "excuses.yaml", (number,), nb, en, subject=subject, mend=mend)
            elif excuse.lapsed(today):
                nb = f"unnskyldningen for {excuse.code} på `{excuse.place}` gjaldt til og med {excuse.review}"
                en = f"the excuse for {excuse.code} at `{excuse.place}` held to the end of {excuse.review}"
                yield self.finding(study, "excuses.yaml", (number, "review"), nb, en, subject=subject)


def _taken_away(number: int, excuse: Excuse) -> Mend:
    place = visible(excuse.place)
    told = Text(
        f"unnskyldningen for {excuse.code} på `{place}` tas bort",
        f"the excuse for {excuse.code} at `{place}` is taken away",
    )
    return Mend("excuses.yaml", (((number,), REMOVED),), told)
