"""Wide tables on pages that are turned, each with what leads to it and what is noted of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from samvirke.report.docx.body import CAPTION_ROOM, DEEPEST, EMU_PER_TWIP, Writer
from samvirke.report.docx.elements import Element, element, paragraph, read
from samvirke.report.docx.said import said
from samvirke.report.docx.tables import WIDE

SHORT = 900  # letters of what would look lost on a page of its own
LINES = ("headerReference", "footerReference")
# Of a section after the first: its lines are those of the section before, and its page is no first page.
FIRST_ONLY = (*LINES, "titlePg", "type")


def with_sections(body: Sequence[Element], writer: Writer) -> Iterator[Element]:
    """The body with the marks that end each section; what follows the last is left to the document's own."""
    last: Any = writer.word.element.body.sectPr
    spans = turned(body, writer) if writer.height > writer.width else []
    upright, written = deepcopy(last), 0
    for start, end in spans:
        yield from _ended(body[written:start], upright, writer)
        upright = _following(last)
        written = end
        if end < len(body):
            yield from _ended(body[start:end], _turned(_following(last)), writer)
        else:
            yield from body[start:end]
    yield from body[written:]
    if spans:
        page = _turned(_following(last)) if written == len(body) else _following(last)
        last.getparent().replace(last, page)


def turned(body: Sequence[Element], writer: Writer) -> list[tuple[int, int]]:
    """Where pages are turned: from what leads to a wide table to what is noted of it.

    Wide tables share their pages when there is little between them, or a picture that is not too high.
    """
    spans: list[tuple[int, int]] = []
    for number, one in enumerate(body):
        if one.tag == qn("w:tbl") and len(one.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")) >= WIDE:
            start, end = _start(body, number - 1, writer), number + 1
            if end < len(body) and _style(body[end]) == writer.styles["Table Note"]:
                end += 1
            if spans and _fits_between(body[spans[-1][1] : start], writer):
                start = spans.pop()[0]
            spans.append((start, end))
    return spans


def _start(body: Sequence[Element], caption: int, writer: Writer) -> int:
    """Where what leads to a table begins: at the headings that it is under, or else at its caption."""
    levels = {writer.styles[f"Heading {level}"]: level for level in range(1, DEEPEST + 1)}
    start, above = caption, DEEPEST + 1
    for place in reversed(range(caption)):
        if not _little(body[place:caption]):
            break
        level = levels.get(_style(body[place]) or "")
        if level is not None and level >= above:  # a section before this one
            break
        if level is not None:
            start, above = place, level
    return start


def _fits_between(between: Sequence[Element], writer: Writer) -> bool:
    """Whether what stands between two wide tables can stand on turned pages as well."""
    high = [picture.extent.cy for one in between for picture in one.iter(qn("wp:inline"))]
    room = (writer.width - CAPTION_ROOM) * EMU_PER_TWIP
    return _is_short(between) and all(one <= room for one in high)


def _little(between: Sequence[Element]) -> bool:
    """Whether there are only a few words, and no table, picture or text of the study."""
    return _is_short(between) and not any(True for one in between for _ in one.iter(qn("w:drawing")))


def _is_short(between: Sequence[Element]) -> bool:
    return all(one.tag == qn("w:p") for one in between) and sum(len(said(one)) for one in between) <= SHORT


def _style(one: Element) -> str | None:
    found = one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if one.tag == qn("w:p") else None
    return None if found is None else found.get(qn("w:val"))


def _ended(inside: Sequence[Element], page: Element, writer: Writer) -> Iterator[Element]:
    """A section with its mark: in its last paragraph, or else in one of its own that takes no room."""
    yield from inside
    final = inside[-1]
    if final.tag != qn("w:p"):  # a mark inside a control would come and go with what people write in it
        final = read(paragraph(writer.styles["Table Text Small"]))
        final[0].append(read(element("spacing", before="0", after="0", line="20", lineRule="exact")))
        yield final
    final[0].append(page)


def _following(first: Element) -> Element:
    """The properties of a section after the first."""
    made = deepcopy(first)
    for name in FIRST_ONLY:
        for one in made.findall(qn(f"w:{name}")):
            made.remove(one)
    numbering = made.find(qn("w:pgNumType"))
    if numbering is not None:
        numbering.attrib.pop(qn("w:start"), None)
    return made


def _turned(page: Element) -> Element:
    """A section with its page turned, as Word turns it: its left margin becomes the upper one."""
    size: Any = page.find(qn("w:pgSz"))
    margins: Any = page.find(qn("w:pgMar"))
    wide, high = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), high)
    size.set(qn("w:h"), wide)
    size.set(qn("w:orient"), "landscape")
    top, right, bottom, left = (
        int(margins.get(qn(f"w:{side}"))) for side in ("top", "right", "bottom", "left")
    )
    gutter = int(margins.get(qn("w:gutter"), "0"))  # for binding, at the left of a page that is not turned
    for side, wide in (
        ("top", left + gutter),
        ("right", top),
        ("bottom", right),
        ("left", bottom),
        ("gutter", 0),
    ):
        margins.set(qn(f"w:{side}"), str(wide))
    return page
