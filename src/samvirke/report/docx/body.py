"""The blocks of the report as elements of a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from samvirke.language import Language, Text
from samvirke.report.document import (
    Block,
    Break,
    ByLanguage,
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
from samvirke.report.docx.elements import (
    LANGUAGE_TAGS,
    Element,
    Markup,
    as_markup,
    bookmarked,
    element,
    line_break,
    paragraph,
    read,
    run,
    to_place,
)
from samvirke.report.docx.elements import (
    field as word_field,
)
from samvirke.report.docx.manifest import HeldText
from samvirke.report.docx.notes import Notes
from samvirke.report.docx.tables import written_table
from samvirke.report.writing.edition import SOURCE
from samvirke.report.writing.hyphenation import breakable
from samvirke.uncertainty.results import Results

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FIGURE_LABEL = Text("Figur", "Figure")
DEEPEST = 4  # of the styles for headings
EMU_PER_TWIP, EMU_PER_POINT = 635, 12700
CAPTION_ROOM = 1200  # twips that a picture leaves for its caption
DOTS_PER_INCH = 144  # of pictures, some 175 when they are as wide as a page: sharp enough in print
# Of most pictures as they are drawn, 565 points; python-docx takes a dot for a point. A smaller picture has
# letters as large as the others'.
FULL_WIDTH = 565 * DOTS_PER_INCH // 72 * EMU_PER_POINT
ADDRESSES = ("http://", "https://", "mailto:")
AFTER_TABLE = "160"  # twips between a table and what follows


@dataclass
class Writer:
    """What has been written so far of the report in one language, and where it is written.

    `bookmarks` are the names of printed anchors; `drawn` the pictures as PNG, by name; `contents` the
    headings so far, each with its level, words and bookmark; `texts` those of the study that have been put
    in.
    """

    language: Language
    results: Results
    word: WordDocument
    styles: Mapping[str, str]
    width: int  # twips between the margins
    height: int
    bookmarks: Mapping[str, str]
    notes: Notes
    drawn: Mapping[str, bytes]
    placed: set[str] = field(default_factory=set)
    contents: list[tuple[int, str, str]] = field(default_factory=list)
    texts: list[HeldText] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    captions: dict[str, int] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def longer(self) -> int:
        """The twips between the margins along the longer side of a page."""
        return max(self.width, self.height)

    def lang(self, text: Text) -> str | None:
        """The language of a text that is not in the report's own."""
        return LANGUAGE_TAGS["nb"] if text.lacks(self.language) else None

    def plain(self, text: Text) -> Markup:
        """A text as it stands."""
        return run(text[self.language], lang=self.lang(text))

    def pieces(self, row: Iterable[Piece], *, notes: bool = False, narrow: bool = False) -> Iterator[Markup]:
        """A row of text; with notes, what it rests on stands at the foot of the page."""
        for piece in row:
            if isinstance(piece, Break):
                yield line_break()
            else:
                yield from self._words(piece, notes=notes, narrow=narrow)

    def _words(self, piece: Words, *, notes: bool, narrow: bool) -> Iterator[Markup]:
        text = piece.text[self.language]
        if narrow:
            text = breakable(text, "nb" if piece.text.lacks(self.language) else self.language)
        style = None if notes and self.noted(piece.target) else self.link_style(piece.target)
        made = run(text, strong=piece.strong, lang=self.lang(piece.text), style=style)
        if piece.target is None or style is None:
            yield made
        else:
            yield self.linked(piece.target, made)
        if notes and piece.target is not None and self.noted(piece.target):
            yield from self.notes.reference(piece.target.removeprefix("#"), next(self.numbers))

    def noted(self, target: str | None) -> bool:
        """Whether a note tells of what a link leads to."""
        return (
            target is not None and target.startswith(SOURCE) and target.removeprefix("#") in self.notes.known
        )

    def link_style(self, target: str | None) -> str | None:
        """The style of a link; None where it leads to what is not printed."""
        if target is None:
            return None
        known = target.removeprefix("#") in self.bookmarks if target.startswith("#") else True
        return (
            self.styles["Hyperlink"] if known and (target[0] == "#" or target.startswith(ADDRESSES)) else None
        )

    def linked(self, target: str, made: Markup) -> Markup:
        """Words that lead to a place or an address."""
        if target.startswith("#"):
            return to_place(self.bookmarks[target.removeprefix("#")], [made])
        from docx.opc.constants import RELATIONSHIP_TYPE

        key = self.word.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return element("hyperlink", made, history="1", r__id=key)

    def place(self, anchor: str | None, children: Iterable[Markup] = ()) -> Iterator[Markup]:
        """What links lead to, once."""
        if anchor is None or anchor in self.placed or anchor not in self.bookmarks:
            yield from children
            return
        self.placed.add(anchor)
        yield from bookmarked(self.bookmarks[anchor], next(self.numbers), children)

    def heading(
        self, level: int, anchor: str, children: Iterable[Markup], words: str, *, new_page: bool = False
    ) -> Markup:
        """A heading, which also stands in the list of contents."""
        self.contents.append((level, words, self.bookmarks.get(anchor, anchor)))
        inner = bookmarked(self.bookmarks.get(anchor, anchor), next(self.numbers), children)
        self.placed.add(anchor)
        return paragraph(self.styles[f"Heading {min(level, DEEPEST)}"], inner, new_page=new_page)

    def caption(self, label: Text, text: Text) -> Markup:
        """A caption with a number that Word keeps right."""
        name = label[self.language]
        number = word_field(f"SEQ {name} \\* ARABIC", [run(str(self.counted(name)))])
        return paragraph(
            self.styles["Caption"], [run(f"{name} "), number, run(". "), self.plain(text)], keep=True
        )

    def counted(self, name: str) -> int:
        """How many captions there are with a label, this one among them."""
        self.captions[name] = self.captions.get(name, 0) + 1
        return self.captions[name]


