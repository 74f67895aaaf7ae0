"""EVD110: an assumption that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.mentions import named
from samvirke.checks.places import Path, assumptions
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class UnusedAssumption(Rule):
    """Assumptions that no record, formula or alternative uses; one finding for each file."""

    code, name, severity = "EVD110", "unused-assumption", "note"
    summary = Text(
        "En forutsetning brukes ikke til noe.",
        "An assumption is used for nothing.",
    )
    why = Text(
        "Leseren ser et tall og tror at svaret bygger på det. Ofte er det en rad som har fått tallet "
        "skrevet rett inn i stedet.",
        "The reader sees a number and believes that the answer rests on it. Often some row has the "
        "number typed in instead.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    visits: {text: Besøk, value: 120, unit: cases/yr, source: evaluation, could_answer: social}"
    )
    remedy = Text(
        "Skriv id-en der tallet hører hjemme, eller ta forutsetningen bort.",
        "Write its id where the number belongs, or take the assumption away.",
    )
    source = Text(
        "Prosjektets egen regel: det som står blant forutsetningene, er det resultatene bygger på.",
        "The project's own rule: what stands among the assumptions is what the results rest on.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each file, the assumptions that nothing names."""
        used = named(study)
        unused: dict[str, list[tuple[Path, str]]] = {}
        for file, path, assumption in assumptions(study):
            if assumption.id not in used:
                unused.setdefault(file, []).append((path, assumption.id))
        for file, found in unused.items():
            shown = some([key for _, key in found])
            nb, en = f"ingenting bruker {shown.nb}", f"nothing uses {shown['en']}"
            yield self.finding(study, file, found[0][0], nb, en, subject="")
