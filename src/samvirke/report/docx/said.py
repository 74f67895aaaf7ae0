"""What stands in a Word document, as words: the same reading when it is written and when it comes back.

Elements may be those of python-docx or of the standard library. What a field shows is left out, since Word
works it out anew, and so is what has been deleted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GALLERY = "Table of Contents"
CONTENTS = "samvirke-contents"  # the list of contents, which Word writes anew
TEXT, FIELD, HYPHEN = f"{W}t", f"{W}fldChar", f"{W}noBreakHyphen"
SPACES = {f"{W}{name}" for name in ("tab", "br", "cr", "ptab")}
WITHOUT_WORDS = {f"{W}{name}" for name in ("fldSimple", "pPr", "rPr", "sdtPr")}
BEGIN, END = "begin", "end"
MARK = 8  # hexadecimal digits that tell a paragraph from another


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands from one heading to the next, outside the texts: each paragraph with words in it."""

    bookmark: str
    heading: str
    paragraphs: tuple[str, ...]


def value(element: Any, name: str) -> str | None:
    """An attribute of Word's own."""
    found: str | None = element.get(f"{W}{name}")
    return found


def tag_of(control: Any) -> str | None:
    """What a content control is found again by."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    if gallery is not None and value(gallery, "val") == GALLERY:
        return CONTENTS
    found = control.find(f"{W}sdtPr/{W}tag")
    return None if found is None else value(found, "val")


def said(element: Any) -> str:
    """The words in an element, with single spaces between them."""
    found: list[str] = []
    _gather(element, found, 0)
    return " ".join("".join(found).split())


def _gather(element: Any, found: list[str], fields: int) -> int:
    """Add the words in an element; of the fields that are open, how many before it, and in return after."""
    tag = element.tag
    if tag == TEXT:
        if not fields:
            found.append(element.text or "")
    elif tag == FIELD:
        return fields + {BEGIN: 1, END: -1}.get(value(element, "fldCharType") or "", 0)
    elif tag in SPACES:
        found.append(" ")
    elif tag == HYPHEN:
        found.append("-")
    elif tag not in WITHOUT_WORDS:
        for child in element:
            fields = _gather(child, found, fields)
    return fields


def paragraphs_outside(parent: Any, tags: Collection[str]) -> Iterator[Any]:
    """Every paragraph that is not in a content control with one of these tags."""
    for child in parent:
        if child.tag == f"{W}p":
            yield child
        elif not (child.tag == f"{W}sdt" and tag_of(child) in tags):
            yield from paragraphs_outside(child, tags)


def passages(body: Any, tags: Collection[str], starts: Collection[str]) -> Iterator[Passage]:
    """The passages outside the texts with these tags; each begins with a bookmark in its heading."""
    bookmark, heading, found = "", "", list[str]()
    for paragraph in paragraphs_outside(body, (*tags, CONTENTS)):
        words = said(paragraph)
        names = [value(one, "name") for one in paragraph.iter(f"{W}bookmarkStart")]
        begins = next((name for name in names if name in starts), None)
        if begins is not None:
            yield Passage(bookmark, heading, tuple(found))
            bookmark, heading, found = begins, words, []
        if words:
            found.append(words)
    yield Passage(bookmark, heading, tuple(found))


def marks(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """What tells paragraphs apart, short."""
    return tuple(hashlib.sha256(one.encode()).hexdigest()[:MARK] for one in paragraphs)