def section(
    one: Section, level: int, writer: Writer, *, notes: bool, new_page: bool = False
) -> Iterator[Element]:
    """A section with those inside it."""
    words = one.heading[writer.language]
    yield read(writer.heading(level, one.anchor, [writer.plain(one.heading)], words, new_page=new_page))
    previous: Element | None = None
    for block in one.blocks:
        for made in map(read, written(block, level + 1, writer, notes=notes)):
            if previous is not None and previous.tag.endswith("}tbl"):
                _set_apart(made, writer)
            previous = made
            yield made
    for inner in one.sections:
        yield from section(inner, level + 1, writer, notes=notes)


def _set_apart(made: Element, writer: Writer) -> None:
    """Room above the first paragraph after a table; captions, notes and headings have their own."""
    from docx.oxml.ns import qn

    own = {writer.styles[name] for name in ("Body Text", "Lead", "List Bullet", "Notice")}
    first = next(made.iter(qn("w:p")), None)
    if first is None or first[0][0].get(qn("w:val")) not in own:
        return
    place = 1 + len(first[0].findall(qn("w:keepNext")))
    first[0].insert(place, read(element("spacing", before=AFTER_TABLE)))


def written(block: Block, level: int, writer: Writer, *, notes: bool) -> Iterator[Markup]:
    """A block as the elements it is written with."""
    styles = writer.styles
    match block:
        case Paragraph():
            style = styles["Lead" if block.lead else "Body Text"]
            yield paragraph(style, writer.pieces(block.pieces, notes=notes))
        case Notice():
            said = run(f"{block.heading[writer.language]}. ", strong=True)
            yield paragraph(styles["Notice"], [said, *writer.pieces(block.pieces, notes=notes)])
        case Points():
            for item in block.items:
                yield paragraph(styles["List Bullet"], writer.pieces(item, notes=notes))
        case Heading():
            yield paragraph(styles[f"Heading {min(level, DEEPEST)}"], writer.pieces(block.pieces))
        case ByLanguage():
            yield from _by_language(block, level, writer, notes=notes)
        case Picture():
            yield writer.caption(FIGURE_LABEL, block.caption)
            yield paragraph(styles["Body Text"], [_picture(block, writer)])
        case Table():
            yield from written_table(block, writer, notes=notes)
        case Tree():  # to be opened on a screen
            pass


def _by_language(block: ByLanguage, level: int, writer: Writer, *, notes: bool) -> Iterator[Markup]:
    """A text of the study in its control; one that has no name is not the study's."""
    from samvirke.report.docx.texts import text_control

    if block.name:
        yield text_control(block.name, level, writer)
        return
    for inner in block.nb if writer.language == "nb" else block.en:
        yield from written(inner, level, writer, notes=notes)


def _picture(picture: Picture, writer: Writer) -> Markup:
    """A picture between the margins, told by its words to whoever does not see it."""
    inline: Any = writer.word.part.new_pic_inline(io.BytesIO(writer.drawn[picture.name]))
    wide, high = int(inline.extent.cx), int(inline.extent.cy)
    room = writer.width * EMU_PER_TWIP, (writer.height - CAPTION_ROOM) * EMU_PER_TWIP
    scale = min(room[0] / max(wide, FULL_WIDTH), room[1] / high)
    for one in (inline.extent, inline.graphic.graphicData.pic.spPr):
        one.cx, one.cy = int(wide * scale), int(high * scale)
    for side in ("distT", "distB", "distL", "distR"):  # unsaid, LibreOffice moves the picture to the right
        inline.set(side, "0")
    inline.docPr.set("descr", picture.alt[writer.language])
    inline.docPr.set("name", picture.name)
    return element("r", element("drawing", as_markup(inline)))
