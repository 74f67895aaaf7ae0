"""The report as HTML, one file for each language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from samvirke.language import LANGUAGES
from samvirke.report.document import Document
from samvirke.report.writing.drawing import svg
from samvirke.report.writing.edition import pictures
from samvirke.report.writing.html import html_file
from samvirke.uncertainty.results import Results


def files(results: Results, document: Document) -> dict[str, Callable[[], bytes]]:
    """The report in bokmål and in English."""
    for language in LANGUAGES:
        for picture in pictures((*document.front, *document.body, *document.annexes)):
            svg.ahead(picture, language)
    return {f"report.{language}.html": partial(html_file, document, language) for language in LANGUAGES}
