"""A section of a report on a terminal: headings, sentences, points and tables within eighty columns."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as TerminalTable

from samvirke.language import Language
from samvirke.report.document import Block, Break, Notice, Paragraph, Pieces, Points, Section, Table

WIDTH = 80
GAP = 2


def print_section(section: Section, language: Language) -> None:
    """Print a section and the sections inside it; links are left out."""
    console = Console(width=WIDTH, highlight=False, markup=False, soft_wrap=False)
    _print(console, section, language)


def _print(console: Console, section: Section, language: Language) -> None:
    console.print(section.heading[language], style="bold")
    for block in section.blocks:
        _block(console, block, language, section)
    for inner in section.sections:
        console.print()
        _print(console, inner, language)


def _block(console: Console, block: Block, language: Language, section: Section) -> None:
    match block:
        case Paragraph(pieces) | Notice(_, pieces):
            console.print(_plain(pieces, language))
        case Points(items):
            for item in items:
                grid = TerminalTable.grid(padding=(0, 1, 0, 0))
                grid.add_row("  –", _plain(item, language))
                console.print(grid)
        case Table():
            if block.caption != section.heading:
                console.print(block.caption[language])
            console.print(_table(block, language))
            if block.note is not None:
                console.print(block.note[language], style="dim")


def _table(block: Table, language: Language) -> TerminalTable:
    headings = [column.heading[language].replace("\u00ad", "") for column in block.columns]
    rows = [[_plain(one.pieces, language) for one in row] for row in block.rows]
    table = TerminalTable(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold")
    for heading, column, width in zip(headings, block.columns, _widths([headings, *rows]), strict=True):
        justify = "right" if column.numeric else "left"
        table.add_column(heading, overflow="fold", justify=justify, width=width)  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*row)
    return table


def _widths(rows: list[list[str]]) -> list[int]:
    """How wide each column is: room for its longest word first, then for its longest lines."""
    columns = list(zip(*rows, strict=True))
    wanted = [max(len(line) for text in column for line in text.split("\n")) for column in columns]
    widths = [max([len(word) for text in column for word in text.split()] or [0]) for column in columns]
    room = WIDTH - GAP * len(columns) - sum(widths)
    while room > 0 and widths != wanted:
        narrowest = max(range(len(widths)), key=lambda n: wanted[n] - widths[n])
        widths[narrowest] += 1
        room -= 1
    while room < 0:
        widths[widths.index(max(widths))] -= 1
        room += 1
    return widths


def _plain(pieces: Pieces, language: Language) -> str:
    return "".join("\n" if isinstance(piece, Break) else piece.text[language] for piece in pieces)
