"""ASG114: the study speaks of a day after it was due."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class StudyAfterItsDeadline(Rule):
    """A study whose `as_of` is after its `deadline`."""

    code, name, severity = "ASG114", "study-after-its-deadline", "should"
    summary = Text(
        "Utredningen gjelder en dag etter at den skulle vært levert.",
        "The study speaks of a day after it was due.",
    )
    why = Text(
        "Beslutningen kan være tatt uten den. Er fristen flyttet, skal det stå; er den oversittet, skal "
        "oppdragsgiveren vite det.",
        "The decision may have been made without it. If the deadline was moved, it should say so; if it was "
        "passed, the client must know.",
    )
    example = "study.yaml: {deadline: 2020-12-01}"
    good = "study.yaml: {deadline: 2021-03-01}"
    remedy = Text(
        "Skriv den nye fristen i `deadline`, eller datoen utredningen faktisk gjelder for, i `as_of`. Er "
        "fristen oversittet, unnskyld funnet og si hva som er avtalt.",
        "Write the new deadline in `deadline`, or the date that the study in fact speaks of in `as_of`. If "
        "the deadline was passed, excuse the finding and say what is agreed.",
    )
    source = Text("Oppdragsbrevet.", "The letter of assignment.")

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, at the deadline."""
        deadline, as_of = study.assignment.deadline, study.assignment.as_of
        if as_of > deadline:
            nb = f"utredningen gjelder {as_of}, etter fristen {deadline}"
            en = f"the study speaks of {as_of}, after the deadline {deadline}"
            yield self.finding(study, "study.yaml", ("deadline",), nb, en)
