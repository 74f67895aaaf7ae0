"""What two alternatives of a study do that the other does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from samvirke.study.records import Record
from samvirke.study.study import Study, Written

# What names a change, explains it or says what it rests on; two that differ in nothing else do the same.
WORDS = frozenset({*Record.model_fields, "id", "reason", "basis", "instead_of"})
WHEN = frozenset({"start", "until"})


@dataclass(frozen=True, slots=True)
class Apart:
    """The changes of two alternatives: those of one alone, those done at other times, and the shared."""

    first: tuple[Written, ...]
    second: tuple[Written, ...]
    otherwise_timed: tuple[tuple[Written, Written], ...]
    shared: tuple[Written, ...]


def apart(study: Study, first: str, second: str) -> Apart:
    """Set the changes of two alternatives against each other; both have what the zero alternative does."""
    left, right = list(_done(study, first)), list(_done(study, second))
    shared = _paired(left, right, lambda change: (_when(change), _what(change)))
    timed = _paired(left, right, _what)
    return Apart(tuple(left), tuple(right), timed, tuple(one for one, _ in shared))


def _done(study: Study, alternative: str) -> tuple[Written, ...]:
    """Everything that is done under an alternative: its own, and of the zero alternative what it keeps."""
    own = study.changes(alternative)
    zero = study.zero
    if zero is None or zero.id == alternative:
        return own
    replaced = {written.change.instead_of for written in own}
    kept = [written for written in study.changes(zero.id) if written.change.id not in replaced]
    return (*kept, *own)


def _paired(
    left: list[Written], right: list[Written], key: Callable[[Any], object]
) -> tuple[tuple[Written, Written], ...]:
    """Take the pairs that are alike out of both lists, each change once."""
    found = []
    for one in tuple(left):
        match = next((other for other in right if key(other.change) == key(one.change)), None)
        if match is not None:
            left.remove(one)
            right.remove(match)
            found.append((one, match))
    return tuple(found)


def _what(change: Any) -> dict[str, object]:
    # The id that `empower` gives a power is a name; a power that is withdrawn must be the same one.
    words = WORDS | {"power"} if change.verb == "empower" else WORDS
    return {
        name: getattr(change, name)
        for name in type(change).model_fields
        if name not in words and name not in WHEN
    }


def _when(change: Any) -> tuple[object, ...]:
    return tuple(getattr(change, name) for name in sorted(WHEN))
