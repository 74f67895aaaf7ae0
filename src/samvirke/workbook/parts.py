"""Responsibilities as rows of task, part and actor, and back to the lists of each part."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import Field

from samvirke.study.organisation import Part
from samvirke.study.records import ActorId, Frozen, GroupIds, Record, Share

PARTS: tuple[Part, ...] = get_args(Part)


class PartInTask(Frozen):
    """One actor's part in a task."""

    part: Part = Field(description="the part in the task")
    actor: ActorId
    share: Share | None = Field(default=None, description="its share of the task, when several do it")
    groups: GroupIds = Field(
        default=(), alias="for", description="the groups it does the task for, when not for all"
    )


class ResponsibilityRows(Record):
    """Who has which part in one task, a row for each."""

    parts: tuple[PartInTask, ...] = Field(default=(), description="who has which part")


def unfolded(record: Any) -> Any:
    """A record of responsibilities with its four lists as one, a row for each actor and part."""
    if not isinstance(record, dict):
        return record
    rows = [row for part in PARTS for row in _rows(part, record.get(part))]
    return {**{key: value for key, value in record.items() if key not in PARTS}, "parts": rows}


def _rows(part: str, written: Any) -> list[Any]:
    listed = written if isinstance(written, list) else [] if written is None else [written]
    return [{"part": part, **(one if isinstance(one, dict) else {"actor": one})} for one in listed]


def folded(before: Any, record: dict[str, Any]) -> dict[str, Any]:
    """The record again with a list for each part; a list that says what it said is left as it was written."""
    old = before if isinstance(before, dict) else {}
    found: dict[str, Any] = {key: value for key, value in old.items() if key in PARTS or key in record}
    for part in PARTS:
        rows = [row for row in record.get("parts", ()) if row.get("part") == part]
        if rows == _rows(part, old.get(part)):
            continue
        found.pop(part, None)
        if rows:
            found[part] = [
                _short({key: value for key, value in row.items() if key != "part"}) for row in rows
            ]
    odd = [row for row in record.get("parts", ()) if row.get("part") not in PARTS]
    if odd:
        found["parts"] = odd
    return {**found, **{key: value for key, value in record.items() if key != "parts"}}


def _short(row: dict[str, Any]) -> Any:
    return row["actor"] if set(row) == {"actor"} else row


def position(rows: list[Any], number: int) -> tuple[str | int, ...]:
    """Where a row of the one list stands in the four."""
    part = rows[number].get("part")
    return part, sum(1 for row in rows[:number] if row.get("part") == part)
