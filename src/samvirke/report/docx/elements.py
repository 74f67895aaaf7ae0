"""Elements of WordprocessingML, for what python-docx has no words for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

from samvirke.report.writing.hyphenation import SOFT_HYPHEN

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LANGUAGE_TAGS = {"nb": "nb-NO", "en": "en-GB"}
LONGEST_NAME = 64  # of a control: Word refuses a file in which one is longer
Element = BaseOxmlElement
OWN = {"w": nsmap["w"]}


def element(name: str, /, *children: Element, **attributes: str) -> Element:
    """An element of Word's own, such as `w:p`, with its attributes and what stands in it."""
    said = {_named(key): value for key, value in attributes.items()}
    made: Element = oxml_parser.makeelement(_named(name), said, OWN)
    if children:
        made.extend(children)
    return made


@cache  # a report has a quarter of a million elements, of forty kinds
def _named(name: str) -> str:
    return qn(f"w:{name}")


def of(name: str, value: str | int) -> Element:
    """An element that says one thing, such as a style or a size."""
    return element(name, val=str(value))


def run(
    text: str,
    *,
    style: str | None = None,
    strong: bool = False,
    hidden: bool = False,
    lang: str | None = None,
) -> Element:
    """A run of text. Soft hyphens become Word's own, and what XML cannot hold is left out."""
    asked = (
        of("rStyle", style) if style else None,
        element("b") if strong else None,
        element("vanish") if hidden else None,
        of("lang", lang) if lang else None,
    )
    properties = [one for one in asked if one is not None]
    made = element("r", element("rPr", *properties)) if properties else element("r")
    for number, part in enumerate(NOT_IN_XML.sub("", text).split(SOFT_HYPHEN)):
        if number:
            made.append(element("softHyphen"))
        if part:
            made.append(_text(part))
    return made


def _text(text: str) -> Element:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def paragraph(
    style: str, children: Iterable[Element] = (), *, keep: bool = False, right: bool = False
) -> Element:
    """A paragraph in a style; `keep` holds it on the same page as the next one."""
    asked = (
        of("pStyle", style),
        element("keepNext") if keep else None,
        of("jc", "right") if right else None,
    )
    return element("p", element("pPr", *(one for one in asked if one is not None)), *children)


def line_break() -> Element:
    return element("r", element("br"))


def field(instruction: str, shown: Iterable[Element]) -> Element:
    """A field with what it shows until Word works it out anew."""
    return element("fldSimple", *shown, instr=f" {instruction} ")


def bookmarked(name: str, number: int, children: Iterable[Element] = ()) -> tuple[Element, ...]:
    """What links lead to."""
    start = element("bookmarkStart", id=str(number), name=name)
    return start, *children, element("bookmarkEnd", id=str(number))


def to_place(bookmark: str, children: Iterable[Element]) -> Element:
    """A link to a bookmark."""
    return element("hyperlink", *children, anchor=bookmark, history="1")


def control(name: str, tag: str, number: int, lock: str, children: Iterable[Element]) -> Element:
    """A content control: `name` is what Word shows, `tag` what it is found again by."""
    told = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    properties = element(
        "sdtPr", of("alias", told), of("tag", tag), of("id", number), of("lock", lock), element("richText")
    )
    return element("sdt", properties, element("sdtContent", *children))
