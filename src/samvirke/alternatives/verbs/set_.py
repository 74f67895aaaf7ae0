"""Let an assumption be something else from now on. What follows is believed, not derived, and says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from samvirke.alternatives.book import Book
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes, renamed_record
from samvirke.language import Text
from samvirke.quantities.distributions import Distribution, Formula
from samvirke.quantities.expressions import Expression, references, replaced
from samvirke.quantities.units import UNITS, in_words
from samvirke.study.assumptions import Assumption, Spread
from samvirke.study.changes import Set
from samvirke.study.study import Study
from samvirke.study.unit_checks import UnitMismatch, dimension_of

VERSION = "@"
ADDED_UNLIKE = Text("formelen legger sammen ulike enheter: {units}", "the formula adds unlike units: {units}")
GIVES_ANOTHER = Text("formelen gir {given}, ikke {unit}", "the formula gives {given}, not {unit}")
# What of a study uses assumptions. The assignment's own hold for the study as a whole.
MAPS = ("actors", "tasks", "responsibilities", "spending")
RECORDS = ("transition", "pathways")


class Derived(Assumption):
    """An assumption worked out from others, some of them as a change has left them."""

    expression: Any

    @property
    def distribution(self) -> Distribution:
        """The arithmetic with the present names, which `formula`, its text, does not know."""
        return Formula(self.expression)


def apply(change: Set, situation: Situation, book: Book) -> Situation:
    """Give the assumption, and those worked out from it, a new version; what uses them follows."""
    study = situation.study
    old = study.assumptions[situation.versions.get(change.assumption, change.assumption)]
    form = change.to.distribution
    if old.distribution == form:
        raise nothing_changes("forutsetningen er slik allerede", "the assumption is so already", "to")
    users = _users(study, change.assumption)
    if isinstance(form, Formula):
        _refuse_formula(study, form.expression, old, {change.assumption, *users})
    # Plan and phase are part of the name: what a version is worked out from may differ between them.
    mark = f"{VERSION}{book.plan}-{change.id}-{book.first}"
    versions = {name: f"{name}{mark}" for name in (change.assumption, *users)}
    names = {situation.versions.get(name, name): new for name, new in versions.items()}
    spread = {field: getattr(change.to, field) for field in Spread.model_fields}
    made = {
        versions[change.assumption]: _version(old, versions[change.assumption], spread, situation.versions)
    }
    for name in users:
        before = study.assumptions[situation.versions.get(name, name)]
        made[versions[name]] = _version(before, versions[name], {}, names)
    situation = situation.with_(assumptions={**study.assumptions, **made})
    situation = replace(situation, versions={**situation.versions, **versions})
    return _everything_follows(situation, book, names)


def _users(study: Study, assumption: str) -> tuple[str, ...]:
    """Assumptions worked out from this one, near and far, in file order."""
    formulas = {
        key: references(other.distribution.expression)
        for key, other in study.assumptions.items()
        if VERSION not in key and isinstance(other.distribution, Formula)
    }
    found = {assumption}
    while grown := {key for key, used in formulas.items() if used & found} - found:
        found |= grown
    return tuple(key for key in study.assumptions if key in found and key != assumption)


def _refuse_formula(study: Study, expression: Expression, old: Assumption, circle: set[str]) -> None:
    unknown = sorted(references(expression) - set(study.assumptions))
    if unknown:
        raise ChangeError(
            Text(
                f"formelen bruker `{unknown[0]}`, som ikke finnes",
                f"the formula uses `{unknown[0]}`, which is not there",
            ),
            Text("Skriv forutsetningen i assumptions.yaml.", "Write the assumption in assumptions.yaml."),
            "to",
        )
    if references(expression) & circle:
        raise ChangeError(
            Text("formelen bruker seg selv", "the formula uses itself"),
            Text("Bryt ringen: oppgi en fordeling.", "Break the circle: give a distribution."),
            "to",
        )
    try:
        dimension = dimension_of(study, expression)
    except UnitMismatch as error:
        raise ChangeError(
            ADDED_UNLIKE.format(units=error.text),
            Text("Gjør enhetene like først.", "Make the units alike first."),
            "to",
        ) from None
    if dimension != UNITS[old.unit].dimension:
        raise ChangeError(
            GIVES_ANOTHER.format(given=in_words(dimension), unit=old.unit),
            Text("En endring kan ikke bytte enhet.", "A change cannot change the unit."),
            "to",
        )


def _version(old: Assumption, name: str, spread: dict[str, Any], names: Any) -> Assumption:
    """The assumption under a new name, with a new distribution where one is given."""
    fields = {field: getattr(old, field) for field in Assumption.model_fields} | spread | {"id": name}
    form = Assumption.model_construct(**fields).distribution if spread else old.distribution
    if isinstance(form, Formula):
        return Derived.model_construct(**fields, expression=replaced(form.expression, names))
    return Assumption.model_construct(**fields)


def _everything_follows(situation: Situation, book: Book, names: dict[str, str]) -> Situation:
    """Whatever uses the assumptions uses the new versions; a row that then costs more needs money."""
    study = situation.study
    told = {name: renamed_record(getattr(study, name), names) for name in RECORDS}
    written = {name.split(VERSION)[0] for name in names}
    for name in MAPS:
        now = getattr(study, name)
        new = {key: renamed_record(now[key], names) for key in situation.mentioning(name, written)}
        told[name] = {**now, **new}
    for key, row in study.spending.items():
        after = told["spending"][key]
        if after is not row and after.yearly != row.yearly:
            book.needs(after.yearly, row)
            book.frees(row.yearly, row)
    return situation.with_(**told)
