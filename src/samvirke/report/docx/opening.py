"""A Word file that comes back, opened with care and read as plain trees of elements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.report.docx.manifest import NAMESPACE, Manifest, from_xml
from samvirke.report.docx.said import W
from samvirke.report.docx.zipped import CORRUPT, office_bytes, opened, part, refuse
from samvirke.study.shown import shown

Element = ElementTree.Element
DEEPEST = 300  # elements inside one another; Word's own files have some tens
BODY, STYLES, NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
RELATIONS = "word/_rels/document.xml.rels"


class NotSafeError(ValueError):
    """XML of a kind that no Word file has: with a document type, or too deep."""


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file that are read. `styles` are names in lower case, `links` addresses, by id."""

    path: Path
    body: Element
    notes: Element | None
    styles: dict[str, str]
    links: dict[str, str]
    manifest: Manifest


def word_file(path: Path) -> WordFile:
    """A report that comes back. Raises StudyError, with one reason, for a file that cannot be used."""
    with opened(path, office_bytes(path)) as archive:
        found = {name: part(archive, name) for name in (BODY, STYLES, NOTES, RELATIONS)}
        ours = [name for name in archive.namelist() if name.startswith("customXml/item")]
        others = [one for name in ours if (one := part(archive, name)) and NAMESPACE.encode() in one]
    try:
        trees = {name: tree(content) for name, content in found.items() if content is not None}
        about = [root for one in others if (root := tree(one)).tag == f"{{{NAMESPACE}}}report"]
    except (expat.ExpatError, NotSafeError):
        refuse(path, CORRUPT)
    body = trees[BODY].find(f"{W}body") if BODY in trees else None
    if body is None:
        refuse(path, CORRUPT)
    if len(about) != 1:
        _refuse_foreign(path)
    try:
        manifest = from_xml(about[0])
    except (KeyError, ValueError, AttributeError):
        _refuse_foreign(path)
    return WordFile(
        path, body, trees.get(NOTES), _names(trees.get(STYLES)), _links(trees.get(RELATIONS)), manifest
    )


def tree(content: bytes) -> Element:
    """XML as a tree. Raises ExpatError, or NotSafeError before anything of a document type is read."""
    builder, depth = ElementTree.TreeBuilder(), 0
    reader = expat.ParserCreate(namespace_separator="}")
    reader.buffer_text = True

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NotSafeError("too deep")
        builder.start(_qualified(name), {_qualified(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_qualified(name))

    def refuse_type(*_: object) -> None:
        raise NotSafeError("a document type")

    reader.StartElementHandler, reader.EndElementHandler = begin, end
    reader.CharacterDataHandler = builder.data
    reader.StartDoctypeDeclHandler = refuse_type
    reader.Parse(content, True)
    return builder.close()


@cache
def _qualified(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _names(styles: Element | None) -> dict[str, str]:
    found = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = style.find(f"{W}name")
        if name is not None:
            found[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "").lower()
    return found


def _links(relations: Element | None) -> dict[str, str]:
    found = relations if relations is not None else ()
    return {one.get("Id", ""): one.get("Target", "") for one in found if one.get("TargetMode") == "External"}


def _refuse_foreign(path: Path) -> NoReturn:
    text = Text(
        "filen er ikke en rapport fra Samvirke, eller den har mistet det som trengs for å lese den",
        "the file is no report from Samvirke, or has lost what is needed to read it",
    )
    remedy = Text(
        "Bruk `report.nb.docx` eller `report.en.docx` fra `samvirke run`, redigert i Word.",
        "Use `report.nb.docx` or `report.en.docx` from `samvirke run`, edited in Word.",
    )
    raise StudyError([Problem(Place(shown(path, 200)), text, remedy)])
