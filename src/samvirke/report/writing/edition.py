"""What of the report is set on paper, and how: what every printed format has in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samvirke.language import Text
from samvirke.report.document import Cell, Document, Paragraph, Picture, Section, Table, Words

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


def pictures(sections: Iterable[Section]) -> Iterator[Picture]:
    """Every picture that is printed, in order."""
    for one in sections:
        yield from (block for block in one.blocks if isinstance(block, Picture))
        yield from pictures(one.sections)


def noted_sources(document: Document) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """What a footnote says of each source, by its anchor: its title, who published it and when."""
    for section in document.annexes:
        for block in section.blocks:
            for row in block.rows if isinstance(block, Table) else ():
                anchor = row[0].anchor or ""
                if f"#{anchor}".startswith(SOURCE):
                    yield anchor, row[:3]
