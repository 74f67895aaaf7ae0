"""ALT118: a combination is merged into an alternative, and nothing says why."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class MergedWithoutSayingWhy(Rule):
    """A cell with `merged_into` and no `note`."""

    code, name, severity = "ALT118", "merged-without-saying-why", "should"
    summary = Text(
        "En kombinasjon er slått sammen med et alternativ uten at det er sagt hvorfor.",
        "A combination is merged into an alternative, and nothing says why.",
    )
    why = Text(
        "Å slå sammen er også å sile bort. Leseren må få vite hva av kombinasjonen som lever videre i "
        "alternativet, og hva som ikke gjør det.",
        "To merge is to screen out too. The reader must know what of the combination lives on in the "
        "alternative, and what does not.",
    )
    example = (
        "options.yaml:\n"
        "  cells:\n"
        "    - {at: {host: police, model: today}, kept: zero}\n"
        "    - {at: {host: police, model: larger}, kept: one-more}\n"
        "    - {at: {host: social, model: today}, kept: moved}\n"
        "    - {at: {host: social, model: larger}, merged_into: moved}"
    )
    good = (
        "options.yaml:\n"
        "  cells:\n"
        "    - {at: {host: police, model: today}, kept: zero}\n"
        "    - {at: {host: police, model: larger}, kept: one-more}\n"
        "    - {at: {host: social, model: today}, kept: moved}\n"
        "    - {at: {host: social, model: larger}, merged_into: moved,\n"
        "       note: En stilling til kan legges til når flyttingen er gjort}"
    )
    remedy = Text(
        "Skriv i `note` hvorfor de to er ett alternativ.", "Say in `note` why the two are one alternative."
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser punkt 3.2: det skal begrunnes hvorfor tiltak siles "
        "bort.",
        "DFØ's guide to socio-economic analysis, 3.2: reasons are to be given for screening measures out.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every merged cell without a word."""
        for number, cell in enumerate(study.options.cells):
            if cell.merged_into is not None and cell.note is None:
                at = " · ".join(cell.at.values())
                nb = f"`{at}` er slått sammen med `{cell.merged_into}` uten en merknad om hvorfor"
                en = f"`{at}` is merged into `{cell.merged_into}` without a note on why"
                yield self.finding(study, "options.yaml", ("cells", number), nb, en, subject=at)
