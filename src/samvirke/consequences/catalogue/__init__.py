"""The catalogue of figures: what each is called, its unit, which way is better, and what it means.

A name has parts with points between. `{year}`, `{line}` and the like stand for one part each. Money is
kept in kroner inside the engine and told in millions, rounded to a thousand kroner. Each module has the
figures of one noun; their order here is the order in which they are told.
"""

from __future__ import annotations

from functools import cache

from samvirke.consequences.catalogue.administration import ADMINISTRATION
from samvirke.consequences.catalogue.authority import AUTHORITY
from samvirke.consequences.catalogue.ceiling import CEILING
from samvirke.consequences.catalogue.definition import Better, Definition
from samvirke.consequences.catalogue.economics import ECONOMICS
from samvirke.consequences.catalogue.funding import FUNDING
from samvirke.consequences.catalogue.money import MONEY
from samvirke.consequences.catalogue.stakes import STAKES
from samvirke.consequences.catalogue.transition import TRANSITION
from samvirke.consequences.catalogue.way import WAY

__all__ = ["FIGURES", "Better", "Definition", "definition", "parameters"]

FIGURES: tuple[Definition, ...] = (
    *MONEY, *CEILING, *FUNDING, *ADMINISTRATION, *AUTHORITY, *STAKES, *TRANSITION, *WAY, *ECONOMICS,
)  # fmt: skip


@cache
def definition(name: str) -> Definition | None:
    """The definition of a figure by its full name, or None when the catalogue has no such figure."""
    parts = name.split(".")
    for found in FIGURES:
        wanted = found.name.split(".")
        if len(wanted) == len(parts) and all(
            w == p or w.startswith("{") for w, p in zip(wanted, parts, strict=True)
        ):
            return found
    return None


def parameters(name: str) -> dict[str, str]:
    """What stands for `{year}`, `{line}` and the like in a figure's name."""
    found = definition(name)
    if found is None:
        return {}
    pairs = zip(found.name.split("."), name.split("."), strict=True)
    return {pattern.strip("{}"): part for pattern, part in pairs if pattern.startswith("{")}
