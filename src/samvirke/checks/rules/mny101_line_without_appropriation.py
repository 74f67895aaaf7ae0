"""MNY101: a budget line has no appropriation."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class LineWithoutAppropriation(Rule):
    """Lines of expenditure without an appropriation; one finding."""

    code, name, severity = "MNY101", "line-without-appropriation", "note"
    summary = Text("En budsjettpost mangler bevilgning.", "A budget line has no appropriation.")
    why = Text(
        "Uten bevilgningen kan ingen se hvor mye av posten innsatsen bruker, eller om et alternativ tar "
        "mer enn den rommer.",
        "Without the appropriation nobody can see how much of the line the effort uses, or whether an "
        "alternative takes more than it holds.",
    )
    example = (
        "lines.yaml:\n"
        "  social-line: {chapter: 850, item: 1, ministry: welfare, holder: social, appropriation: null}"
    )
    remedy = Text(
        "Skriv `appropriation: {amount: …, year: …}` i millioner kroner, fra Prop. 1 S eller saldert "
        "budsjett. Er den ikke kjent, si det i `note`.",
        "Write `appropriation: {amount: …, year: …}` in NOK million, from Prop. 1 S or the amended "
        "budget. If it is not known, say so in `note`.",
    )
    source = Text(
        "Bevilgningsreglementet §§ 3 og 4: beløp bevilges på kapittel og post. Stortingets vedtak binder "
        "beløpet på hver post.",
        "The Appropriation Regulations, sections 3 and 4: amounts are appropriated by chapter and item. "
        "The Storting's decision binds the amount of each item.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such lines in one finding."""
        spent = {key: line for key, line in study.lines.items() if line.side == "expenditure"}
        bare = [key for key, line in spent.items() if line.appropriation is None]
        if bare:
            nb = f"bevilgningen er ikke oppgitt for {some(bare).nb}"
            en = f"no appropriation is given for {some(bare)['en']}"
            yield self.finding(study, "lines.yaml", (bare[0],), nb, en, subject="")
