"""Values as they are quoted in messages: short, on one line, without characters that steer a terminal."""

from __future__ import annotations

from samvirke.errors import visible

LONGEST = 40


def shown(value: object, longest: int = LONGEST) -> str:
    """A value for a message.

    >>> shown("so much that it does not fit in any sentence")
    'so much that it does not fit in any sen…'
    """
    text = " ".join(_plain(value)[: 4 * longest].split())
    text = visible(text, kept="")
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _plain(value: object) -> str:
    """YAML's own words for what has no letters in Python."""
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)
