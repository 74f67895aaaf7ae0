"""The report as PDF: tagged for people who hear it read (PDF/UA-1) and kept for the archive (PDF/A-2a)."""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from samvirke.language import LANGUAGES, Language
from samvirke.report.document import Document, Picture
from samvirke.report.writing.drawing import FONTS, svg
from samvirke.report.writing.letters import printable
from samvirke.report.writing.typst import typst
from samvirke.uncertainty.results import Results

NO_TIME = 0  # the same study gives the same bytes, so that the file says no time


class TypesettingError(RuntimeError):
    """The typesetter warned of something; a report is not handed out with a fault in it."""


def files(results: Results, document: Document) -> dict[str, bytes]:
    """The report in bokmål and in English, set side by side."""
    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        made = pool.map(pdf, [document] * len(LANGUAGES), LANGUAGES)
        return {f"report.{language}.pdf": one for language, one in zip(LANGUAGES, made, strict=True)}


def pdf(document: Document, language: Language) -> bytes:
    """The report in one language. Raises TypesettingError when the typesetter warns of anything."""
    source, pictures = typst(document, language)
    return set_in_type(source, pictures, language)


def set_in_type(source: str, pictures: dict[str, Picture], language: Language) -> bytes:
    """A Typst source and the pictures it takes in as PDF."""
    import typst as typesetter

    with tempfile.TemporaryDirectory() as folder:
        for name, picture in pictures.items():
            Path(folder, name).write_text(printable(svg(picture, language)), encoding="utf-8")
        main = Path(folder, "report.typ")
        main.write_text(printable(source), encoding="utf-8")
        made, warnings = typesetter.compile_with_warnings(
            str(main),
            root=folder,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
            timestamp=NO_TIME,
        )
    if warnings:
        raise TypesettingError("; ".join(warning.message for warning in warnings))
    assert isinstance(made, bytes)
    return made
