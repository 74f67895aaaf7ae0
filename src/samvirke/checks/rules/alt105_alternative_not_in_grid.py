"""ALT105: an alternative and the grid of options do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class AlternativeNotInGrid(Rule):
    """An alternative that no cell keeps or that lies elsewhere than its cell, or a kept cell without one."""

    code, name, severity = "ALT105", "alternative-not-in-grid", "should"
    summary = Text(
        "Et alternativ og rutenettet over muligheter sier ikke det samme.",
        "An alternative and the grid of options do not agree.",
    )
    why = Text(
        "Rutenettet skal vise hvor alternativene kom fra. Et alternativ utenfor det ser ut som om det var "
        "bestemt på forhånd.",
        "The grid is to show where the alternatives came from. An alternative outside it looks as if it "
        "had been decided beforehand.",
    )
    example = (
        "options.yaml:\n"
        "  cells:\n"
        "    - {at: {host: police}, kept: zero}\n"
        "    - {at: {host: police}, kept: one-more}\n"
        "    - {at: {host: police}, kept: moved}\n"
        "alternatives/moved.yaml:\n"
        "  at: {host: social}"
    )
    remedy = Text(
        "Gi alternativet en celle med `kept`, og la `at` si det samme begge steder.",
        "Give the alternative a cell with `kept`, and let `at` say the same in both places.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2: hvilke tiltak er relevante?",
        "The instructions for official studies, 2-1, question 2: which measures are relevant?",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every cell and every alternative that lack each other, or place each other differently."""
        cells = study.options.cells
        for number, cell in enumerate(cells):
            if cell.kept is not None and cell.kept not in study.alternatives:
                nb = f"cellen skal være beholdt som `{cell.kept}`, som ikke finnes"
                en = f"the cell is kept as `{cell.kept}`, which does not exist"
                yield self.finding(study, "options.yaml", ("cells", number), nb, en, subject=cell.kept)
        for key, alternative in study.alternatives.items() if cells else ():
            kept = [cell for cell in cells if cell.kept == key]
            path: tuple[str, ...] = ("at",) if alternative.at else ()
            if not kept:
                nb = f"ingen celle i rutenettet er beholdt som `{key}`"
                en = f"no cell of the grid is kept as `{key}`"
                yield self.finding(study, alternative_file(key), path, nb, en, subject=key)
            elif alternative.at and not any(cell.at.items() <= alternative.at.items() for cell in kept):
                nb = f"`{key}` ligger et annet sted i rutenettet enn cellen som er beholdt"
                en = f"`{key}` lies elsewhere in the grid than the cell that is kept as it"
                yield self.finding(study, alternative_file(key), path, nb, en, subject=key)
