"""The report as Typst markup, from which the PDF is set.

Every text is written as a string in code, so that nothing in a study can be read as markup. Places are
labels; a link to what is not printed is plain text. In the body, what a text rests on stands in footnotes.
In the annexes names are plain text: each is found in the annex that lists its like, the web edition has the
links, and a thousand of them would make every table be set twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from samvirke.language import Language, Text
from samvirke.report.document import (
    Block,
    Break,
    ByLanguage,
    Cell,
    Document,
    Heading,
    Notice,
    Paragraph,
    Picture,
    Piece,
    Points,
    Section,
    Table,
    Tree,
    Words,
)
from samvirke.report.writing.columns import columns
from samvirke.report.writing.edition import (
    CONTENTS,
    IN_SHORT,
    KIND,
    PAGE_OF,
    SOURCE,
    anchors,
    edition,
    noted_sources,
)
from samvirke.report.writing.made import made_with

UNENDING = re.compile(r"[^\s\u200b]{60}(?=[^\s\u200b])")  # longer than any word, and than most lines
LONG_IN_TITLE = re.compile(r"[^\s\u200b]{34}(?=[^\s\u200b])")  # what a line of large letters has room for
TEMPLATES = files("samvirke.report") / "templates"
# Of the text in tables with at most so many columns, by that of the running text.
SIZES = ((5, "0.81em"), (7, "0.76em"), (99, "0.67em"))


@dataclass
class Printed:
    """What has been printed so far, and the pictures that have to lie beside it.

    `notes` are what footnotes say of each source; `noted` is the first source of each that is printed.
    """

    language: Language
    anchors: frozenset[str]
    notes: Mapping[str, str]
    pictures: list[Picture] = field(default_factory=list)
    noted: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)

    def text(self, text: Text) -> str:
        """A text as a string, marked where it stands in another language than the report."""
        # A word without end could not be broken at the margin, nor be kept whole in a file for the archive.
        told = quoted(UNENDING.sub("\\g<0>\u200b", text[self.language]))
        return f'text(lang: "nb", {told})' if text.lacks(self.language) else told

    def label(self, anchor: str | None) -> str:
        """A place that links lead to, once."""
        if anchor is None or anchor in self.placed:
            return ""
        self.placed.add(anchor)
        return f" #metadata(none) <{anchor}>"

    def pieces(self, row: Iterable[Piece], *, body: bool = False) -> str:
        """A row of text as one expression; in the body what it rests on stands at the foot of the page."""
        told = [self._piece(piece, body=body) for piece in self._that_say_something(tuple(row), body=body)]
        return " + ".join(told) if told else '""'

    def _that_say_something(self, row: Sequence[Piece], *, body: bool) -> Iterator[Piece]:
        """Pieces but those that only lead on: to what is not linked here, or to a note that the row has."""
        noted: set[str] = set()
        for number, piece in enumerate(row):
            if isinstance(piece, Words):
                leads = _leads_on(row, number)
                note = self.notes.get((leads.target or "").removeprefix("#"))
                if piece.onward and (not body or note in noted):
                    continue
                noted |= {note} if note is not None and piece is leads else set()
            yield piece

    def _piece(self, piece: Piece, *, body: bool) -> str:
        if isinstance(piece, Break):
            return "linebreak()"
        told = self.text(piece.text)
        if piece.strong:
            told = f"strong({told})"
        if piece.target is None:
            return told
        key = piece.target.removeprefix("#")
        if body and piece.target.startswith(SOURCE) and key in self.notes:
            return f"{told} + {self._note(key)}"
        if piece.target.startswith("#"):
            return f"link(<{key}>, {told})" if body and key in self.anchors else told
        return f"link({quoted(piece.target)}, {told})"

    def _note(self, key: str) -> str:
        said = self.notes[key]
        if said in self.noted:
            return f"footnote(<note-{self.noted[said]}>)"
        self.noted[said] = key
        return f"[#footnote({said})<note-{key}>]"


def _leads_on(row: Sequence[Piece], number: int) -> Words:
    """The link that a piece belongs to: itself, or beside what separates links the one that only leads on."""
    piece = row[number]
    assert isinstance(piece, Words)
    if piece.onward and piece.target is None:
        for beside in (*row[number + 1 : number + 2], *row[max(0, number - 1) : number]):
            if isinstance(beside, Words) and beside.onward:
                return beside
    return piece


def quoted(text: str) -> str:
    r"""A string of Typst's.

    >>> quoted('a "b" \\ c')
    '"a \\"b\\" \\\\ c"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def typst(document: Document, language: Language) -> tuple[str, tuple[Picture, ...]]:
    """The source of the printed report in one language, and the pictures it takes in, by name.

    A document that is no more than its first page is set as a page that stands alone.
    """
    printing = edition(document)
    printed = Printed(language, frozenset(anchors(printing.parts)), dict(_notes(document, language)))
    head = {
        "title": LONG_IN_TITLE.sub("\\g<0>\u200b", document.title[language]),
        "subtitle": document.subtitle[language],
        "kind": KIND[language],
        "language": language,
        "made": made_with(document)[language],
        "page-of": PAGE_OF[language],
    }
    if not printing.annexes:
        head["kind"] = IN_SHORT[language]
        return "\n".join([*_opened("brief", head), *_page(document, printed), ""]), tuple(printed.pictures)
    lines = _opened("report", {**head, "contents": CONTENTS[language]})
    for one in printing.front:
        lines += ["#pagebreak()", *_section(one, 1, printed, body=True)]
    lines.append("#pagebreak()")
    for one in printing.body:
        lines += _section(one, 1, printed, body=True)
    lines.append("#pagebreak()")  # the annexes follow each other, or many a page would be all but empty
    for one in printing.annexes:
        lines += _section(one, 1, printed, body=False)
    return "\n".join([*lines, ""]), tuple(printed.pictures)


