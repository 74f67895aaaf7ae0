"""Let an assumption be something else from now on. What follows is believed, not derived, and says so."""

from __future__ import annotations

from dataclasses import replace

from samvirke.alternatives.book import Book
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes, renamed_record
from samvirke.language import Text
from samvirke.quantities.distributions import Formula
from samvirke.quantities.expressions import references, replaced, written
from samvirke.study.assumptions import Assumption
from samvirke.study.changes import Set
from samvirke.study.study import Study

VERSION = "@"


def apply(change: Set, situation: Situation, book: Book) -> Situation:
    """Give the assumption, and those worked out from it, a new version; rows that use them follow."""
    study = situation.study
    present = situation.versions.get(change.assumption, change.assumption)
    old = study.assumptions[present]
    if old.distribution == change.to.distribution:
        raise nothing_changes("forutsetningen er slik allerede", "the assumption is so already", "to")
    fields = {name: getattr(change.to, name) for name in type(change.to).model_fields}
    versions = {name: f"{name}{VERSION}{book.owner}-{change.id}" for name in (change.assumption, *_users(study, change.assumption))}
    assumptions = dict(study.assumptions)
    first = versions[change.assumption]
    assumptions[first] = old.model_copy(update={**fields, "id": first})
    names = {situation.versions.get(name, name): new for name, new in versions.items()}
    form = assumptions[first].distribution
    if isinstance(form, Formula) and references(form.expression) & set(versions):
        raise ChangeError(
            Text("formelen bruker seg selv", "the formula uses itself"),
            Text("Bryt ringen: oppgi en fordeling.", "Break the circle: give a distribution."),
            "to",
        )
    for name, new in versions.items():
        if name != change.assumption:
            assumptions[new] = _derived(study.assumptions[situation.versions.get(name, name)], new, names)
    return _rows_follow(replace(situation, study=study.with_(assumptions=assumptions)), book, names, versions)


def _users(study: Study, assumption: str) -> tuple[str, ...]:
    """Assumptions worked out from this one, near and far, in file order."""
    found: set[str] = {assumption}
    grew = True
    while grew:
        grew = False
        for key, other in study.assumptions.items():
            form = other.distribution
            if VERSION not in key and key not in found and isinstance(form, Formula):
                if references(form.expression) & found:
                    found.add(key)
                    grew = True
    return tuple(key for key in study.assumptions if key in found and key != assumption)


def _derived(old: Assumption, name: str, names: dict[str, str]) -> Assumption:
    return old.model_copy(update={"id": name, "formula": _formula(old, names)})


def _formula(old: Assumption, names: dict[str, str]) -> str | None:
    """The formula's text with new names; versions are read by the draws, never by a person."""
    if old.formula is None:
        return None
    form = old.distribution
    assert isinstance(form, Formula)
    return written(replaced(form.expression, names))


def _rows_follow(
    situation: Situation, book: Book, names: dict[str, str], versions: dict[str, str]
) -> Situation:
    for row in situation.study.spending.values():
        new = renamed_record(row, names)
        if new.yearly != row.yearly:
            book.needs(new.yearly, row)
            book.frees(row.yearly, row)
        situation = situation.with_row(new)
    return replace(situation, versions={**situation.versions, **versions})
