"""Pictures as SVG and PNG."""

from __future__ import annotations

import json
import re
import struct

import pytest

from samvirke.language import Text
from samvirke.report.document import Chart, Picture
from samvirke.report.writing.drawing import DOTS_PER_INCH, png, pngs, svg

BARS = json.dumps({
    "data": {"values": [{"a": "æ", "b": 1.5}, {"a": "ø", "b": 3}]}, "mark": "bar",
    "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}},
})  # fmt: skip


def bars(name: str) -> Picture:
    """A small chart."""
    specification = json.dumps({**json.loads(BARS), "description": name})
    return Picture(name, Text("Søyler", "Bars"), Text("To søyler", "Two bars"), Chart(specification, BARS))


def test_a_png_has_two_points_to_each_of_the_svg_and_is_the_same_each_time() -> None:
    made = png(bars("twice"), "nb")
    wide, high = struct.unpack(">II", made[16:24])
    drawn = re.search(r'width="(\d+)" height="(\d+)"', svg(bars("twice"), "nb"))
    assert drawn is not None
    assert (wide, high) == (2 * int(drawn[1]), 2 * int(drawn[2]))
    assert png(bars("twice"), "nb") == made != png(bars("twice"), "en")


@pytest.mark.parametrize("names", [(), ("one",), ("one", "other", "third")])
def test_pictures_drawn_at_once_are_those_drawn_one_by_one(names: tuple[str, ...]) -> None:
    pictures = tuple(bars(name) for name in names)
    assert pngs(pictures, "nb", DOTS_PER_INCH) == tuple(png(one, "nb") for one in pictures)
