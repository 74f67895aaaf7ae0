"""Figures, claims and sources that a text binds instead of typing them.

`{{alternative: figure}}` stands for a figure's value, `{{alternative: figure | range}}` for its value and
range, `{{figure}}` for one of the zero alternative. `{{holds: alternative: figure >= 0.9}}` prints nothing
and is a finding when it does not hold; `any` stands for at least one of the alternatives compared with zero.
`[@source; @other]` names sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

ANY = "any"
HOLDS = "holds"
Sign = Literal["<=", ">=", "<", ">", "="]


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure of an alternative; of the zero alternative when none is named."""

    alternative: str | None
    figure: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure, told where it stands; `ranged` with its range."""

    ref: FigureRef
    ranged: bool
    line: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Something the text says of figures, to be held against them."""

    left: FigureRef
    sign: Sign
    right: FigureRef | float
    line: int
    written: str

    @property
    def refs(self) -> tuple[FigureRef, ...]:
        """The figures that the claim names."""
        return (self.left,) if isinstance(self.right, float) else (self.left, self.right)


@dataclass(frozen=True, slots=True)
class Cited:
    """Sources by their ids."""

    sources: tuple[str, ...]


Binding = Bound | Claim | Cited

REF = r"(?:(?P<{0}alternative>[a-z0-9][a-z0-9-]*)\s*:\s*)?(?P<{0}figure>[a-z_]+(?:\.[A-Za-z0-9_-]+)+)"
BOUND = re.compile(rf"{REF.format('')}(?P<range>\s*\|\s*range)?")
CLAIM = re.compile(
    rf"{HOLDS}:\s*{REF.format('')}\s*(?P<sign><=|>=|<|>|=)\s*"
    rf"(?:(?P<number>-?\d+(?:\.\d+)?)|{REF.format('other_')})"
)
INLINE = re.compile(r"\{\{(?P<binding>[^{}]*)\}\}|\[(?P<cited>@[^\[\]]*)\]")
CITED = re.compile(r"@[a-z0-9][a-z0-9-]*(?:\s*;\s*@[a-z0-9][a-z0-9-]*)*")


def as_written(one: Binding) -> str:
    """A binding as it is written in a text.

    >>> as_written(Bound(FigureRef("moved", "one_off.total"), True, 1))
    '{{moved: one_off.total | range}}'
    """
    match one:
        case Bound(ref, ranged):
            of = "" if ref.alternative is None else f"{ref.alternative}: "
            return f"{{{{{of}{ref.figure}{' | range' if ranged else ''}}}}}"
        case Claim():
            return f"{{{{{one.written}}}}}"
        case Cited(sources):
            return f"[{'; '.join(f'@{source}' for source in sources)}]"


class NotABinding(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """Something between double braces, or after `[@`, that says nothing."""


def claim(text: str, line: int = 1) -> Claim:
    """A claim as it is written, without its braces. Raises NotABinding."""
    found = CLAIM.fullmatch(text.strip())
    if found is None:
        raise NotABinding(text.strip())
    right: FigureRef | float
    if found["number"] is not None:
        right = float(found["number"])
    else:
        right = FigureRef(found["other_alternative"], found["other_figure"])
    left = FigureRef(found["alternative"], found["figure"])
    sign: Sign = found["sign"]  # type: ignore[assignment]
    return Claim(left, sign, right, line, text.strip())


def binding(found: re.Match[str], line: int) -> Binding:
    """What a match of `INLINE` says. Raises NotABinding."""
    cited = found["cited"]
    if cited is not None:
        if CITED.fullmatch(cited.strip()) is None:
            raise NotABinding(found[0])
        return Cited(tuple(one.strip().removeprefix("@") for one in cited.split(";")))
    written = found["binding"].strip()
    if written.startswith(f"{HOLDS}:"):
        return claim(written, line)
    told = BOUND.fullmatch(written)
    if told is None:
        raise NotABinding(written or "{{}}")
    return Bound(FigureRef(told["alternative"], told["figure"]), told["range"] is not None, line)
