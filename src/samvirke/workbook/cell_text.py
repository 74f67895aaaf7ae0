"""Values of several parts as the text of one cell, and numbers as each language writes them."""

from __future__ import annotations

from typing import Any

from samvirke.language import Language, Text
from samvirke.workbook.table import Column

EMPTY_LIST = "[]"
YES, NO = Text("ja", "yes"), Text("nei", "no")


def in_cell(column: Column, value: Any, language: Language) -> str | int | float:
    """What stands in a cell: a number as a number, everything else as text."""
    if isinstance(value, bool):
        return (YES if value else NO)[language]
    if isinstance(value, int | float):
        return value
    if column.kind == "pairs":
        return _pairs(value, language)
    if column.kind == "numbers":
        return value[0] if len(value) == 1 else "; ".join(decimal(one, language) for one in value)
    if column.kind == "codes":
        return ", ".join(value) or EMPTY_LIST
    return str(value)


def _pairs(value: Any, language: Language) -> str:
    if len(value) == 1 and value[0][1] == 1:
        return str(value[0][0])
    return "; ".join(f"{key}: {decimal(one, language)}" for key, one in value)


def decimal(value: Any, language: Language) -> str:
    """A number with all its digits; what is not one, as it is."""
    written = repr(value) if isinstance(value, float) else str(value)
    is_number = isinstance(value, int | float)
    return written.replace(".", ",") if is_number and language == "nb" else written
