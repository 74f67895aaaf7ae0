"""ALT119: all the alternatives have the same value in one dimension of the grid."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class DimensionNobodyVaries(Rule):
    """Two alternatives or more with one value in a dimension that has others than theirs and that of zero."""

    code, name, severity = "ALT119", "dimension-nobody-varies", "should"
    summary = Text(
        "Alle alternativene har samme verdi i én dimensjon av rutenettet.",
        "All the alternatives have the same value in one dimension of the grid.",
    )
    why = Text(
        "Rutenettet sier at spørsmålet kan besvares på flere måter, men bare ett svar er utredet. Ligger "
        "alle alternativene hos samme vert, er plasseringen ikke utredet.",
        "The grid says that the question can be answered in several ways, but only one answer was studied. "
        "If all alternatives lie with the same host, the placement was not studied.",
    )
    example = (
        "options.yaml:\n"
        "  cells:\n"
        "    - {at: {host: police, model: today}, kept: zero}\n"
        "    - {at: {host: police, model: larger}, kept: one-more}\n"
        "    - {at: {host: police, model: larger}, kept: moved}\n"
        "    - {at: {host: social}, dropped: Direktoratet har ikke plass til flere}"
    )
    remedy = Text(
        "La minst ett alternativ svare annerledes på det som dimensjonen spør om. Er svaret gitt i "
        "oppdraget, ta dimensjonen ut av rutenettet og si det i teksten om tiltak.",
        "Let at least one alternative answer otherwise what the dimension asks. If the assignment has "
        "settled it, take the dimension out of the grid and say so in the text on measures.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2, og DFØs veileder i samfunnsøkonomiske analyser punkt "
        "3.2: løsningen skal ikke låses tidlig.",
        "The instructions for official studies, 2-1, question 2, and DFØ's guide to socio-economic analysis, "
        "3.2: the solution is not to be locked early.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every dimension in which the alternatives do not differ."""
        zero = study.zero.id if study.zero is not None else None
        kept = {cell.kept: cell for cell in study.options.cells if cell.kept is not None}
        today = kept.pop(zero).at if zero in kept else {}
        for key, dimension in study.options.dimensions.items() if len(kept) > 1 else ():
            values = {cell.at.get(key) for cell in kept.values()}
            value = next(iter(values))
            left_out = dimension.values.keys() - {value, today.get(key)}
            if len(values) == 1 and value is not None and left_out:
                nb = f"alle {len(kept)} alternativer har `{value}` som `{key}`"
                en = f"all {len(kept)} alternatives have `{value}` as `{key}`"
                yield self.finding(study, "options.yaml", ("dimensions", key), nb, en, subject=key)
