"""Where the words of a picture stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from PIL import ImageFont

from samvirke.language import Language
from samvirke.report.document import Picture
from samvirke.report.writing.drawing import FONTS, svg

INHERITED = ("font-size", "font-weight", "font-style", "text-anchor")
SPARE = 0.5  # points that two lines of text may touch by


@dataclass(frozen=True)
class Written:
    """A line of text in a picture, and the box it fills."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def apart(self, other: "Written") -> bool:
        """Whether the two lie beside or below one another."""
        return (
            self.right <= other.left + SPARE
            or other.right <= self.left + SPARE
            or self.bottom <= other.top + SPARE
            or other.bottom <= self.top + SPARE
        )


def written(picture: Picture, language: Language) -> Iterator[Written]:
    root = ElementTree.fromstring(svg(picture, language))
    yield from _below(root, {}, 0.0, 0.0)


def _below(element: ElementTree.Element, look: dict[str, str], x: float, y: float) -> Iterator[Written]:
    look = {**look, **{key: element.attrib[key] for key in INHERITED if key in element.attrib}}
    moved = re.search(r"translate\(([-\d.e]+),([-\d.e]+)\)", element.get("transform", ""))
    x, y = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
    if element.tag.endswith("}text"):
        text = "".join(element.itertext())
        cut = (
            "700Bold"
            if look.get("font-weight") == "bold"
            else "400Regular_Italic"
            if look.get("font-style") == "italic"
            else "400Regular"
        )
        size = float(look["font-size"].removesuffix("px"))
        width = ImageFont.truetype(str(FONTS / f"SourceSans3_{cut}.ttf"), 100).getlength(text) * size / 100
        left = x - {"middle": width / 2, "end": width}.get(look.get("text-anchor", ""), 0.0)
        upright = re.search(r"rotate\(270\) translate\(0,([-\d.e]+)\)", element.get("transform", ""))
        if upright:  # turned about its place, it goes up from there
            x += float(upright[1])
            yield Written(text, x - size * 0.7, y - width, x + size * 0.2, y)
        else:
            yield Written(text, left, y - size * 0.7, left + width, y + size * 0.2)
    for one in element:
        yield from _below(one, look, x, y)


def nothing_touches(picture: Picture, language: Language) -> None:
    size = ElementTree.fromstring(svg(picture, language)).attrib
    lines = list(written(picture, language))
    for one in lines:
        assert 0 <= one.left < one.right <= float(size["width"]), (picture.name, one.text)
        assert 0 <= one.top < one.bottom <= float(size["height"]), (picture.name, one.text)
    for one, other in combinations(lines, 2):
        assert one.apart(other), (picture.name, one.text, other.text)
