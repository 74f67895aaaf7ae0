"""Paragraphs, headings and points of a text, wherever it stands: in the study, or in a Word file.

A unit's spans are told so that two ways of writing the same thing are the same: what is strong begins and
ends with a letter, and there is one space between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from samvirke.study.bindings import INLINE, NotABinding, as_written, binding
from samvirke.study.prose import Linked, Plain, Span, Stretch

LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
Kind = Literal["heading", "paragraph", "list"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words, strong or not, perhaps leading somewhere."""

    text: str
    strong: bool = False
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A figure, a claim or sources, as they are written in a text."""

    written: str


Part = Said | Fixed
Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, heading or point."""

    kind: Kind
    parts: Parts

    @property
    def text(self) -> str:
        """Its words as plain text."""
        return "".join(one.text if isinstance(one, Said) else one.written for one in self.parts)


def units(stretches: Iterable[Stretch]) -> tuple[Unit, ...]:
    """The units of a text of the study."""
    return tuple(
        Unit(stretch.kind, tidied(_part(span) for span in spans))
        for stretch in stretches
        for spans in stretch.items
    )


def _part(span: Span) -> Part:
    match span:
        case Plain(text, strong):
            return Said(text, strong)
        case Linked(text, target):
            return Said(text, False, target)
        case _:
            return Fixed(as_written(span))


def tidied(parts: Iterable[Part]) -> Parts:
    """Parts in the one form that says the same."""
    found: list[Part] = []
    for part in (one for given in parts for one in _apart(given)):
        last = found[-1] if found else None
        if (
            isinstance(part, Said)
            and isinstance(last, Said)
            and (part.strong, part.target) == (last.strong, last.target)
        ):
            found[-1] = Said(last.text + part.text, part.strong, part.target)
        else:
            found.append(part)
    return _single_spaced(found)


def _apart(part: Part) -> Iterator[Part]:
    """Bindings that are typed as words, and spaces at the ends of what is strong or leads somewhere."""
    if isinstance(part, Fixed):
        link = LINK.fullmatch(part.written)
        yield Said(link[1], False, _same(link[2])) if link else part
        return
    if part.target is None and not part.strong:
        yield from _typed(part)
        return
    inner = part.text.strip()
    before, _, after = part.text.partition(inner) if inner else (part.text, "", "")
    if before:
        yield Said(before)
    if not inner:
        return
    if part.target is None:
        yield from _typed(Said(inner, True))
    else:
        yield Said(inner, False, _same(part.target))
    if after:
        yield Said(after)


def _typed(part: Said) -> Iterator[Part]:
    start = 0
    for found in INLINE.finditer(part.text):
        try:
            written = as_written(binding(found, 1))
        except NotABinding:
            continue
        if found.start() > start:
            yield Said(part.text[start : found.start()], part.strong)
        yield Fixed(written)
        start = found.end()
    if start < len(part.text):
        yield Said(part.text[start:], part.strong)


def _same(target: str) -> str:
    """An address without the stroke that Word puts at its end."""
    return target.rstrip("/") if target.startswith(("http://", "https://")) else target


SPACES = re.compile(r"[ \t\r\n]+")


def _single_spaced(parts: list[Part]) -> Parts:
    """One space between words, and none at the ends. A no-break space is not a space."""
    found: list[Part] = []
    open_end = True  # whether a space here would be one too many
    for part in parts:
        if isinstance(part, Fixed):
            found.append(part)
            open_end = False
            continue
        text = SPACES.sub(" ", part.text)
        if open_end and text.startswith(" "):
            text = text[1:]
        if text:
            found.append(Said(text, part.strong, part.target))
            open_end = text.endswith(" ")
    while found and isinstance(found[-1], Said) and found[-1].text.endswith(" "):
        last = found.pop()
        assert isinstance(last, Said)
        if last.text.strip(" "):
            found.append(Said(last.text.rstrip(" "), last.strong, last.target))
    return tuple(found)
