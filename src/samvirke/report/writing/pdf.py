"""The report as PDF: tagged for people who hear it read (PDF/UA-1) and kept for the archive (PDF/A-2a)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from samvirke.language import LANGUAGES, Language
from samvirke.report.document import Document
from samvirke.report.writing.typesetting import set_in_type
from samvirke.report.writing.typst import typst
from samvirke.uncertainty.results import Results


def files(results: Results, document: Document) -> dict[str, Callable[[], bytes]]:
    """The report in bokmål and in English."""
    return {f"report.{language}.pdf": begun(document, language) for language in LANGUAGES}


def pdf(document: Document, language: Language) -> bytes:
    """The report in one language. Raises TypesettingError when the typesetter warns of anything."""
    return set_in_type(*typst(document, language), language)


def begun(document: Document, language: Language) -> Callable[[], bytes]:
    """The same, begun with now and there when it is called for."""
    source, pictures = typst(document, language)
    set_in_type.ahead(source, pictures, language)
    return partial(set_in_type, source, pictures, language)
