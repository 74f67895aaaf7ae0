"""MNY108: budget lines that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.mentions import named
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class UnusedLine(Rule):
    """Lines that no actor, no spending row and no change names; one finding."""

    code, name, severity = "MNY108", "unused-line", "note"
    summary = Text(
        "En budsjettpost brukes ikke til noe.",
        "A budget line is used for nothing.",
    )
    why = Text(
        "Posten kan mangle radene sine, og da er dagens total for lav.",
        "The line may lack its rows, and today's total is then too low.",
    )
    example = (
        "lines.yaml:\n"
        "  research-line: {chapter: 850, item: 21, ministry: welfare, holder: social, source: budget,\n"
        "    appropriation: {amount: 3, year: 2020}}"
    )
    remedy = Text(
        "Skriv radene som går over posten, eller ta den bort.",
        "Write the rows that go over the line, or take it away.",
    )
    source = Text(
        "Prosjektets egen regel: postene i utredningen er de innsatsen bruker eller kan bruke.",
        "The project's own rule: the lines of the study are those that the effort uses or could use.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such lines in one finding."""
        used = named(study)
        unused = [key for key in study.lines if key not in used]
        if unused:
            nb, en = f"ingenting bruker {some(unused).nb}", f"nothing uses {some(unused)['en']}"
            yield self.finding(study, "lines.yaml", (unused[0],), nb, en, subject="")
