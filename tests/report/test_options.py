"""The table of what became of each cell of the grid."""

from collections import Counter
from itertools import product

from samvirke.report.document import Cell, Words
from samvirke.report.sections.options import options_table
from samvirke.uncertainty.results import Results


def said(cell: Cell) -> list[str]:
    return [piece.text.nb for piece in cell.pieces if isinstance(piece, Words)]


def test_every_cell_stands_once_with_what_it_became_and_why(results: Results) -> None:
    options = results.study.options
    told: Counter[tuple[tuple[str, ...], str]] = Counter()
    rows = options_table(results.study).rows
    for *where, fate in rows:
        for values in product(*(said(cell) for cell in where)):
            told[values, " ".join(said(fate))] += 1
    assert set(told.values()) == {1}
    assert len(told) == len(options.cells)
    for one in options.cells:
        at = tuple(
            dimension.values[one.at[key]].nb if key in one.at else "alle"
            for key, dimension in options.dimensions.items()
        )
        (became,) = (fate for values, fate in told if values == at)
        if one.dropped is not None:
            assert one.dropped.nb in became
        if one.kept is not None:
            assert results.study.alternatives[one.kept].name.nb in became
    assert len(rows) < len(options.cells)
