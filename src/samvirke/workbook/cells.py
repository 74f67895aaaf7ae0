"""What people write in cells, read as the values that a study holds.

Numbers may be text with a decimal comma, dates may be text, spaces may stand before and after; what could
mean two things is not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from samvirke.language import Text
from samvirke.quantities.months import Month
from samvirke.study.records import PARTIAL_DATE, is_id
from samvirke.study.shown import shown
from samvirke.workbook.cell_text import EMPTY_LIST
from samvirke.workbook.table import Column

SPACES = re.compile("[\u00a0\u2007\u202f\ufeff]")
MINUS = re.compile("^[−–]\\s*(?=[0-9,.])")
NORWEGIAN = re.compile(r"[-+]?(\d{1,3}([ .]\d{3})+|\d+)?(,\d+)?")
PLAIN = re.compile(r"[-+]?(\d{1,3}( \d{3})+|\d+)?(\.\d+)?([eE][-+]?\d+)?")
DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
ERRORS = ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!")
TRUE = frozenset(("ja", "yes", "true", "sann", "j", "y", "x"))
FALSE = frozenset(("nei", "no", "false", "usann", "n"))
NONE_LISTED = frozenset((EMPTY_LIST, "ingen", "[ ]"))
PAIR = re.compile(r"\s*([^:=\s]+)\s*(?:[:=]\s*(.+?))?\s*")


class Unreadable(Exception):  # noqa: N818 - what a person wrote, not an error of ours
    """A cell that cannot be read as what its column holds; carries problem and remedy."""

    def __init__(self, problem: Text, remedy: Text) -> None:
        super().__init__(problem["en"])
        self.problem, self.remedy = problem, remedy


def tidied(raw: Any) -> Any:
    """A cell's value without the spaces round it; None when nothing is left."""
    if isinstance(raw, str):
        return SPACES.sub(" ", raw).replace("\r\n", "\n").strip() or None
    return raw


def read(column: Column, raw: Any) -> Any:
    """A cell's value in the form of its column; None for nothing. Raises Unreadable."""
    if column.kind in ("text", "words") and isinstance(raw, str):
        found: Any = raw.replace("\r\n", "\n").strip() or None
    else:
        found = tidied(raw)
    if found is None:
        return None
    if isinstance(found, str) and found in ERRORS:
        raise Unreadable(
            Text(f"cellen viser {found}", f"the cell shows {found}"),
            Text("Rett formelen, eller skriv verdien.", "Mend the formula, or write the value."),
        )
    return READERS[column.kind](column, found)


def _text(_column: Column, found: Any) -> str:
    if isinstance(found, datetime):
        return found.date().isoformat() if not (found.hour or found.minute) else found.isoformat(" ")
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, float) and found.is_integer() and abs(found) < 1e15:
        return str(int(found))
    return str(found)


def _code(column: Column, found: Any) -> str:
    """An id or a word; the words of a column are known whatever their capitals."""
    text = _text(column, found)
    known = {word.lower(): word for word in column.choices}
    return known.get(text.lower(), text.lower() if is_id(text.lower()) else text)


def _codes(column: Column, found: Any) -> tuple[str, ...]:
    text = _text(column, found)
    if text.lower() in NONE_LISTED:
        return ()
    return tuple(_code(column, one) for one in re.split(r"[,;\s]+", text) if one)


def _pairs(column: Column, found: Any) -> tuple[tuple[str, Any], ...]:
    text = _text(column, found)
    parts = re.split(r"[;\n]", text) if re.search(r"[;\n]", text) else re.split(r",\s+(?=[a-z])", text)
    pairs = [PAIR.fullmatch(part) for part in parts if part.strip()]
    if not all(pairs):
        raise _not(found, Text("id: verdi", "id: value"), "a: 0,4; b: 0,6")
    found_pairs = [(pair[1], pair[2]) for pair in pairs if pair]
    if len(found_pairs) == 1 and found_pairs[0][1] is None:
        return ((found_pairs[0][0], 1),)
    if any(said is None for _, said in found_pairs):
        raise _not(found, Text("id: verdi", "id: value"), "a: 0,4; b: 0,6")
    return tuple((key, _quantity(column, said)) for key, said in found_pairs)


