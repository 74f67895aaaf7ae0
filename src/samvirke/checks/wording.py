"""How a finding names several things without filling the screen."""

from __future__ import annotations

from collections.abc import Sequence

from samvirke.language import Text, listed
from samvirke.study.authority import Lacking

SHOWN = 5


def some(ids: Sequence[str], shown: int = SHOWN) -> Text:
    """The first few ids, and how many more there are.

    >>> some(["a", "b", "c"], 2).nb
    '`a`, `b` og 1 til'
    """
    named = [f"`{one}`" for one in ids[:shown]]
    rest = len(ids) - len(named)
    if not rest:
        return Text(listed(named, "nb"), listed(named, "en"))
    return Text(f"{', '.join(named)} og {rest} til", f"{', '.join(named)} and {rest} more")


def count(number: int, nb: tuple[str, str], en: tuple[str, str]) -> Text:
    """A number with its noun, in the singular or the plural.

    >>> count(2, ("tekst", "tekster"), ("text", "texts")).nb
    '2 tekster'
    """
    many = number != 1
    return Text(f"{number} {nb[many]}", f"{number} {en[many]}")


def lacking_in_words(lacks: Sequence[Lacking]) -> Text:
    """The first power that is lacking, who lacks it and towards whom, and how many more are."""
    first, more = lacks[0], len(lacks) - 1
    over = some(first.over)
    return Text(
        f"`{first.doer}` mangler `{first.kind}` overfor {over.nb} i `{first.task}`"
        + (f", og {more} til mangler" if more else ""),
        f"`{first.doer}` lacks `{first.kind}` towards {over['en']} in `{first.task}`"
        + (f", and {more} more are lacking" if more else ""),
    )
