"""The grid of alternatives that was considered, and what became of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samvirke.language import Text
from samvirke.report.document import (
    Block,
    Cell,
    Column,
    Paragraph,
    Piece,
    Section,
    Table,
    Words,
    cell,
    lines,
    words,
)
from samvirke.report.pictures.options import options as drawn
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import names
from samvirke.study.purposes import OptionCell
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def options_matrix(study: Study) -> Table:
    """The first two dimensions against each other, with what each pair of values became."""
    (row, rows), (column, columns) = list(study.options.dimensions.items())[:2]
    cells = [
        (
            cell(text),
            *(_pair(study, {row: value, column: other}) for other in columns.values),
        )
        for value, text in rows.values.items()
    ]
    heads = (Column(rows.text), *(Column(text) for text in columns.values.values()))
    caption = Text("Hva som er vurdert", "What was considered")
    return Table(caption, heads, tuple(cells), even=True)


def _pair(study: Study, at: dict[str, str]) -> Cell:
    """The alternatives a pair of values became, else those it is part of, else that it was set aside."""
    found = [
        one
        for one in study.options.cells
        if all(one.at.get(key, value) == value for key, value in at.items())
    ]
    kept = dict.fromkeys(one.kept for one in found if one.kept is not None)
    if kept:
        return cell(*_linked(study, kept, strong=True), tone="good")
    merged = dict.fromkeys(one.merged_into for one in found if one.merged_into is not None)
    if merged:
        return cell(words("i ", "in "), *_linked(study, merged))
    return cell(words("lagt bort", "set aside", "#options"))


def _linked(study: Study, names_: Iterable[str], *, strong: bool = False) -> list[Piece]:
    pieces: list[Piece] = []
    for name in names_:
        if pieces:
            pieces.append(words("; ", "; "))
        pieces.append(Words(alternative_name(study, name), f"#alternative-{name}", strong))
    return pieces


def options_section(results: Results) -> Section:
    """Every combination with its reason, and all at a glance."""
    study, picture = results.study, drawn(results)
    blocks: tuple[Block, ...] = (
        Paragraph((Words(how_many(study)),)),
        *(() if picture is None else (picture,)),
        options_table(study),
    )
    heading = Text("Alternativer som er vurdert, og grunnene", "Alternatives considered, and the reasons")
    return Section("options", heading, blocks)


def options_table(study: Study) -> Table:
    """One row for each cell, or for those that differ in one value and became the same for one reason."""
    dimensions = study.options.dimensions
    rows = [
        (*(_values(study, together, dimension) for dimension in dimensions), _fate(study, together[0]))
        for together in _alike(study, sorted(study.options.cells, key=lambda one: one.kept is None))
    ]
    columns = (
        *(Column(dimension.text) for dimension in dimensions.values()),
        Column(Text("Hva det ble til", "Outcome")),
    )
    return Table(
        Text("Alternativer som er vurdert", "Alternatives that were considered"), columns, tuple(rows)
    )


def _alike(study: Study, cells: list[OptionCell]) -> Iterator[list[OptionCell]]:
    """Cells that became the same for one reason, told along the dimension that takes the fewest rows."""
    became: dict[tuple[object, ...], list[OptionCell]] = {}
    for one in cells:
        became.setdefault((one.kept, one.merged_into, one.dropped, one.note), []).append(one)
    for same in became.values():
        ways = (_along(dimension, same) for dimension in study.options.dimensions)
        yield from min(ways, key=len)


def _along(dimension: str, cells: list[OptionCell]) -> list[list[OptionCell]]:
    """Cells that have all values but that of one dimension in common."""
    found: dict[frozenset[tuple[str, str]], list[OptionCell]] = {}
    for one in cells:
        rest = frozenset((key, value) for key, value in one.at.items() if key != dimension)
        found.setdefault(rest, []).append(one)
    return list(found.values())


def _values(study: Study, together: list[OptionCell], dimension: str) -> Cell:
    known = study.options.dimensions[dimension].values
    values = dict.fromkeys(one.at.get(dimension) for one in together)
    return Cell(lines(Text("alle", "any") if one is None else known[one] for one in values))


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