def number(found: Any, *, is_share: bool = False) -> int | float:
    """A number, which may be text with a decimal comma or point; only a share may be in per cent."""
    if isinstance(found, bool):
        raise _not(found, A_NUMBER, "0,25")
    if isinstance(found, int | float):
        return found
    text = MINUS.sub("-", str(found)) if not isinstance(found, datetime) else ""
    if is_share and text.endswith("%"):
        hundred = number(text[:-1].strip())
        return float(f"{hundred / 100:.15g}")
    if (
        NORWEGIAN.fullmatch(text)
        and re.search(r"\d", text)
        and not re.fullmatch(r"[-+]?\d{1,3}\.\d{3}", text)
    ):
        return _value(text.replace(" ", "").replace(".", "").replace(",", "."))
    if PLAIN.fullmatch(text) and re.search(r"\d", text):
        return _value(text.replace(" ", ""))
    raise _not(found, A_NUMBER, "0,25")


def _value(text: str) -> int | float:
    return float(text) if re.search(r"[.eE]", text) else int(text)


def _number(_column: Column, found: Any) -> int | float:
    return number(found)


def _numbers(_column: Column, found: Any) -> tuple[int | float, ...]:
    if not isinstance(found, str):
        return (number(found),)
    return tuple(number(one.strip()) for one in re.split(r"[;\n]", found) if one.strip())


def _quantity(column: Column, found: Any) -> Any:
    """A number, the id of an assumption, or one of a few words."""
    if isinstance(found, str):
        if found.lower() in column.choices:
            return found.lower()
        if is_id(found.lower()):
            return found.lower()
    try:
        return number(found, is_share=column.unit == "share")
    except Unreadable:
        raise _not(found, A_NUMBER_OR_ID, "0,25") from None


def _whole(_column: Column, found: Any) -> int | float:
    """A whole number; one with decimals is let through, for the reader to refuse with the rest."""
    value = number(found)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _yesno(_column: Column, found: Any) -> bool:
    if isinstance(found, bool):
        return found
    text = str(found).lower()
    if text in TRUE or found == 1:
        return True
    if text in FALSE or found == 0:
        return False
    raise _not(found, Text("ja eller nei", "yes or no"), "ja")


def _month(_column: Column, found: Any) -> str:
    if isinstance(found, datetime | date):
        return f"{found.year:04d}-{found.month:02d}"
    text = str(found)
    turned = re.fullmatch(r"(\d{1,2})[./-](\d{4})", text)
    try:
        return str(Month.parse(f"{turned[2]}-{int(turned[1]):02d}" if turned else text))
    except ValueError:
        raise _not(found, Text("en måned", "a month"), "2022-01") from None


def _day(_column: Column, found: Any) -> str:
    if isinstance(found, datetime):
        return found.date().isoformat()
    if isinstance(found, date):
        return found.isoformat()
    text = str(found)
    turned = DAY.fullmatch(text)
    try:
        if turned:
            return date(int(turned[3]), int(turned[2]), int(turned[1])).isoformat()
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise _not(found, Text("en dato", "a date"), "2020-12-31")


def _date(column: Column, found: Any) -> str:
    text = _text(column, found).lower()
    if PARTIAL_DATE.fullmatch(text):
        return text
    turned = re.fullmatch(r"(\d{1,2})[./-](\d{4})", text)
    if turned:
        return f"{turned[2]}-{int(turned[1]):02d}"
    return _day(column, found)


A_NUMBER = Text("et tall", "a number")
A_NUMBER_OR_ID = Text(
    "verken et tall eller id-en til en forutsetning", "neither a number nor the id of an assumption"
)
READERS: Mapping[str, Callable[[Column, Any], Any]] = {
    "text": _text, "words": _text, "code": _code, "codes": _codes, "pairs": _pairs, "quantity": _quantity,
    "number": _number, "numbers": _numbers, "whole": _whole, "yesno": _yesno, "month": _month, "day": _day,
    "date": _date,
}  # fmt: skip


def _not(found: Any, wanted: Text, example: str) -> Unreadable:
    is_not = Text("er ikke ", "is not ") if wanted is not A_NUMBER_OR_ID else Text("er ", "is ")
    return Unreadable(
        Text(f"`{shown(found)}` {is_not.nb}{wanted.nb}", f"`{shown(found)}` {is_not['en']}{wanted['en']}"),
        Text(f"Skriv for eksempel {example}.", f"Write for instance {example.replace(',', '.')}."),
    )
