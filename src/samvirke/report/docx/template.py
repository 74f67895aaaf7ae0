"""The Word template that gives the report its look: our own, or an agency's with the same names of styles."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.report.docx.zipped import BROKEN, CONTENT_TYPES, CORRUPT, office_bytes, opened, refuse, zipped
from samvirke.study.shown import shown

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

PARTS = files("samvirke.report") / "templates" / "word"
KINDS: Mapping[str, str] = {
    "document": "document.main",
    **{k: k for k in ("styles", "numbering", "settings")},
}
PARAGRAPHS = (
    "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text", "Lead",
    "List Bullet", "Caption", "Notice", "Table Text", "Table Text Small", "Table Note",
    "Footnote Text", "Header", "Footer",
    "TOC Heading", "TOC 1", "TOC 2",
)  # fmt: skip
CHARACTERS = ("Hyperlink", "Footnote Reference")
TABLE = "Report Table"
# Word puts its own styles into a template only when they are used there: those are lent from ours.
LENT = (
    "Footnote Text", "Footnote Reference", "Hyperlink", "Header", "Footer", "TOC Heading", "TOC 1", "TOC 2",
)  # fmt: skip
STYLES = (*PARAGRAPHS, *CHARACTERS, TABLE)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@cache
def own_template() -> bytes:
    """The template that comes with Samvirke."""
    parts = {f"word/{name}.xml": (PARTS / f"{name}.xml").read_bytes() for name in KINDS}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in KINDS.items()
    )
    rels = f"{PACKAGE}/relationships"
    types = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    beside = "".join(_relationship(name, f"{name}.xml") for name in KINDS if name != "document")
    return zipped(
        {
            **parts,
            CONTENT_TYPES: types.encode(),
            "_rels/.rels": _relationships(rels, _relationship("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": _relationships(rels, beside),
        }
    )


def _relationship(kind: str, target: str) -> str:
    return f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _relationships(namespace: str, inner: str) -> bytes:
    return f'{XML}<Relationships xmlns="{namespace}">{inner}</Relationships>'.encode()


def agency_template(path: Path) -> bytes:
    """An agency's template, `.docx` or `.dotx`, as a document.

    Raises StudyError when it cannot be opened, or lacks styles, which it names.
    """
    content = office_bytes(path)
    with opened(path, content) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(b"template.main+xml", b"document.main+xml")
    made = zipped(parts)
    try:
        missing = _missing(opened_template(made))
    except (*BROKEN, KeyError, SyntaxError):  # what python-docx and lxml raise for parts that are not there
        refuse(path, CORRUPT)
    if missing:
        listed = ", ".join(missing)
        text = Text(f"malen mangler stilene {listed}", f"the template lacks the styles {listed}")
        remedy = Text(
            "Lag dem i malen med disse navnene, eller gå ut fra en rapport som er skrevet uten mal.",
            "Make them in the template under these names, or begin from a report written without a template.",
        )
        raise StudyError([Problem(Place(shown(path, 200)), text, remedy)])
    return made


def opened_template(content: bytes) -> WordDocument:
    """A template as a document of python-docx."""
    from docx import Document

    return Document(io.BytesIO(content))


def _missing(document: WordDocument) -> Iterable[str]:
    known = style_ids(document)
    return [name for name in STYLES if name not in known and name not in LENT]


def lend_styles(document: WordDocument) -> None:
    """Put into a template those of Word's own styles that it lacks."""
    known = style_ids(document)
    own = opened_template(own_template())
    ours = style_ids(own)
    for name in (one for one in LENT if one not in known):
        found: Any = own.styles.element.get_by_id(ours[name])
        if document.styles.element.get_by_id(found.basedOn_val) is None:
            found.basedOn_val = None
        document.styles.element.append(found)


def style_ids(document: WordDocument) -> dict[str, str]:
    """The id of each style that the report is written in, by its name; Word tells no capitals apart."""
    there: dict[str, str] = {}
    found: Any
    for found in document.styles.element.style_lst:
        if found.name_val is not None and found.styleId is not None:
            there.setdefault(found.name_val.lower(), found.styleId)
    return {name: there[name.lower()] for name in STYLES if name.lower() in there}
