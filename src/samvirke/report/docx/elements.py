"""Elements of WordprocessingML, for what python-docx has no words for.

They are written as text, which is read block by block: to make a quarter of a million of them one by one
takes several times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NewType, cast
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from samvirke.report.writing.hyphenation import SOFT_HYPHEN

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPECIAL = re.compile(f"[&<>\r]|{NOT_IN_XML.pattern}")
RETURN = {"\r": "&#13;"}  # which whoever reads XML would take for a new line
LANGUAGE_TAGS = {"nb": "nb-NO", "en": "en-GB"}
LONGEST_NAME = 64  # of a control: Word refuses a file in which one is longer
OPENED, CLOSED = f"<w:body {nsdecls('w', 'r')}>", "</w:body>"
Element = BaseOxmlElement
Markup = NewType("Markup", str)


def read(markup: Markup) -> Element:
    """One element as python-docx has it."""
    return cast(Element, parse_xml(f"{OPENED}{markup}{CLOSED}")[0])


def as_markup(one: Element) -> Markup:
    """An element that python-docx has made, as text."""
    from docx.opc.oxml import serialize_part_xml

    return Markup(serialize_part_xml(one).decode().partition("?>")[2])


def element(name: str, /, *children: Markup, **attributes: str) -> Markup:
    """An element of Word's own, such as `w:p`, with its attributes and what stands in it.

    A name of another's is written with its prefix, and two lines under it for the colon: `r__id`.
    """
    said = "".join([_attribute(key, value) for key, value in attributes.items()])
    return Markup(f"<w:{name}{said}>{''.join(children)}</w:{name}>" if children else f"<w:{name}{said}/>")


@lru_cache(maxsize=4096)  # most are styles and widths
def _attribute(key: str, value: str) -> str:
    name = key.replace("__", ":") if "__" in key else f"w:{key}"
    return f" {name}={quoteattr(NOT_IN_XML.sub('', value))}"


def words(name: str, text: str) -> Markup:
    """An element that holds words as they stand."""
    told = escape(NOT_IN_XML.sub("", text), RETURN) if SPECIAL.search(text) else text
    return Markup(f'<w:{name} xml:space="preserve">{told}</w:{name}>')


def of(name: str, value: str | int) -> Markup:
    """An element that says one thing, such as a style or a size."""
    return element(name, val=str(value))


def run(
    text: str,
    *,
    style: str | None = None,
    strong: bool = False,
    hidden: bool = False,
    lang: str | None = None,
) -> Markup:
    """A run of text. Soft hyphens become Word's own, and what XML cannot hold is left out."""
    asked = (
        of("rStyle", style) if style else None,
        element("b") if strong else None,
        element("vanish") if hidden else None,
        of("lang", lang) if lang else None,
    )
    properties = [one for one in asked if one is not None]
    inside = [element("rPr", *properties)] if properties else []
    for number, part in enumerate(text.split(SOFT_HYPHEN)):
        if number:
            inside.append(element("softHyphen"))
        if part:
            inside.append(words("t", part))
    return element("r", *inside)


def paragraph(
    style: str,
    children: Iterable[Markup] = (),
    *,
    keep: bool = False,
    new_page: bool = False,
    right: bool = False,
) -> Markup:
    """A paragraph in a style; `keep` holds it on the same page as the next one."""
    asked = (
        of("pStyle", style),
        element("keepNext") if keep else None,
        element("pageBreakBefore") if new_page else None,
        of("jc", "right") if right else None,
    )
    return element("p", element("pPr", *(one for one in asked if one is not None)), *children)


def line_break() -> Markup:
    return element("r", element("br"))


def field(instruction: str, shown: Iterable[Markup]) -> Markup:
    """A field with what it shows until Word works it out anew."""
    return element("fldSimple", *shown, instr=f" {instruction} ")


def bookmarked(name: str, number: int, children: Iterable[Markup] = ()) -> tuple[Markup, ...]:
    """What links lead to."""
    start = element("bookmarkStart", id=str(number), name=name)
    return start, *children, element("bookmarkEnd", id=str(number))


def to_place(bookmark: str, children: Iterable[Markup]) -> Markup:
    """A link to a bookmark."""
    return element("hyperlink", *children, anchor=bookmark, history="1")


def control(name: str, tag: str, number: int, lock: str, children: Iterable[Markup]) -> Markup:
    """A content control: `name` is what Word shows, `tag` what it is found again by."""
    told = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    properties = element(
        "sdtPr", of("alias", told), of("tag", tag), of("id", number), of("lock", lock), element("richText")
    )
    return element("sdt", properties, element("sdtContent", *children))
