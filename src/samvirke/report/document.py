"""The report as data: sections of paragraphs, lists and tables, whatever it is rendered to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from samvirke.language import Text
from samvirke.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text; with a target, it leads to an anchor in the same report or to an address.

    `onward` says that it only sends the reader on to another place, and is nothing to somebody without it.
    """

    text: Text
    target: str | None = None
    strong: bool = False
    onward: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a cell or a paragraph."""


Piece = Words | Break
Pieces = tuple[Piece, ...]
Tone = Literal["plain", "good", "bad", "doubt"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `anchor` is a name that other places can lead to.

    `amount` is the number that the cell tells, in the unit of its row, where two such can be compared.
    """

    pieces: Pieces
    tone: Tone = "plain"
    anchor: str | None = None
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and whether it holds numbers, which stand to the right."""

    heading: Text
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first cell in each row is the row's heading.

    On a narrow screen each row may be shown as a card, unless `cards` says that the columns belong side by
    side; `total` says that the last row is a sum, `even` that all columns but the first are as wide. With
    `choose`, which asks the reader to, any column but the first can be taken out of sight. One that is not
    `on_paper` says once more, in a form for the screen, what the printed report tells elsewhere.
    """

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cards: bool = True
    total: bool = False
    even: bool = False
    note: Text | None = None
    choose: Text | None = None
    on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    pieces: Pieces
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must not miss."""

    heading: Text
    pieces: Pieces
    tone: Tone = "doubt"


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text, below that of its section."""

    pieces: Pieces


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """What people have written in each language, which need not be parallel; `name` is that of their text."""

    nb: tuple[Paragraph | Points | Heading, ...]
    en: tuple[Paragraph | Points | Heading, ...]
    name: str = ""


Ground = Literal["source", "judgement", "choice", "nothing"]


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that a figure rests on, with what it rests on in turn.

    `amount` is what it adds to what stands above it. `ground` says what kind of ground a leaf is; `figure` is
    the name of another figure, which has an explanation of its own. `target` is where the report tells in
    full what is below the node.
    """

    text: Pieces
    amount: Text | None = None
    children: Sequence[Node] = ()
    ground: Ground | None = None
    figure: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """What something is put together from, to be opened by whoever wants to know."""

    summary: Pieces
    nodes: tuple[Node, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as a Vega-Lite specification, in JSON, in each language."""

    nb: str
    en: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram of what is connected to what, in the DOT language, in each language."""

    nb: str
    en: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Something drawn. `alt` says in words what one sees; `name` is what `samvirke draw` calls it by.

    What is drawn must also stand as words or numbers in the report, so that no picture is needed to know it.
    """

    name: str
    caption: Text
    alt: Text
    drawing: Chart | Diagram


Block = Paragraph | Notice | Points | Table | Heading | ByLanguage | Tree | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    anchor: str
    heading: Text
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: the one page in front, the body by the six questions, and the annexes behind it."""

    title: Text
    subtitle: Text
    front: tuple[Section, ...]
    body: tuple[Section, ...]
    annexes: tuple[Section, ...]
    provenance: Provenance
    notes: tuple[Text, ...] = field(default=())


def words(nb: str | Text, en: str | None = None, target: str | None = None, *, strong: bool = False) -> Words:
    """A stretch of text in both languages."""
    text = nb if isinstance(nb, Text) else Text(nb, en)
    return Words(text, target, strong)


def lines(texts: Iterable[Text]) -> Pieces:
    """Texts each on its own line."""
    return tuple(piece for text in texts for piece in (Break(), Words(text)))[1:]


def onward(nb: str, en: str, target: str) -> tuple[Words, Words]:
    """A sentence that only sends the reader on to another place in the report."""
    return Words(Text(nb, en), target, onward=True), Words(Text(". ", ". "), onward=True)


def cell(*pieces: Piece | Text, tone: Tone = "plain", anchor: str | None = None) -> Cell:
    """A cell of these pieces."""
    return Cell(tuple(Words(p) if isinstance(p, Text) else p for p in pieces), tone, anchor)


def pieces_of(block: Block) -> Iterator[Piece]:
    """Every piece of text in a block, in both languages' texts where they differ; a picture has none."""
    match block:
        case ByLanguage():
            for inner in (*block.nb, *block.en):
                yield from pieces_of(inner)
        case Table():
            for row in block.rows:
                for one in row:
                    yield from one.pieces
        case Points():
            yield from chain.from_iterable(block.items)
        case Tree():
            yield from block.summary
            for node in block.nodes:
                yield from _pieces_below(node)
        case Paragraph() | Notice() | Heading():
            yield from block.pieces


def _pieces_below(node: Node) -> Iterator[Piece]:
    yield from node.text
    for child in node.children:
        yield from _pieces_below(child)
