"""Tables of the report as tables of Word's own, each with its caption and note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from samvirke.language import Text
from samvirke.report.document import Table, Words
from samvirke.report.docx.elements import Markup, element, of, paragraph
from samvirke.report.writing.columns import columns

if TYPE_CHECKING:
    from samvirke.report.docx.body import Writer

TABLE_LABEL = Text("Tabell", "Table")
TONES = {"good": "E5F2E8", "bad": "FBE9E7", "doubt": "FDF3D9"}
MANY_COLUMNS = 6  # from here on a table is set in smaller letters, and its long words may be broken
WIDE = 8  # columns, from which on a table lies on a page that is turned
LETTER, LETTER_SMALL, PADDING = 102, 84, 130  # twips of a letter in a table's text, and beside it in a cell
LONG_WORD = 18  # letters; a longer word may be broken


def written_table(table: Table, writer: Writer, *, notes: bool) -> Iterator[Markup]:
    """A table under its caption, with what is noted of it below."""
    yield writer.caption(TABLE_LABEL, table.caption)
    small = len(table.columns) >= MANY_COLUMNS
    wide, narrow = _columns(table, writer, small)
    properties = element(
        "tblPr",
        of("tblStyle", writer.styles["Report Table"]),
        element("tblW", w=str(sum(wide)), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook",
            firstRow="1",
            lastRow=str(int(table.total)),
            firstColumn="1",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        ),
        of("tblCaption", table.caption[writer.language]),
    )
    style = writer.styles["Table Text Small" if small else "Table Text"]

    # A table begins with two rows on the same page, and ends on that of its note.
    last, noted = len(table.rows) - 1, table.note is not None
    head = _row(
        (
            _cell(
                writer.pieces((Words(column.heading),), narrow=narrow),
                width,
                style,
                right=column.numeric,
                keep=noted or last >= 0,
            )
            for column, width in zip(table.columns, wide, strict=True)
        ),
        "tblHeader",
    )
    rows = []
    for number, cells in enumerate(table.rows):
        keep = number == 0 or (noted and number == last)
        made = []
        for one, column, width in zip(cells, table.columns, wide, strict=True):
            said = writer.place(one.anchor, writer.pieces(one.pieces, notes=notes, narrow=narrow))
            made.append(_cell(said, width, style, one.tone, right=column.numeric, keep=keep))
        rows.append(_row(made))
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in wide))
    yield element("tbl", properties, grid, head, *rows)
    if table.note is not None:
        yield paragraph(writer.styles["Table Note"], [writer.plain(table.note)])


def _row(cells: Iterable[Markup], *marks: str) -> Markup:
    """A row that stays on one page."""
    return element("tr", element("trPr", *(element(mark) for mark in ("cantSplit", *marks))), *cells)


def _columns(table: Table, writer: Writer, small: bool) -> tuple[list[int], bool]:
    """The twips of each column, and whether some word is too long for its own."""
    shared = columns(table, writer.language)
    room = writer.longer if len(table.columns) >= WIDE else writer.width
    plain = [room * share / sum(shared.widths) for share in shared.widths]
    letter = LETTER_SMALL if small else LETTER
    wide = _wide(plain, [min(one, LONG_WORD) * letter + PADDING for one in shared.longest])
    fits = all(one * letter + PADDING <= own for one, own in zip(shared.longest, wide, strict=True))
    return wide, not fits


def _wide(plain: list[float], needed: list[int]) -> list[int]:
    """What columns have by what they hold; where there is room, what their longest word needs."""
    room = sum(plain)
    short = sum(max(0.0, need - one) for need, one in zip(needed, plain, strict=True))
    spare = sum(max(0.0, one - need) for need, one in zip(needed, plain, strict=True))
    if short > spare:
        return [int(need * room / sum(needed)) for need in needed]
    if not short:
        return [int(one) for one in plain]
    kept = 1 - short / spare  # what the columns with room to spare keep of it
    return [int(need + max(0.0, one - need) * kept) for need, one in zip(needed, plain, strict=True)]


def _cell(
    said: Iterable[Markup], width: int, style: str, tone: str = "plain", *, right: bool, keep: bool
) -> Markup:
    asked = [element("tcW", w=str(width), type="dxa")]
    if tone in TONES:
        asked.append(element("shd", val="clear", color="auto", fill=TONES[tone]))
    return element("tc", element("tcPr", *asked), paragraph(style, said, keep=keep, right=right))
