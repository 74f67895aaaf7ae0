"""A Typst source set in type, as PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import tempfile
from pathlib import Path

from samvirke.aside.work import aside
from samvirke.language import Language
from samvirke.report.document import Picture
from samvirke.report.writing.drawing import FONTS, svg
from samvirke.report.writing.letters import printable

NO_TIME = 0  # the same study gives the same bytes, so that the file says no time


class TypesettingError(RuntimeError):
    """The typesetter warned of something; a report is not handed out with a fault in it."""


@aside
def set_in_type(source: str, pictures: tuple[Picture, ...], language: Language) -> bytes:
    """A source and the pictures it takes in as PDF.

    Raises TypesettingError when the typesetter warns of anything.
    """
    import typst as typesetter

    with tempfile.TemporaryDirectory() as folder:
        for picture in pictures:
            Path(folder, f"{picture.name}.svg").write_text(
                printable(svg(picture, language)), encoding="utf-8"
            )
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
