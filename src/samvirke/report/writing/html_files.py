"""The report as HTML, one file for each language."""

from __future__ import annotations

from samvirke.language import LANGUAGES
from samvirke.report.document import Document
from samvirke.report.writing.html import html
from samvirke.uncertainty.results import Results


def files(results: Results, document: Document) -> dict[str, bytes]:
    """The report in bokmål and in English."""
    return {f"report.{language}.html": html(document, language).encode() for language in LANGUAGES}
