"""What a study's records name, so that what nothing names can be told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import BaseModel

from samvirke.checks.places import records
from samvirke.quantities.distributions import Formula
from samvirke.quantities.expressions import Operation, Reference
from samvirke.study.assumptions import Correlation, Spread
from samvirke.study.involvement import Excuse, Involved
from samvirke.study.prose import cited
from samvirke.study.study import Study

# These speak of the study; they do not make use of what is in it.
APART = (Correlation, Excuse, Involved)


def named(study: Study, but: Collection[str] = ()) -> set[str]:
    """Every id that a field of some record names, or that a text cites; `but` are fields that do not count.

    A word that happens to read as an id counts as one, so that what is not among them surely is not named.
    """
    found: set[str] = set()
    for _, _, record in records(study):
        if not isinstance(record, APART):
            found.update(_inside(record, {"id", *but}))
    for one in cited(study):
        found.update(one.sources)
    return found


def _inside(value: object, but: Collection[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Reference | Operation):
        yield from value.mentions
    elif isinstance(value, BaseModel):
        if isinstance(value, Spread) and isinstance(form := value.distribution, Formula):
            yield from form.expression.mentions
        yield from _in_all([part for name, part in vars(value).items() if name not in but], but)
    elif isinstance(value, dict):
        yield from map(str, value)
        yield from _in_all(value.values(), but)
    elif isinstance(value, tuple):
        yield from _in_all(value, but)


def _in_all(values: Collection[object], but: Collection[str]) -> Iterator[str]:
    for value in values:
        if value is not None:
            yield from _inside(value, but)
