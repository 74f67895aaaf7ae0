"""A Typst source set in type, as PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import json

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
    """A source and the pictures it takes in, by name, as PDF; nothing is read from files but the typefaces.

    Raises TypesettingError when the typesetter warns of anything.
    """
    import typst as typesetter

    drawn = {picture.name: printable(svg(picture, language)) for picture in pictures}
    made, warnings = typesetter.compile_with_warnings(  # type: ignore[call-overload]  # a source is no path
        printable(source).encode(),
        root=str(FONTS),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"pictures": json.dumps(drawn)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=NO_TIME,
    )
    if warnings:
        raise TypesettingError("; ".join(warning.message for warning in warnings))
    assert isinstance(made, bytes)
    return made
