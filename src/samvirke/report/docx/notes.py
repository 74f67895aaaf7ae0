"""Footnotes, which python-docx cannot write: what the body rests on, each source once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from samvirke.language import Language
from samvirke.report.document import Document, Words
from samvirke.report.docx.elements import Markup, bookmarked, element, of, paragraph, read, run
from samvirke.report.docx.elements import field as word_field
from samvirke.report.writing.edition import noted_sources


@dataclass
class Notes:
    """The notes so far. `known` is what a note says of each source; two that say the same are one note."""

    known: Mapping[str, str]
    text_style: str
    reference_style: str
    written: list[str] = field(default_factory=list)

    def reference(self, key: str, number: int) -> Iterator[Markup]:
        """The mark of a source's note, or a reference to the one there is; `number` is that of a bookmark."""
        said = self.known[key]
        properties = element("rPr", of("rStyle", self.reference_style))
        if said in self.written:
            note = self.written.index(said) + 1
            yield word_field(f"NOTEREF _note{note} \\f \\h", [run(str(note), style=self.reference_style)])
            return
        self.written.append(said)
        note = len(self.written)
        mark = element("r", properties, element("footnoteReference", id=str(note)))
        yield from bookmarked(f"_note{note}", number, [mark])

    def part(self) -> bytes:
        """The part of the file that holds the notes, with the lines that stand above them."""
        lines = (("separator", "-1"), ("continuationSeparator", "0"))
        notes = [element("footnote", _line(kind), type=kind, id=number) for kind, number in lines]
        notes += [self._note(number, said) for number, said in enumerate(self.written, 1)]
        return serialized(element("footnotes", *notes))

    def _note(self, number: int, said: str) -> Markup:
        mark = element("r", element("rPr", of("rStyle", self.reference_style)), element("footnoteRef"))
        return element("footnote", paragraph(self.text_style, [mark, run(f" {said}")]), id=str(number))


def _line(kind: str) -> Markup:
    spacing = element("spacing", after="0", line="240", lineRule="auto")
    return element("p", element("pPr", spacing), element("r", element(kind)))


def serialized(root: Markup) -> bytes:
    """An element as a part of its own."""
    from docx.opc.oxml import serialize_part_xml

    found: bytes = serialize_part_xml(read(root))
    return found


def said_of_sources(document: Document, language: Language) -> dict[str, str]:
    """What a note says of each source, by its anchor: its title, who published it and when."""
    return {
        anchor: ". ".join(_plain(one.pieces, language) for one in cells)
        for anchor, cells in noted_sources(document)
    }


def _plain(pieces: Iterable[object], language: Language) -> str:
    return "".join(piece.text[language] for piece in pieces if isinstance(piece, Words))
