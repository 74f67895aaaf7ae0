"""Where a result comes from: the run that made it and what the number rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, overload

Thing = TypeVar("Thing")


class Later(Sequence[Thing]):
    """A sequence that is made when it is first asked for, and then kept.

    What a figure is put together from can be thousands of rows, and few of a run's figures are asked.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[Thing, ...]]) -> None:
        self._make: Callable[[], tuple[Thing, ...]] | None = make
        self._made: tuple[Thing, ...] = ()

    def _all(self) -> tuple[Thing, ...]:
        make = self._make  # looked at once: what another thread makes meanwhile is the same
        if make is not None:
            self._made, self._make = make(), None
        return self._made

    @overload
    def __getitem__(self, index: int) -> Thing: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Thing, ...]: ...
    def __getitem__(self, index: int | slice) -> Thing | tuple[Thing, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Thing]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a run was made of; the same provenance gives the same bytes.

    `study` is the SHA-256 of the study's files, in hexadecimal.
    """

    study: str
    seed: int
    draws: int
    version: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing that a figure is put together from, by its kind and id, such as a spending row or a change.

    `amount` is what it adds to the expected value, in the figure's unit, not rounded. `purpose` tells apart
    what one change does for several reasons. For a part of kind `figure`, which the figure is read from,
    `id` is its name.
    """

    kind: str
    id: str
    purpose: str
    amount: float
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a result, with its range, its unit and what it rests on.

    `expected` is the mean over the draws, `p10`, `p50` and `p90` are quantiles of the draws. A figure that
    does not depend on any assumption has the same value in all four. `against_zero` is True when the
    figure is the difference from the zero alternative, draw by draw. `parts` are what it is put together
    from, those that come to nothing left out.
    """

    name: str
    alternative: str
    against_zero: bool
    unit: str
    expected: float
    p10: float
    p50: float
    p90: float
    assumptions: tuple[str, ...]
    sources: tuple[str, ...] = ()
    parts: Sequence[Contribution] = ()
