"""What a check finds: a fault that the study can be used with, but should not be handed in with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samvirke.checks.mend import Mend
from samvirke.errors import Place, in_sight
from samvirke.language import Language, Text

Severity = Literal["must", "should", "note"]
ORDER: tuple[Severity, ...] = ("must", "should", "note")
SEVERITY: dict[Severity, Text] = {
    "must": Text("må rettes", "must be mended"),
    "should": Text("bør rettes", "should be mended"),
    "note": Text("til opplysning", "for information"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its rule, how grave it is, where it is, what it is, and what to do.

    `subject` is the id of what it is about; it is empty when the finding is about the file as a whole.
    `mend` is there when exactly one way to mend it changes nothing that the study says.
    """

    code: str
    severity: Severity
    place: Place
    text: Text
    remedy: Text
    subject: str = ""
    mend: Mend | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", in_sight(self.text))
        object.__setattr__(self, "remedy", in_sight(self.remedy))

    @property
    def excused_by(self) -> str:
        """What an excuse writes in `place` to accept this finding: the file, and the id when there is one."""
        return f"{self.place.file} {self.subject}".rstrip()

    def told(self, language: Language) -> str:
        """Two lines for a terminal."""
        return f"{self.code} {self.place}: {self.text[language]}\n  {self.remedy[language]}"
