"""The report as one HTML file: self-contained, no script, no network, readable by machine and on paper."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template, select_autoescape
from markupsafe import Markup, escape

from samvirke.language import Language, Text
from samvirke.report.document import (
    Break,
    ByLanguage,
    Document,
    Heading,
    Notice,
    Paragraph,
    Picture,
    Points,
    Tree,
)
from samvirke.report.writing.drawing import svg
from samvirke.report.writing.hyphenation import breakable
from samvirke.report.writing.made import made_with

# Names of the format, which a page does not need, and roles of parts, which would be read one by one.
NOT_IN_A_PAGE = re.compile(r""" (?:xmlns(?::xlink)?|role|aria-[a-z]+)="[^"]*\"""")
OWN_ID = re.compile(r"""(\bid="|url\(#|href="#)([^")]+)""")
TEMPLATES = files("samvirke.report") / "templates"


def html(document: Document, language: Language) -> str:
    """Render the report in one language."""
    other: Language = "en" if language == "nb" else "nb"
    return _template().render(
        document=document,
        language=language,
        other=other,
        style=Markup(_style()),
        made=made_with(document)[language],
        drawn=lambda picture: _drawn(picture, language),
        say=lambda nb, en: Text(nb, en)[language],
        breakable=lambda text, narrow: _told(text, language, narrow),
        foreign=lambda text: text.lacks(language),
        attributes=lambda text: Markup(' lang="nb"') if text.lacks(language) else "",
    )


def _drawn(picture: Picture, language: Language) -> Markup:
    """The picture in place, told by its words to whoever does not see it; its ids are its own."""
    drawn = NOT_IN_A_PAGE.sub("", svg(picture, language))
    found = OWN_ID.sub(rf"\g<1>{picture.name}-\g<2>", drawn)
    label = escape(picture.alt[language])
    return Markup(found.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1))


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
        line_break=lambda piece: isinstance(piece, Break),
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
