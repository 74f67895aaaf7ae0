"""The report as Typst markup, from which the PDF is set.

Every text is written as a string in code, so that nothing in a study can be read as markup. Places are
labels; a link to what is not printed is plain text. In the body, what a text rests on stands in footnotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
from samvirke.report.writing.made import made_with

TEMPLATE = files("samvirke.report") / "templates" / "report.typ"
SOURCE = "#source-"
# Hundreds of rows that lead somewhere, and trees to be opened: nothing for paper.
WEB_ONLY = ("figures",)
LEFT_OUT = Text(
    "Hva hvert tall bygger på og er satt sammen av, står i nettutgaven av rapporten.",
    "What each figure rests on and is put together from stands in the web edition of the report.",
)
SMALLEST, LARGEST = 6.0, 34.0  # characters that decide how wide a column is
NUMBER = 16  # characters of a number with its range, which reads best on one line
SIZES = ((5, "8.5pt"), (7, "8pt"), (99, "7pt"))  # of the text in tables with at most so many columns


@dataclass
class Printed:
    """What has been printed so far, and the pictures that have to lie beside it.

    `notes` are what footnotes say of each source; `noted` is the first source of each that is printed.
    """

    language: Language
    anchors: frozenset[str]
    notes: Mapping[str, str]
    pictures: dict[str, Picture] = field(default_factory=dict)
    noted: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)

    def text(self, text: Text) -> str:
        """A text as a string, marked where it stands in another language than the report."""
        told = quoted(text[self.language])
        return f'text(lang: "nb", {told})' if text.lacks(self.language) else told

    def label(self, anchor: str | None) -> str:
        """A place that links lead to, once."""
        if anchor is None or anchor in self.placed:
            return ""
        self.placed.add(anchor)
        return f" #metadata(none) <{anchor}>"

    def pieces(self, row: Iterable[Piece], *, notes: bool = False) -> str:
        """A row of text as one expression; with notes, what it rests on stands at the foot of the page."""
        told = [self._piece(piece, notes=notes) for piece in row]
        return " + ".join(told) if told else '""'

    def _piece(self, piece: Piece, *, notes: bool) -> str:
        if isinstance(piece, Break):
            return "linebreak()"
        told = self.text(piece.text)
        if piece.strong:
            told = f"strong({told})"
        if piece.target is None:
            return told
        key = piece.target.removeprefix("#")
        if notes and piece.target.startswith(SOURCE) and key in self.notes:
            return f"{told} + {self._note(key)}"
        if piece.target.startswith("#"):
            return f"link(<{key}>, {told})" if key in self.anchors else told
        return f"link({quoted(piece.target)}, {told})"

    def _note(self, key: str) -> str:
        said = self.notes[key]
        if said in self.noted:
            return f"footnote(<note-{self.noted[said]}>)"
        self.noted[said] = key
        return f"[#footnote({said})<note-{key}>]"


def quoted(text: str) -> str:
    r"""A string of Typst's.

    >>> quoted('a "b" \\ c')
    '"a \\"b\\" \\\\ c"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def typst(document: Document, language: Language) -> tuple[str, dict[str, Picture]]:
    """The source of the printed report in one language, and the pictures it takes in, by file name."""
    parts = (*document.front, *document.body, *document.annexes)
    printed = Printed(language, frozenset(_anchors(parts)), dict(_notes(document, language)))
    kind = Text("Utredning", "Study")
    head = {
        "title": document.title[language],
        "subtitle": document.subtitle[language],
        "kind": kind[language],
        "language": language,
        "made": made_with(document)[language],
        "contents": Text("Innhold", "Contents")[language],
        "page-of": Text("av", "of")[language],
    }
    given = ", ".join(f"{key}: {quoted(value)}" for key, value in head.items())
    lines = [TEMPLATE.read_text(encoding="utf-8"), f"#show: report.with({given})"]
    in_short = Text("Kort fortalt", "In short")
    for one in document.front:
        front = Section(one.anchor, in_short, one.blocks, one.sections)
        lines += ["#pagebreak()", *_section(front, 1, printed, notes=True)]
    lines.append("#pagebreak()")
    for one in document.body:
        lines += _section(one, 1, printed, notes=True)
    for number, one in enumerate(document.annexes, 1):
        if one.anchor in WEB_ONLY:
            one = Section(one.anchor, one.heading, (Paragraph((Words(LEFT_OUT),)),))
        called = Text(f"Vedlegg {number}: {one.heading.nb}", f"Annex {number}: {one.heading['en']}")
        annex = Section(one.anchor, called, one.blocks, one.sections)
        lines += ["#pagebreak()", *_section(annex, 1, printed, notes=False)]
    return "\n".join([*lines, ""]), printed.pictures


