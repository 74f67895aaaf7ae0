"""The report as one HTML file: self-contained, no network, readable by machine and on paper.

It has one script, its own, and the page lets no other run. All that it does is to bring near what is there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template, select_autoescape
from markupsafe import Markup, escape

from samvirke.language import Language, Text
from samvirke.report.document import (
    Break,
    ByLanguage,
    Cell,
    Document,
    Heading,
    Node,
    Notice,
    Paragraph,
    Picture,
    Piece,
    Points,
    Table,
    Tree,
)
from samvirke.report.writing.drawing import svg
from samvirke.report.writing.hyphenation import SOFT_HYPHEN, breakable
from samvirke.report.writing.made import made_with

# Names of the format, which a page does not need, and roles of parts, which would be read one by one.
NOT_IN_A_PAGE = re.compile(r' (?:xmlns(?::xlink)?|role|aria-[a-z]+)="[^"]*"')
OWN_ID = re.compile(r"""(\bid="|url\(#|href="#)([^")]+)""")
TEMPLATES = files("samvirke.report") / "templates"


def html(document: Document, language: Language, name: str = "report") -> str:
    """Render the report, or a page of it, in one language; `name` is what the files are called by."""
    other: Language = "en" if language == "nb" else "nb"
    return _template().render(
        document=document,
        language=language,
        other=other,
        name=name,
        style=Markup(_style()),
        script=Markup(script()),
        script_digest=_digest(script()),
        made=made_with(document)[language],
        drawn=lambda picture: _drawn(picture, language),
        say=lambda nb, en: Text(nb, en)[language],
        breakable=lambda text, narrow: _told(text, language, narrow),
        pieces=lambda row, narrow=False: _pieces(row, language, narrow),
        cells=lambda table, row: Markup(_cells(table, row, language)),
        node=lambda one: Markup(_node(one, language)),
        attributes=lambda text: Markup(' lang="nb"') if text.lacks(language) else "",
    )


def html_file(document: Document, language: Language, name: str = "report") -> bytes:
    """The same as a file."""
    return html(document, language, name).encode()


def _drawn(picture: Picture, language: Language) -> Markup:
    """The picture in place, told by its words to whoever does not see it; its ids are its own."""
    drawn = NOT_IN_A_PAGE.sub("", svg(picture, language))
    found = OWN_ID.sub(rf"\g<1>{picture.name}-\g<2>", drawn)
    label = escape(picture.alt[language])
    return Markup(found.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1))


# Cells and pieces are most of a page, a quarter of a million in a large study; a template is slow at that.
def _cells(table: Table, row: Iterable[Cell], language: Language) -> str:
    """The cells of a row, the first of which is the row's heading."""
    return "".join(_cell(table, number, one, language) for number, one in enumerate(row))


def _cell(table: Table, number: int, one: Cell, language: Language) -> str:
    column, narrow = table.columns[number], bool(table.even or table.choose)
    tag, role, scope = ("td", "cell", "") if number else ("th", "rowheader", ' scope="row"')
    label = escape(column.heading[language].replace(SOFT_HYPHEN, ""))
    card = f' role="{role}" data-label="{label}"' if table.cards else ""
    anchor = f' id="{escape(one.anchor)}"' if one.anchor else ""
    given = (
        f"column-{number}" if table.choose and number else "",
        "number" if column.numeric else "",
        one.tone if one.tone != "plain" else "",
    )
    classes = " ".join(name for name in given if name)
    looks = f' class="{classes}"' if classes else ""
    amount = f' data-amount="{one.amount!r}"' if table.choose and one.amount is not None else ""
    told = _pieces(one.pieces, language, narrow)
    inside = f"<span>{told}</span>" if table.cards else told  # a card is a grid of two
    return f"<{tag}{scope}{card}{anchor}{looks}{amount}>{inside}</{tag}>"


def _pieces(row: Iterable[Piece], language: Language, narrow: bool = False) -> Markup:
    """Stretches of text in a row, each with what it leads to."""
    return Markup("".join(_piece(piece, language, narrow) for piece in row))


def _piece(piece: Piece, language: Language, narrow: bool) -> str:
    if isinstance(piece, Break):
        return "<br>"
    foreign = ' lang="nb"' if piece.text.lacks(language) else ""
    told = str(escape(_told(piece.text, language, narrow)))
    if piece.strong:
        told = f"<strong>{told}</strong>"
    if piece.target:
        return f'<a href="{escape(piece.target)}"{foreign}>{told}</a>'
    return f"<span{foreign}>{told}</span>" if foreign else told


def _node(one: Node, language: Language) -> str:
    """A thing that a figure rests on, with what it rests on in turn, as an item of a list."""
    amount = "" if one.amount is None else f"<strong>{escape(one.amount[language])}</strong> "
    below = "".join(_node(child, language) for child in one.children)
    return f"<li>{amount}{_pieces(one.text, language)}{f'<ul>{below}</ul>' if below else ''}</li>"


def _told(text: Text, language: Language, narrow: bool) -> str:
    """A text as it stands in a table, with places to break its long words where columns are narrow."""
    if not narrow:
        return text[language]
    return breakable(text[language], "nb" if text.lacks(language) else language)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
    )
    environment.tests.update(
        by_language=lambda block: isinstance(block, ByLanguage),
        heading=lambda block: isinstance(block, Heading),
        picture=lambda block: isinstance(block, Picture),
        paragraph=lambda block: isinstance(block, Paragraph),
        notice=lambda block: isinstance(block, Notice),
        points=lambda block: isinstance(block, Points),
        tree=lambda block: isinstance(block, Tree),
    )
    return environment.from_string((TEMPLATES / "report.html.j2").read_text(encoding="utf-8"))


@cache
def _style() -> str:
    return (TEMPLATES / "report.css").read_text(encoding="utf-8")


@cache
def script() -> str:
    """What the report's own script says."""
    return (TEMPLATES / "report.js").read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """How a page names a script that it lets run."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
