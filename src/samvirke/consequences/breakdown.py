"""Recurring expenditure by line, actor and kind in each year, from the rows as the changes leave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.consequences.expenditure import part_of
from samvirke.consequences.today import months_in_force
from samvirke.consequences.valuation import Outcome, Part, PartKind, Valuation, together
from samvirke.provenance import Later
from samvirke.quantities.expressions import Expression, references
from samvirke.quantities.months import Month, year_span
from samvirke.study.money import Spending
from samvirke.study.study import Study

Group = tuple[str, str]  # `line`, `actor` or `kind`, and which
Weights = tuple[float, ...]  # one for each year of the study
Version = tuple[Spending, tuple[Month, Month]]  # a row as it stands from one month until another


@dataclass(frozen=True, slots=True)
class Term:
    """An amount a year, and the share of each year in which it is spent."""

    amount: Expression
    weights: Weights
    part: tuple[PartKind, str, str]
    source: tuple[str, ...] = ()

    @property
    def is_steady(self) -> bool:
        """Whether it is something, and the same in all years, as most rows are."""
        return self.weights[0] != 0 and self.weights.count(self.weights[0]) == len(self.weights)


@dataclass(slots=True)
class Yearly:
    """What is spent on one group in each of the years: all years are added up at once."""

    valuation: Valuation
    terms: list[Term] = field(default_factory=list)

    def outcomes(self, years: int) -> Iterator[Outcome]:
        """One for each year."""
        values, always = np.zeros((years, self.valuation.draws)), np.zeros(self.valuation.draws)
        for term in self.terms:
            if term.is_steady:
                always += term.weights[0] * self.valuation.of(term.amount)
            elif any(term.weights):
                values += np.multiply.outer(term.weights, self.valuation.of(term.amount))
        values += always
        for number in range(years):
            terms = [term for term in self.terms if term.weights[number]]
            rests_on: set[str] = set()
            rests_on.update(*(references(term.amount) for term in terms))
            sources = dict.fromkeys(source for term in terms for source in term.source)
            parts = _parts_of(tuple(terms), number, self.valuation)
            yield Outcome(values[number], frozenset(rests_on), tuple(sources), parts if terms else ())


def _parts_of(terms: tuple[Term, ...], year: int, valuation: Valuation) -> Later[Part]:
    def parts() -> tuple[Part, ...]:
        return together(
            Part(
                kind,
                id_,
                term.weights[year] * valuation.mean(term.amount),
                purpose,
                tuple(sorted(references(term.amount))),
            )
            for term in terms
            for kind, id_, purpose in (term.part,)
        )

    return Later(parts)


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """Today's expenditure in each year when nothing is changed: row by row, and by line, actor and kind."""

    terms: Mapping[str, Term]
    outcomes: Mapping[str, Outcome]


def carried_on(study: Study, valuation: Valuation) -> CarriedOn:
    """Add up today's rows."""
    years = study.assignment.years
    terms: dict[str, Term] = {}
    for key, row in study.spending.items():
        if row.in_effort:
            weights = _weights(row, study.start, study.end, years)
            terms[key] = Term(study.yearly[key], weights, ("row", key, ""), row.source)
    sums: dict[Group, Yearly] = {}
    for key, term in terms.items():
        for group in _groups(study.spending[key]):
            sums.setdefault(group, Yearly(valuation)).terms.append(term)
    outcomes = {group: tuple(one.outcomes(len(years))) for group, one in sums.items()}
    return CarriedOn(
        terms,
        {_name(group, year): made[n] for n, year in enumerate(years) for group, made in outcomes.items()},
    )


