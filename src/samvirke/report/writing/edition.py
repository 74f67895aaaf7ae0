"""What of the report is set on paper, and how: what every printed format has in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samvirke.language import Language, Text
from samvirke.report.document import Cell, Document, Paragraph, Section, Table, Words

SOURCE = "#source-"
# Hundreds of rows that lead somewhere, and trees to be opened: nothing for paper.
WEB_ONLY = ("figures",)
LEFT_OUT = Text(
    "Hva hvert tall bygger på og er satt sammen av, står i nettutgaven av rapporten.",
    "What each figure rests on and is put together from stands in the web edition of the report.",
)
KIND = Text("Utredning", "Study")
CONTENTS = Text("Innhold", "Contents")
PAGE_OF = Text("av", "of")
IN_SHORT = Text("Kort fortalt", "In short")
SMALLEST, LARGEST = 5.0, 34.0  # characters that decide how wide a column is
LINE = 108  # characters of a line of a table across the page, which columns of text share what is left of
SHORT = 20  # characters of a line that reads best unbroken: a name, or a few words
NUMBER = 16  # characters of a number with its range, which reads best on one line
HEAD = 0.45  # of the characters of a heading, so that it takes about two lines
SPACE = 3.0  # characters that the margins of a cell take, and letters wider than the mean
FIRST = 2.2  # how wide the first column is where all the others are alike


@dataclass(frozen=True, slots=True)
class Edition:
    """The sections as they are printed: annexes with their numbers, and without what is for the web."""

    front: tuple[Section, ...]
    body: tuple[Section, ...]
    annexes: tuple[Section, ...]

    @property
    def parts(self) -> tuple[Section, ...]:
        """All of them, in order."""
        return (*self.front, *self.body, *self.annexes)


def edition(document: Document) -> Edition:
    """The printed edition of a report."""
    front = tuple(replace(_printed(one), heading=IN_SHORT) for one in document.front)
    annexes = tuple(_annex(number, _printed(one)) for number, one in enumerate(document.annexes, 1))
    return Edition(front, tuple(_printed(one) for one in document.body), annexes)


def _printed(one: Section) -> Section:
    """A section without the tables that are for the screen only."""
    blocks = tuple(block for block in one.blocks if not isinstance(block, Table) or block.on_paper)
    return replace(one, blocks=blocks, sections=tuple(_printed(inner) for inner in one.sections))


def _annex(number: int, one: Section) -> Section:
    called = Text(f"Vedlegg {number}: {one.heading.nb}", f"Annex {number}: {one.heading['en']}")
    if one.anchor in WEB_ONLY:
        return Section(one.anchor, called, (Paragraph((Words(LEFT_OUT),)),))
    return replace(one, heading=called)


def anchors(sections: Iterable[Section]) -> Iterator[str]:
    """Every place that is printed, in order."""
    for one in sections:
        yield one.anchor
        for block in one.blocks:
            if isinstance(block, Table):
                yield from (cell.anchor for row in block.rows for cell in row if cell.anchor is not None)
        yield from anchors(one.sections)


def noted_sources(document: Document) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """What a footnote says of each source, by its anchor: its title, who published it and when."""
    for section in document.annexes:
        for block in section.blocks:
            for row in block.rows if isinstance(block, Table) else ():
                anchor = row[0].anchor or ""
                if f"#{anchor}".startswith(SOURCE):
                    yield anchor, row[:3]


def widths(table: Table, language: Language) -> tuple[float, ...]:
    """How wide each column is, against the others: by its longest word, and by how much there is to read."""
    if table.even:
        return (FIRST, *(1.0 for _ in table.columns[1:]))
    wide: list[float] = []
    wanted: list[float] = []  # what a line of each column would take besides
    for number, column in enumerate(table.columns):
        texts = [_plain(row[number], language) for row in table.rows]
        said = " ".join([column.heading[language], *texts]).replace("\u00ad", " ").split()
        longest = max(map(len, said), default=1)
        whole = max(map(len, texts), default=1) if column.numeric else 0
        lines = [_line(row[number], language) for row in table.rows]
        mean = sum(lines) / max(1, sum(line > 0 for line in lines))  # of cells that say something
        head = len(column.heading[language]) * HEAD
        room = max(longest, head, min(whole, NUMBER), min(mean, SHORT), mean * 0.5)
        wide.append(max(SMALLEST, min(LARGEST, room)) + SPACE)
        wanted.append(max(0.0, mean + SPACE - wide[-1]))
    spare = max(0.0, min(LINE - sum(wide), sum(wanted)))
    return tuple(own + spare * more / (sum(wanted) or 1) for own, more in zip(wide, wanted, strict=True))


def longest_words(table: Table, language: Language) -> tuple[int, ...]:
    """The letters of the longest word of each column, a soft hyphen being a place where it may be broken."""
    found = []
    for number, column in enumerate(table.columns):
        texts = [column.heading[language], *(_plain(row[number], language) for row in table.rows)]
        found.append(
            max((len(word) for text in texts for word in text.replace("\u00ad", " ").split()), default=1)
        )
    return tuple(found)


def _line(one: Cell, language: Language) -> int:
    """The characters of the longest line of a cell."""
    lines = [""]
    for piece in one.pieces:
        if isinstance(piece, Words):
            lines[-1] += piece.text[language]
        else:
            lines.append("")
    return max(map(len, lines))


def _plain(one: Cell, language: Language) -> str:
    return "".join(piece.text[language] if isinstance(piece, Words) else " " for piece in one.pieces)
