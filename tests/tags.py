"""The tags of a PDF, for tests that read it as a screen reader does."""

from collections.abc import Iterator
from typing import Any

import pikepdf


def elements(file: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Every structure element with its role, in reading order."""
    waiting = [file.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield str(one.S).lstrip("/"), one
        if isinstance(one, pikepdf.Dictionary) and "/K" in one:
            inner = one.K
            below = list(inner) if isinstance(inner, pikepdf.Array) else [inner]
            waiting = [child for child in below if isinstance(child, pikepdf.Dictionary)] + waiting


def attributes(one: Any) -> list[Any]:
    """The attributes of an element."""
    found = one.get("/A", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]