def by_part(plan: Plan, valuation: Valuation, unchanged: CarriedOn) -> dict[str, Outcome]:
    """Expenditure by line, actor and kind in each year; `unchanged` is what it is as things are today.

    Reductions that pay one-off costs are taken from their row in the months they fall. Whatever no change
    touches is the very same outcome as today's.
    """
    years, today = plan.today.assignment.years, plan.today.spending
    changed = _changed(plan)
    given = list(_reductions(plan, years))
    rows = [row for row, _ in given] + [today[key] for key in changed if key in today]
    rows += [row for versions in changed.values() for row, _ in versions]
    touched = {group for row in rows for group in _groups(row)}
    sums: dict[Group, Yearly] = {}
    for row, term in (*_rows(plan, changed, unchanged), *given):
        for group in _groups(row):
            if group in touched:
                sums.setdefault(group, Yearly(valuation)).terms.append(term)
    outcomes = {group: tuple(one.outcomes(len(years))) for group, one in sums.items()}
    found: dict[str, Outcome] = {}
    present = [(phase, _groups_of(phase.study.spending.values())) for phase in plan.phases]
    for number, year in enumerate(years):
        first, end = year_span(year)
        stretches = [groups for phase, groups in present if max(first, phase.first) < min(end, phase.end)]
        for group in dict.fromkeys(group for groups in stretches for group in groups):
            name, made = _name(group, year), outcomes.get(group)
            found[name] = unchanged.outcomes[name] if made is None else made[number]
    return found


def _name(group: Group, year: int) -> str:
    return f"expenditure.{group[0]}.{group[1]}.{year}"


def _groups(row: Spending) -> tuple[Group, Group, Group]:
    return ("line", row.line or ""), ("actor", row.actor), ("kind", row.kind)


def _changed(plan: Plan) -> dict[str, list[Version]]:
    """The rows that in some phase are not as they are today, each with how it stands in which months."""
    today, found = plan.today.spending, dict[str, list[Version]]()
    for phase in plan.phases:
        now = phase.study.spending
        for key, row in now.items():
            if row is not today.get(key):
                found.setdefault(key, [])
        for key in today.keys() - now.keys():
            found.setdefault(key, [])
    for phase in plan.phases:
        for key, each in found.items():
            then = phase.study.spending.get(key)
            if each and each[-1][0] is then and each[-1][1][1] == phase.first:
                each[-1] = then, (each[-1][1][0], phase.end)
            elif then is not None and then.in_effort:
                each.append((then, (phase.first, phase.end)))
    return found


def _rows(
    plan: Plan, changed: Mapping[str, list[Version]], unchanged: CarriedOn
) -> Iterator[tuple[Spending, Term]]:
    """Each row of the effort as it stands in some months, with the share of each year that they cover."""
    years, today = plan.today.assignment.years, plan.today.spending
    for key in dict.fromkeys((*today, *(key for key in changed if key not in today))):
        if key not in changed and key in unchanged.terms:
            yield today[key], unchanged.terms[key]
        for row, span in changed.get(key, ()):
            yield row, Term(plan.yearly(row), _weights(row, *span, years), ("row", key, ""), row.source)


def _weights(row: Spending, first: Month, end: Month, years: Sequence[int]) -> Weights:
    """The share of each year that a row runs in, of a span of months."""
    spans = ((max(first, january), min(end, after)) for january, after in map(year_span, years))
    return tuple(months_in_force(row, *span) / 12 for span in spans)


def _reductions(plan: Plan, years: Sequence[int]) -> Iterator[tuple[Spending, Term]]:
    """What rows give up to pay one-off costs, in the months in which these fall."""
    for posting in plan.journal:
        weights = tuple(-posting.months_in(year) / 12 for year in years)
        gives = posting.kind == "one-off" and posting.giver.inside
        if gives and posting.giver.row is not None and any(weights):
            phase = next(p for p in plan.phases if p.first <= posting.first < p.end)
            yield phase.study.spending[posting.giver.row], Term(posting.amount, weights, part_of(posting))


def _groups_of(rows: Iterable[Spending]) -> tuple[Group, ...]:
    """The groups that rows of the effort belong to, in the order in which they first come."""
    return tuple(dict.fromkeys(group for row in rows if row.in_effort for group in _groups(row)))
