"""What a rule of a run is: its page, as data, like that of a rule of the linter."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.checks.finding import Finding, Severity
from samvirke.errors import Place
from samvirke.language import Text


@dataclass(frozen=True, slots=True)
class RunRule:
    """One fault that only the draws of a run can show; its fields are those of a `Rule`'s page."""

    code: str
    name: str
    severity: Severity
    summary: Text
    why: Text
    example: str
    remedy: Text
    source: Text
    good: str = ""

    def finding(
        self,
        place: Place,
        text: Text,
        subject: str,
        *,
        severity: Severity | None = None,
        remedy: Text | None = None,
    ) -> Finding:
        """A finding of this rule, with a severity or a remedy of its own where the case at hand has one."""
        return Finding(self.code, severity or self.severity, place, text, remedy or self.remedy, subject)


OWN_RULE = Text(
    "Prosjektets egen regel: det en studie sier om tallene sine, skal stemme med dem.",
    "The project's own rule: what a study says of its figures must agree with them.",
)
