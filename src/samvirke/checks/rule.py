"""What a rule is: its code, its page, and how it finds faults."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.mend import Mend
from samvirke.language import Text
from samvirke.study.study import Study

WHY, EXAMPLE = Text("Hvorfor", "Why"), Text("Eksempel", "Example")
GOOD = Text("Slik er det riktig", "As it should be")
REMEDY, SOURCE = Text("Slik rettes det", "Remedy"), Text("Kilde", "Source")
MEND = Text("Dette gjør `check --fix`", "What `check --fix` does")


class Rule(ABC):
    """One fault that a machine can see in a study.

    A rule's page is data: what is wrong (`summary`), why it matters, an example of the fault, perhaps what it
    should have been (`good`), the remedy, and the source in the regulations. Both examples are changes to the
    study of `tests/studies/faultless`, and the tests try them on it. Codes are never used again for something
    else. `severity` is the gravest a finding of the rule can be; where the study itself explains the fault, a
    finding may be milder.
    `mend` says what `samvirke check --fix` does about it; most faults need somebody to decide, and have none.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    since: ClassVar[str] = "0.1"
    summary: ClassVar[Text]
    why: ClassVar[Text]
    example: ClassVar[str]
    good: ClassVar[str] = ""
    remedy: ClassVar[Text]
    mend: ClassVar[Text | None] = None
    source: ClassVar[Text]

    @abstractmethod
    def find(self, study: Study) -> Iterator[Finding]:
        """Every place in the study with this fault."""

    def find_after(self, study: Study, found: Sequence[Finding], today: date) -> Iterator[Finding]:
        """Faults that show only when the findings of all other rules are known; most rules have none.

        `today` is the day by which excuses are judged.
        """
        yield from ()

    def finding(
        self,
        study: Study,
        file: str,
        path: tuple[str | int, ...],
        nb: str,
        en: str,
        *,
        subject: str | None = None,
        severity: Severity | None = None,
        mend: Mend | None = None,
    ) -> Finding:
        """A finding of this rule at a field of the study.

        `subject` is the first part of `path` unless given; it is empty for a finding on the whole file.
        """
        place = study.place(file, *path)
        shown = subject if subject is not None else "".join(map(str, path[:1]))
        return Finding(self.code, severity or self.severity, place, Text(nb, en), self.remedy, shown, mend)
