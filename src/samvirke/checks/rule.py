"""What a rule is: its code, its page, and how it finds faults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from samvirke.checks.finding import Finding, Severity
from samvirke.language import Text
from samvirke.study.study import Study


class Rule:
    """One fault that a machine can see in a study.

    A rule's page is data: what is wrong (`summary`), why it matters, an example of the fault, the remedy,
    and the source in the regulations. Codes are never used again for something else.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    since: ClassVar[str] = "0.1"
    summary: ClassVar[Text]
    why: ClassVar[Text]
    example: ClassVar[str]
    remedy: ClassVar[Text]
    source: ClassVar[Text]

    def find(self, study: Study) -> Iterator[Finding]:
        """Every place in the study with this fault."""
        raise NotImplementedError

    def finding(
        self,
        study: Study,
        file: str,
        path: tuple[str | int, ...],
        nb: str,
        en: str,
        *,
        subject: str = "",
        remedy: Text | None = None,
    ) -> Finding:
        """A finding of this rule at a field of the study."""
        place = study.place(file, *path)
        shown = subject or (str(path[0]) if path else file)
        return Finding(self.code, self.severity, place, Text(nb, en), remedy or self.remedy, shown)
