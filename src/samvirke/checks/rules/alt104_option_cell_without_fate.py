"""ALT104: a combination in the grid is neither kept, merged nor dropped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study

MOST = 5_000  # a larger grid is looked at no further: what is missing shows long before


class OptionCellWithoutFate(Rule):
    """Combinations of options.yaml that no cell covers; one finding."""

    code, name, severity = "ALT104", "option-cell-without-fate", "should"
    summary = Text(
        "En kombinasjon i rutenettet er verken beholdt, slått sammen eller lagt bort.",
        "A combination in the grid is neither kept, merged nor dropped.",
    )
    why = Text(
        "De fleste utredninger svikter på spørsmålet om hvilke tiltak som er aktuelle. Rutenettet viser "
        "at alle kombinasjoner er vurdert; et hull viser det motsatte.",
        "Most studies fail on the question of which measures are relevant. The grid shows that every "
        "combination was considered; a gap shows the opposite.",
    )
    example = "options.yaml:\n  dimensions:\n    host:\n      values: {new-agency: Et nytt direktorat}"
    remedy = Text(
        "Skriv en celle med `kept`, `merged_into` eller `dropped` og en grunn. En celle som nevner færre "
        "dimensjoner, gjelder alle verdier av de andre.",
        "Write a cell with `kept`, `merged_into` or `dropped` and a reason. A cell that names fewer "
        "dimensions covers every value of the others.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2: hvilke tiltak er relevante?",
        "The instructions for official studies, 2-1, question 2: which measures are relevant?",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """How many combinations no cell covers, and the first of them."""
        dimensions = study.options.dimensions
        combinations = product(*(dimension.values for dimension in dimensions.values())) if dimensions else ()
        missing: list[str] = []
        for values in islice(combinations, MOST):
            at = dict(zip(dimensions, values, strict=True))
            if not any(cell.at.items() <= at.items() for cell in study.options.cells):
                missing.append(" · ".join(values))
        if missing:
            how_many = count(len(missing), ("kombinasjon", "kombinasjoner"), ("combination", "combinations"))
            nb = f"{how_many.nb} er ikke vurdert: {some(missing).nb}"
            en = f"{how_many['en']} not considered: {some(missing)['en']}"
            yield self.finding(study, "options.yaml", ("cells",), nb, en)
