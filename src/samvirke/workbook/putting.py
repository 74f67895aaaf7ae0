"""Letting a record say something in a column, in the form in which studies are written."""

from __future__ import annotations

from typing import Any

from samvirke.workbook.rows import unshortened
from samvirke.workbook.table import Column


def put(record: dict[str, Any], column: Column, said: Any) -> None:
    """Let a record say something in a column; None takes it away, and what then holds nothing."""
    *above, last = column.path
    trail = [record]
    for part, short in zip(above, column.shorts, strict=False):
        before = trail[-1].get(part)
        below = unshortened(before, short)
        if not isinstance(below, dict):
            if said is None:
                return
            below = {}
        if below is not before:
            trail[-1][part] = below
        trail.append(below)
    here = trail[-1]
    if column.kind == "text":
        said = _prose(here.get(last), column.language, said)
    elif isinstance(said, tuple):
        word = said[0] if len(said) == 1 else None
        said = word if word in column.alone else dict(said) if column.kind == "pairs" else list(said)
    if said is not None:
        here[last] = said
        return
    here.pop(last, None)
    for outer, part, inner in reversed(list(zip(trail, above, trail[1:], strict=False))):
        if not inner:
            del outer[part]


def _prose(old: Any, language: str | None, said: str | None) -> Any:
    """A text with one of its languages changed; in bokmål alone it is written without saying so."""
    parts = {"nb": old} if isinstance(old, str) else dict(old or {})
    if said is None:
        parts.pop(language, None)
    else:
        parts[language] = said
    if isinstance(old, dict) and "en" not in old and list(parts) == ["nb"]:
        return parts
    return parts.get("nb") if list(parts) == ["nb"] else parts or None