def _anchors(sections: Iterable[Section]) -> Iterator[str]:
    """Every place that is printed."""
    for one in sections:
        yield one.anchor
        if one.anchor in WEB_ONLY:
            continue
        for block in one.blocks:
            if isinstance(block, Table):
                yield from (cell.anchor for row in block.rows for cell in row if cell.anchor is not None)
        yield from _anchors(one.sections)


def _notes(document: Document, language: Language) -> Iterator[tuple[str, str]]:
    """What a footnote says of each source: its title, who published it and when."""
    plain = Printed(language, frozenset(), {})
    for section in document.annexes:
        for block in section.blocks:
            for row in block.rows if isinstance(block, Table) else ():
                anchor = row[0].anchor or ""
                if f"#{anchor}".startswith(SOURCE):
                    cells = (plain.pieces(one.pieces) for one in row[:3])
                    yield anchor, ' + ". " + '.join(cells)


def _section(one: Section, level: int, printed: Printed, *, notes: bool) -> Iterator[str]:
    printed.placed.add(one.anchor)
    yield f"#heading(level: {level}, {printed.text(one.heading)}) <{one.anchor}>"
    for block in one.blocks:
        yield from _block(block, level + 1, printed, notes=notes)
    for inner in one.sections:
        yield from _section(inner, min(level + 1, 6), printed, notes=notes)


def _block(block: Block, level: int, printed: Printed, *, notes: bool) -> Iterator[str]:
    match block:
        case Paragraph():
            size = "12pt" if block.lead else "10.5pt"
            yield f"#par(text(size: {size}, {printed.pieces(block.pieces, notes=notes)}))"
        case Notice():
            said = printed.pieces(block.pieces, notes=notes)
            yield f"#notice(tone: {quoted(block.tone)}, {printed.text(block.heading)}, {said})"
        case Points():
            items = ", ".join(f"[#({printed.pieces(item, notes=notes)})]" for item in block.items)
            yield f"#list({items})"
        case Heading():
            yield f"#heading(level: {level}, outlined: false, {printed.pieces(block.pieces)})"
        case ByLanguage():
            for inner in block.nb if printed.language == "nb" else block.en:
                yield from _block(inner, level, printed, notes=notes)
        case Picture():
            name = f"{block.name}.svg"
            printed.pictures[name] = block
            told = f"caption: {printed.text(block.caption)}, alt: {quoted(block.alt[printed.language])}"
            yield f"#picture(path: {quoted(name)}, {told})"
        case Table():
            yield _table(block, printed, notes=notes)
        case Tree():
            pass


def _table(table: Table, printed: Printed, *, notes: bool) -> str:
    head = _tuple(printed.text(column.heading) for column in table.columns)
    rows = _tuple(_tuple(_cell(one, printed, notes=notes) for one in row) for row in table.rows)
    sides = _tuple("true" if column.numeric else "false" for column in table.columns)
    size = next(size for most, size in SIZES if len(table.columns) <= most)
    note = "none" if table.note is None else printed.text(table.note)
    return (
        f"#tabular(caption: {printed.text(table.caption)}, widths: {_widths(table, printed.language)}, "
        f"sides: {sides}, head: {head}, rows: {rows}, note: {note}, size: {size}, "
        f"total: {'true' if table.total else 'false'})"
    )


def _cell(one: Cell, printed: Printed, *, notes: bool) -> str:
    tone = "none" if one.tone == "plain" else quoted(one.tone)
    return f"([#({printed.pieces(one.pieces, notes=notes)}){printed.label(one.anchor)}], {tone})"


def _tuple(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"


def _widths(table: Table, language: Language) -> str:
    """Columns as wide as what they hold asks for: by the longest word, and by how much there is to read."""
    if table.even:
        return _tuple(("2.2fr", *("1fr" for _ in table.columns[1:])))
    wide = []
    for number, column in enumerate(table.columns):
        texts = [_plain(row[number], language) for row in table.rows]
        said = " ".join([column.heading[language], *texts]).replace("\u00ad", " ").split()
        longest = max(map(len, said), default=1)
        whole = max(map(len, texts), default=1) if column.numeric else 0
        mean = sum(map(len, texts)) / max(1, len(texts))
        wide.append(max(SMALLEST, min(LARGEST, max(longest, min(whole, NUMBER), mean * 0.5))))
    return _tuple(f"{width:.1f}fr" for width in wide)


def _plain(one: Cell, language: Language) -> str:
    return "".join(piece.text[language] if isinstance(piece, Words) else " " for piece in one.pieces)
