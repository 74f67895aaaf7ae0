"""What a study's records name, so that what nothing names can be told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import BaseModel

from samvirke.checks.places import records
from samvirke.quantities.distributions import Formula
from samvirke.quantities.expressions import Operation, Reference
from samvirke.study.assumptions import Correlation, Spread
from samvirke.study.bindings import INLINE, Cited, binding
from samvirke.study.involvement import Excuse, Involved
from samvirke.study.study import Study

# These speak of the study; they do not make use of what is in it.
APART = (Correlation, Excuse, Involved)


def named(study: Study, but: Collection[str] = ()) -> set[str]:
    """Every id that a field of some record names, or that a text cites; `but` are fields that do not count.

    A word that happens to read as an id counts as one, so that what is not among them surely is not named.
    """
    found = set(_cited(study))
    left_out = {"id", *but}
    pending: list[object] = [one for _, _, one in records(study) if not isinstance(one, APART)]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, tuple):
            pending.extend(value)
        elif isinstance(value, dict):
            found.update(value)
            pending.extend(value.values())
        elif isinstance(value, Reference | Operation):
            found.update(value.mentions)
        elif isinstance(value, BaseModel):
            pending.extend(part for name, part in vars(value).items() if part and name not in left_out)
            if isinstance(value, Spread) and isinstance(form := value.distribution, Formula):
                found.update(form.expression.mentions)
    return found


def _cited(study: Study) -> Iterator[str]:
    """The sources that the texts name."""
    for text in study.texts.values():
        for one in INLINE.finditer(text):
            said = binding(one, 1) if one["cited"] is not None else None
            if isinstance(said, Cited):
                yield from said.sources
