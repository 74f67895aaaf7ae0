"""Values as YAML text in the form that studies are written in."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date

from samvirke.language import Text
from samvirke.quantities.months import Month
from samvirke.study.document import NOT_TEXT, scalar

LONGEST_ROW = 80  # of a list on one line
SPECIAL_FIRST = tuple("-?:,[]{}#&*!|>'\"%@` ")


def plain(value: object) -> object:
    """A value of the engine as the file has it: texts, months and dates become strings and maps."""
    if isinstance(value, Text):
        return value.nb if value.en is None else {"nb": value.nb, "en": value.en}
    if isinstance(value, Month | date):
        return str(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    if value is None or isinstance(value, str | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise TypeError(f"{value!r} cannot be written in a study")


def on_one_line(value: object, style: str | None = None, *, in_brackets: bool = False) -> str:
    """A value in flow form; `style` is the quotation mark that the text before it had."""
    if isinstance(value, dict):
        pairs = (
            f"{on_one_line(key, in_brackets=True)}: {on_one_line(item, in_brackets=True)}"
            for key, item in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(on_one_line(item, in_brackets=True) for item in value) + "]"
    if isinstance(value, str):
        return _text(value, style, in_brackets)
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else repr(value)


def _text(text: str, style: str | None, in_brackets: bool) -> str:
    if style == "'" and "\n" not in text and not NOT_TEXT.search(text):
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and _may_stand_bare(text, in_brackets):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return NOT_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _may_stand_bare(text: str, in_brackets: bool) -> bool:
    """Whether a text without quotation marks is read back as itself."""
    return not (
        scalar(text, quoted=False) != text
        or text.startswith(SPECIAL_FIRST)
        or text.startswith(("---", "..."))
        or text.endswith((":", " "))
        or re.search(r": | #|[\t\n\r\ufeff]", text)
        or (in_brackets and re.search(r"[][{},]", text))
        or NOT_TEXT.search(text)
    )


def after_colon(value: object, indent: int, style: str | None = None) -> str:
    """What follows the colon of a field whose name is indented so much: on the line, or below it."""
    if isinstance(value, dict) and value:
        return "\n" + " " * (indent + 2) + fields(value, indent + 2)
    if isinstance(value, list) and value:
        row = on_one_line(value)
        if not any(isinstance(item, dict | list) for item in value) and len(row) <= LONGEST_ROW:
            return " " + row
        return "\n" + " " * (indent + 2) + items(value, indent + 2)
    block = _block(value, indent + 2) if isinstance(value, str) and style is None else None
    return " " + (on_one_line(value, style) if block is None else block)


def fields(value: Mapping[object, object], indent: int) -> str:
    """The fields of a record, one on each line; the first line is not indented."""
    lines = (f"{on_one_line(key)}:{after_colon(item, indent)}" for key, item in value.items())
    return ("\n" + " " * indent).join(lines)


def items(value: Sequence[object], indent: int) -> str:
    """The items of a list, one on each line; the first line is not indented."""
    return ("\n" + " " * indent).join(f"- {item(one, indent + 2)}" for one in value)


def item(value: object, indent: int) -> str:
    """One item of a list, what stands after the hyphen."""
    return fields(value, indent) if isinstance(value, dict) and value else on_one_line(value)


def _block(text: str, indent: int) -> str | None:
    """A text of several lines as a block; None when it is not one, or would lose spaces."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    keeps = not any(line != line.strip() for line in lines) and lines[0] and lines[-1]
    if len(lines) < 2 or not keeps or NOT_TEXT.search(text) or "\r" in text:
        return None
    head = "|" if text.endswith("\n") else "|-"
    return head + "".join("\n" + (" " * indent + line if line else "") for line in lines)