def _opened(look: str, head: Mapping[str, str]) -> list[str]:
    """The templates, and the one of them that sets the page."""
    given = ", ".join(f"{key}: {quoted(value)}" for key, value in head.items())
    names = dict.fromkeys(("report", look))
    return [*(_template(name) for name in names), f"#show: {look}.with({given})"]


def _template(name: str) -> str:
    return (TEMPLATES / f"{name}.typ").read_text(encoding="utf-8")


def _page(document: Document, printed: Printed) -> Iterator[str]:
    """The first page alone, whose title is its only heading."""
    for one in document.front:
        for block in one.blocks:
            yield from _block(block, 2, printed, body=False)


def _notes(document: Document, language: Language) -> Iterator[tuple[str, str]]:
    """What a footnote says of each source."""
    plain = Printed(language, frozenset(), {})
    for anchor, cells in noted_sources(document):
        yield anchor, ' + ". " + '.join(plain.pieces(one.pieces) for one in cells)


def _section(one: Section, level: int, printed: Printed, *, body: bool) -> Iterator[str]:
    printed.placed.add(one.anchor)
    yield f"#heading(level: {level}, {printed.text(one.heading)}) <{one.anchor}>"
    for block in one.blocks:
        yield from _block(block, level + 1, printed, body=body)
    for inner in one.sections:
        yield from _section(inner, min(level + 1, 6), printed, body=body)


def _block(block: Block, level: int, printed: Printed, *, body: bool) -> Iterator[str]:
    match block:
        case Paragraph():
            size = "1.14em" if block.lead else "1em"
            yield f"#par(text(size: {size}, {printed.pieces(block.pieces, body=body)}))"
        case Notice():
            said = printed.pieces(block.pieces, body=body)
            yield f"#notice(tone: {quoted(block.tone)}, {printed.text(block.heading)}, {said})"
        case Points():
            items = ", ".join(f"[#({printed.pieces(item, body=body)})]" for item in block.items)
            yield f"#list({items})"
        case Heading():
            yield f"#heading(level: {level}, outlined: false, {printed.pieces(block.pieces)})"
        case ByLanguage():
            for inner in block.nb if printed.language == "nb" else block.en:
                yield from _block(inner, level, printed, body=body)
        case Picture():
            printed.pictures.append(block)
            told = f"caption: {printed.text(block.caption)}, alt: {quoted(block.alt[printed.language])}"
            yield f"#picture(name: {quoted(block.name)}, {told})"
        case Table():
            yield _table(block, printed, body=body)
        case Tree():
            pass


def _table(table: Table, printed: Printed, *, body: bool) -> str:
    head = _tuple(printed.text(column.heading) for column in table.columns)
    last = len(table.rows) - 1 if table.total else None
    cells = _tuple(
        _cell(one, printed, body=body, strong=number == last)
        for number, row in enumerate(table.rows)
        for one in row
    )
    sides = _tuple(_bool(column.numeric) for column in table.columns)
    shared = columns(table, printed.language)
    wide = _tuple(f"{width:.1f}fr" for width in shared.widths)
    size = next(size for most, size in SIZES if len(table.columns) <= most)
    note = "none" if table.note is None else printed.text(table.note)
    return (
        f"#tabular(caption: {printed.text(table.caption)}, widths: {wide}, "
        f"sides: {sides}, head: {head}, cells: {cells}, note: {note}, size: {size}, "
        f"roomy: {_bool(shared.roomy)}, low: {_bool(shared.low)})"
    )


def _cell(one: Cell, printed: Printed, *, body: bool, strong: bool) -> str:
    told, place = printed.pieces(one.pieces, body=body), printed.label(one.anchor)
    if place:
        told = f"[#({told}){place}]"
    if strong:
        told = f"strong({told})"
    return told if one.tone == "plain" else f"table.cell(fill: tones.{one.tone}, {told})"


def _tuple(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"


def _bool(whether: bool) -> str:
    return "true" if whether else "false"
