"""Values as they are quoted in messages: short, on one line, without characters that steer a terminal."""

from __future__ import annotations

LONGEST = 40
KEPT = "\u00a0\u00ad\n"  # say how a text is to be broken


def shown(value: object, longest: int = LONGEST) -> str:
    """A value for a message.

    >>> shown("so much that it does not fit in any sentence")
    'so much that it does not fit in any sen…'
    """
    text = " ".join(_plain(value)[: 4 * longest].split())
    text = visible(text, kept="")
    return text if len(text) <= longest else text[: longest - 1] + "…"


def visible(text: str, kept: str = KEPT) -> str:
    r"""A text with a dot for each letter that steers a terminal or cannot be seen, but for those `kept`.

    >>> visible("a\u200bb\u00a0c")
    'a·b\xa0c'
    """
    return "".join(one if one.isprintable() or one in kept else "·" for one in text)


def _plain(value: object) -> str:
    """YAML's own words for what has no letters in Python."""
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)
