"""ALT117: a combination in the grid has two fates."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.purposes import OptionCell
from samvirke.study.study import Study


def _fate(cell: OptionCell) -> str | None:
    """The alternative that a cell lives on in; all that are dropped have one fate, whatever the reasons."""
    return cell.kept or cell.merged_into


def _meet(one: OptionCell, other: OptionCell) -> bool:
    """Whether some combination lies in both cells; a cell covers all values of what it leaves out."""
    return all(other.at.get(dimension, value) == value for dimension, value in one.at.items())


class CombinationWithTwoFates(Rule):
    """Two cells with a combination in common of which one keeps it and the other does not, or that repeat."""

    code, name, severity = "ALT117", "combination-with-two-fates", "should"
    summary = Text(
        "En kombinasjon i rutenettet har fått to utfall.", "A combination in the grid has two fates."
    )
    why = Text(
        "Leseren skal se hva det ble av hver mulighet. Er den både beholdt og lagt bort, eller beholdt to "
        "ganger, vet ingen hva som er vurdert.",
        "The reader is to see what became of each possibility. If it is both kept and dropped, or kept "
        "twice, nobody knows what was considered.",
    )
    example = (
        "options.yaml:\n"
        "  cells:\n"
        "    - {at: {host: police, model: today}, kept: zero}\n"
        "    - {at: {host: police, model: larger}, kept: one-more}\n"
        "    - {at: {host: social, model: today}, kept: moved}\n"
        "    - {at: {host: social}, dropped: Direktoratet har ikke plass til flere}"
    )
    remedy = Text(
        "La hver kombinasjon stå i én celle: del cellen som dekker for mye, eller ta bort den ene.",
        "Let each combination stand in one cell: divide the cell that covers too much, or take one away.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2: hvilke tiltak er relevante?",
        "The instructions for official studies, 2-1, question 2: which measures are relevant?",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every cell that contradicts a kept one, or stands where an earlier cell stands."""
        cells = study.options.cells
        kept = [(number, cell) for number, cell in enumerate(cells) if cell.kept is not None]
        first: dict[frozenset[tuple[str, str]], int] = {}
        for number, cell in enumerate(cells):
            earlier = first.setdefault(frozenset(cell.at.items()), number)
            other = next(
                (n for n, one in kept if n != number and _fate(one) != _fate(cell) and _meet(one, cell)),
                earlier if earlier != number else None,
            )
            if other is None or (cell.kept is not None and number < other):  # told once, at the later
                continue
            at, of = " · ".join(cell.at.values()), " · ".join(cells[other].at.values())
            nb = f"cellen `{at}` og cellen `{of}` gjelder samme kombinasjon"
            en = f"the cells `{at}` and `{of}` speak of the same combination"
            yield self.finding(study, "options.yaml", ("cells", number), nb, en, subject=at)
