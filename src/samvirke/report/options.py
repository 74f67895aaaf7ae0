"""The grid of alternatives that was considered, and what became of each cell."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Cell, Column, Piece, Table, Words, cell, words
from samvirke.report.naming import alternative_name
from samvirke.report.wording import names
from samvirke.study.purposes import OptionCell
from samvirke.study.study import Study


def options_table(study: Study) -> Table:
    """One row for each cell, or for all cells that share the values given."""
    dimensions = study.options.dimensions
    rows = [
        (
            *(_value(study, cell_, dimension) for dimension in dimensions),
            _fate(study, cell_),
        )
        for cell_ in sorted(study.options.cells, key=lambda one: one.kept is None)
    ]
    columns = (
        *(Column(dimension.text) for dimension in dimensions.values()),
        Column(Text("Hva det ble til", "What became of it")),
    )
    return Table(
        Text("Alternativer som er vurdert", "Alternatives that were considered"), columns, tuple(rows)
    )


def _value(study: Study, one: OptionCell, dimension: str) -> Cell:
    if dimension not in one.at:
        return cell(words("alle", "any"))
    return cell(study.options.dimensions[dimension].values[one.at[dimension]])


def _fate(study: Study, one: OptionCell) -> Cell:
    if one.kept is not None:
        kept = Words(alternative_name(study, one.kept), f"#alternative-{one.kept}", strong=True)
        return cell(words("Beholdt: ", "Kept: "), kept, tone="good")
    pieces: list[Piece] = []
    if one.merged_into is not None:
        into = Words(alternative_name(study, one.merged_into), f"#alternative-{one.merged_into}")
        pieces += [words("Går inn i ", "Part of "), into, words(". ", ". ")]
    if one.dropped is not None:
        pieces += [words("Lagt bort. ", "Set aside. "), Words(one.dropped)]
    if one.note is not None:
        pieces += [Words(one.note)]
    return Cell(tuple(pieces))


def how_many(study: Study) -> Text:
    """How many combinations there are, and how many were kept, in a sentence."""
    every = 1
    for dimension in study.options.dimensions.values():
        every *= len(dimension.values)
    kept = sum(one.kept is not None for one in study.options.cells)
    over = names(Text(d.text.nb.lower(), d.text["en"].lower()) for d in study.options.dimensions.values())
    return Text(
        f"Vi har gått gjennom {every} kombinasjoner av {over.nb}. {kept} er beholdt og utredet; for resten "
        "står grunnen til at de er lagt bort eller slått sammen med andre.",
        f"We have gone through {every} combinations of {over['en']}. {kept} are kept and studied; for the "
        "rest the reason why they were set aside or joined with others is given.",
    )
