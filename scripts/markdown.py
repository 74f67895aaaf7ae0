"""Tables, code and links as the pages of the reference write them."""

from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; what would end a cell or begin a tag is written so that it does not."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    outside_code = text.split("`")
    outside_code[::2] = [part.replace("<", "&lt;") for part in outside_code[::2]]
    return " ".join("`".join(outside_code).split()).replace("|", "\\|")


def code(text: object) -> str:
    """A name or a value as it is written in a file."""
    return f"`{text}`"


def block(text: str, language: str = "text") -> str:
    """Lines that stand as they are written."""
    return f"```{language}\n{text.rstrip()}\n```\n"


def anchor(heading: str) -> str:
    """What a link to a heading on the same page ends in."""
    return "#" + "".join(c for c in heading.lower().replace(" ", "-") if c.isalnum() or c in "-_")


def to(heading: str) -> str:
    """A link to a heading on the same page."""
    return f"[{heading}]({anchor(heading)})"
