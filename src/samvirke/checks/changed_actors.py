"""Actors that a change gives something to, takes something from, or binds."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.study.changes import (
    Agree,
    AnyChange,
    Assign,
    Close,
    Empower,
    End,
    Establish,
    Merge,
    Move,
    Release,
    Staff,
    Transfer,
)
from samvirke.study.study import Study


def named_in(study: Study, change: AnyChange) -> Iterator[str]:
    """The ids of the actors a change names, and whose rows it takes money from or gives money to."""
    match change:
        case Assign(actor=actor) | Release(actor=actor):
            yield actor
        case Move():
            yield from (one for one in (change.unit, change.sender, change.to) if one)
        case Establish():
            yield change.unit.parent
        case Merge():
            yield from (*change.units, change.into.parent)
        case Close():
            yield from (one for one in (change.unit, change.tasks_to, change.rows_to) if one)
        case Agree():
            yield from change.between
        case Empower():
            yield from (change.holder, change.given_by, *(change.over if change.over != "all" else ()))
        case Staff():
            yield from _holder(study, change.row) if change.row else (one for one in (change.unit,) if one)
        case Transfer():
            yield from (actor for end in (change.sender, change.to) for actor in _end(study, end))


def _end(study: Study, end: str | End) -> Iterator[str]:
    if isinstance(end, End):
        yield from _holder(study, end.row)
        if end.line is not None and end.line in study.lines:
            yield study.lines[end.line].holder
        if end.new_row is not None:
            yield end.new_row.actor


def _holder(study: Study, row: str | None) -> Iterator[str]:
    if row is not None and row in study.spending:
        yield study.spending[row].actor
