"""Pictures drawn: Vega-Lite charts and DOT diagrams as SVG or PNG, in the fonts that come with the program.

Nothing is fetched, and the same picture gives the same bytes on one version of the drawing libraries.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from threading import Lock
from typing import Any

from samvirke.aside.work import aside
from samvirke.language import NO_BREAK_SPACE, Language
from samvirke.report.document import Chart, Diagram, Picture

FONTS = files("samvirke.report") / "fonts"
NUMBERS: dict[Language, dict[str, Any]] = {
    "nb": {"decimal": ",", "thousands": NO_BREAK_SPACE, "grouping": [3], "currency": ["", " kr"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["NOK ", ""]},
}
DOTS_PER_INCH = 192  # two to each of the SVG's
VEGA_LITE = "5.20"
EMPTY_CHART = '{"data": {"values": []}, "mark": "bar"}'
OPENING = re.compile(r"\A.*?(?=<svg)", re.DOTALL)
EACH_ON_A_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#for one in json(bytes(sys.inputs.drawn)) { page(image(bytes(one), format: "svg")) }"""
# What the library writes on every mark for scripts, which our pictures have none of: a third of their length.
FOR_SCRIPTS = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"')
TAG = re.compile(r"<[^>]*>")
TYPEFACE = re.compile(r' font-family="[^"]*"')
LONG = re.compile(r"-?\d+\.\d{3,}(?![\d%])")
# A group of marks of one kind only; all that is said of them, but for where they are, is inherited.
ALIKE = re.compile(r"<g>((?:<(?:path|line)[^>]*/>)+|(?:<text[^>]*>[^<]*</text>)+)</g>")
LOOK = re.compile(r' (?:fill|stroke|font|text)[a-z-]*="[^"]*"')
DRAWING = Lock()  # formats are made in several threads, and not every drawing library can be used by two
EMPTY = re.compile(r'<path d="" display="none"/>')


@aside
def get_ready() -> None:
    """Read what charts are drawn with, which takes as long as twenty charts."""
    _converter().vegalite_to_svg(EMPTY_CHART, vl_version=VEGA_LITE)


@aside
def svg(picture: Picture, language: Language) -> str:
    """The picture as an SVG element, without an XML head. Raises ImportError when it cannot be drawn here."""
    with DRAWING:
        return _svg(picture.drawing, language)


def png(picture: Picture, language: Language, dots: int = DOTS_PER_INCH) -> bytes:
    """The picture as PNG, of so many dots to each inch of the SVG's 96 points."""
    return _set([svg(picture, language)], dots)[0]


@aside
def pngs(pictures: tuple[Picture, ...], language: Language, dots: int) -> tuple[bytes, ...]:
    """Pictures as PNG, all at once: the typesetter searches what it has kept after each time it is used."""
    return _set([svg(picture, language) for picture in pictures], dots)


def _set(drawn: list[str], dots: int) -> tuple[bytes, ...]:
    """The points that vl_convert would give, in a fifth of the time and a third of the room."""
    if not drawn:
        return ()
    made = _typesetter().compile(
        EACH_ON_A_PAGE, format="png", ppi=dots, sys_inputs={"drawn": json.dumps(drawn)}
    )
    return tuple(made) if isinstance(made, list) else (made,)


@lru_cache(maxsize=128)
def _svg(drawing: Chart | Diagram, language: Language) -> str:
    text = drawing.nb if language == "nb" else drawing.en
    return _chart(text, language) if isinstance(drawing, Chart) else _diagram(text)


def _chart(specification: str, language: Language) -> str:
    found: str = _converter().vegalite_to_svg(
        specification, vl_version=VEGA_LITE, format_locale=NUMBERS[language], time_format_locale="nb-NO"
    )
    return _lean(OPENING.sub("", found))


def _lean(drawn: str) -> str:
    """The same picture in fewer bytes: typeface said once, places to the hundredth, nothing for scripts."""
    typeface = TYPEFACE.search(drawn)
    bare = TAG.sub(lambda tag: LONG.sub(_rounded, FOR_SCRIPTS.sub("", TYPEFACE.sub("", tag[0]))), drawn)
    bare = ALIKE.sub(_gathered, EMPTY.sub("", bare))
    return bare.replace("<svg ", f"<svg{typeface[0]} ", 1) if typeface else bare


def _gathered(group: re.Match[str]) -> str:
    """The same group with the look that all its marks share said once."""
    marks = group[1]
    looks = [LOOK.findall(tag) for tag in TAG.findall(marks) if not tag.startswith("</")]
    shared = [look for look in looks[0] if all(look in other for other in looks)]
    bare = TAG.sub(lambda tag: LOOK.sub(lambda one: "" if one[0] in shared else one[0], tag[0]), marks)
    return f"<g{''.join(shared)}>{bare}</g>"


def _rounded(place: re.Match[str]) -> str:
    return f"{round(float(place[0]), 2):g}"


def _diagram(dot: str) -> str:
    import pygraphviz

    graph = pygraphviz.AGraph(string=dot)
    drawn: bytes = graph.draw(format="svg", prog="dot")
    return OPENING.sub("", drawn.decode())


@cache
def _converter() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def _typesetter() -> Any:
    import typst

    return typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)
