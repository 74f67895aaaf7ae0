"""EVD199: an excuse no longer applies, or is due to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

FROM_RUNS = 900


class ExcuseThatExcusesNothing(Rule):
    """An excuse that no finding matches, or whose date of review is before `as_of`."""

    code, name, severity = "EVD199", "excuse-that-excuses-nothing", "note"
    summary = Text(
        "En unnskyldning gjelder ikke lenger, eller skal ses på igjen.",
        "An excuse no longer applies, or is due to be looked at again.",
    )
    why = Text(
        "En gammel unnskyldning kan skjule et nytt funn på samme sted.",
        "An old excuse can hide a new finding in the same place.",
    )
    example = (
        "excuses.yaml:\n"
        "  - {code: RSP101, place: tasks.yaml referral, reason: Kjent hull, review: 2019-06-01}"
    )
    remedy = Text(
        "Ta bort unnskyldningen, rett koden eller stedet, eller vurder den på nytt og sett en senere dato "
        "i `review`.",
        "Take the excuse away, mend its code or place, or consider it again and set a later date in "
        "`review`.",
    )
    source = Text(
        "Prosjektets egen regel: et funn godtas med en grunn og for en tid.",
        "The project's own rule: a finding is accepted with a reason and for a time.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Nothing: what an excuse is for is not known until all other rules have spoken."""
        yield from ()

    def find_after(self, study: Study, found: Sequence[Finding]) -> Iterator[Finding]:
        """Every excuse that no finding matches, and every one that is past its date."""
        there = {(finding.code, finding.excused_by) for finding in found}
        codes = {finding.code for finding in found}
        for number, excuse in enumerate(study.excuses):
            subject = f"{excuse.code} {excuse.place}"
            # Codes from 900 are found by a run; without the run's findings nobody knows whether they apply.
            unknown = int(excuse.code[3:]) >= FROM_RUNS and excuse.code not in codes
            if (excuse.code, excuse.place) not in there and not unknown:
                nb = f"ingenting å unnskylde: {excuse.code} finnes ikke på `{excuse.place}`"
                en = f"nothing to excuse: there is no {excuse.code} at `{excuse.place}`"
                yield self.finding(study, "excuses.yaml", (number,), nb, en, subject=subject)
            elif excuse.review < study.assignment.as_of:
                nb = f"{excuse.code} på `{excuse.place}` skulle vært sett på igjen {excuse.review}"
                en = f"{excuse.code} at `{excuse.place}` was due to be looked at again on {excuse.review}"
                yield self.finding(study, "excuses.yaml", (number, "review"), nb, en, subject=subject)
