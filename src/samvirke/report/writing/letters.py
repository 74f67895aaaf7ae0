"""Which letters our typeface has; what it lacks is printed as an empty box.

A PDF for the archive cannot be made at all with a letter that the typeface lacks.

Source: the table `cmap` of OpenType, formats 4 and 12.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache

from samvirke.report.writing.drawing import FONTS

BOX = "□"


def printable(text: str) -> str:
    """The text with a box for each letter that some cut of the typeface lacks.

    >>> printable("blåbærsyltetøy – 漢字")
    'blåbærsyltetøy – □□'
    """
    if text.isascii():
        return text
    return "".join(letter if letter.isascii() or _has(letter) else BOX for letter in text)


@cache
def _has(letter: str) -> bool:
    # What only says how text is to be broken is not itself printed.
    return ord(letter) in _letters() or unicodedata.category(letter) in ("Cf", "Zl", "Zp")


@cache
def _letters() -> frozenset[int]:
    files = [file for file in FONTS.iterdir() if file.name.endswith(".ttf")]
    cuts = [frozenset(_mapped(file.read_bytes())) for file in files]
    return frozenset.intersection(*cuts)


def _mapped(font: bytes) -> Iterator[int]:
    """The code points that a font file has a shape for."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(tables))
    start = next(offset for name, _, offset, _ in records if name == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">L", font, start + 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 4:
            yield from _in_segments(font, start + offset)
        elif form == 12:
            (groups,) = struct.unpack_from(">L", font, start + offset + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">LLL", font, start + offset + 16 + 12 * group)
                yield from range(first, last + 1)


def _in_segments(font: bytes, table: int) -> Iterator[int]:
    (double,) = struct.unpack_from(">H", font, table + 6)
    ends = table + 14
    starts = ends + double + 2
    for place in range(0, double, 2):
        (first,), (last,) = (struct.unpack_from(">H", font, where + place) for where in (starts, ends))
        (delta,) = struct.unpack_from(">h", font, starts + double + place)
        where = starts + 2 * double + place
        (skip,) = struct.unpack_from(">H", font, where)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + delta
            if skip:
                (glyph,) = struct.unpack_from(">H", font, where + skip + 2 * (code - first))
            if glyph & 0xFFFF:
                yield code
