"""EVD115: estimates by judgement are given as one exact number."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import Path, assumptions
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class JudgementWithoutRange(Rule):
    """Assumptions with an exact value that only our own judgement carries; one finding for each file."""

    code, name, severity = "EVD115", "judgement-without-range", "note"
    summary = Text(
        "Et skjønnsmessig anslag er gitt som ett nøyaktig tall.",
        "An estimate by judgement is given as one exact number.",
    )
    why = Text(
        "Det vi ikke vet, men anslår, vet vi ikke nøyaktig. Et tall uten spenn gjør resultatet "
        "sikrere enn grunnlaget.",
        "What we do not know but estimate, we do not know exactly. A number without a range makes the "
        "result surer than its basis.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {triangular: null, value: 3, judgement: Slik vi husker det}"
    )
    remedy = Text(
        "Skriv et spenn, for eksempel `p10`, `p50` og `p90`. Er tallet et valg og ikke et anslag, kan "
        "funnet stå.",
        "Write a range, such as `p10`, `p50` and `p90`. If the number is a choice and not an "
        "estimate, the finding may stand.",
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser, arbeidsfase 6: usikkerhet kartlegges. At eget skjønn "
        "har spenn, er prosjektets egen regel.",
        "DFØ's guide to socio-economic analyses, phase 6: uncertainty is mapped. That our own judgement has "
        "a range is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each file, the exact numbers that are ours alone."""
        exact: dict[str, list[tuple[Path, str]]] = {}
        for file, path, one in assumptions(study):
            ours = one.status == "ours" and one.judgement is not None and not one.source
            if ours and one.value is not None:
                exact.setdefault(file, []).append((path, one.id))
        for file, found in exact.items():
            shown = some([key for _, key in found])
            nb = f"anslått uten spenn: {shown.nb}"
            en = f"estimated without a range: {shown['en']}"
            yield self.finding(study, file, found[0][0], nb, en, subject="")
