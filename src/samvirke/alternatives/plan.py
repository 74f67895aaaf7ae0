"""An alternative laid out in time: phases, each a frozen study, and a journal of postings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Floor, Moved, Obligation, Posting
from samvirke.alternatives.one_off import pay_one_off_costs
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.alternatives.verbs import APPLY
from samvirke.alternatives.verbs.transfer import pay_recurring_needs
from samvirke.errors import Problem, StudyError
from samvirke.language import Text
from samvirke.quantities.months import Month
from samvirke.study.alternative import Alternative
from samvirke.study.assumptions import Assumption
from samvirke.study.changes import Transfer
from samvirke.study.study import Study

TODAY = "today"


@dataclass(frozen=True, slots=True)
class Dated:
    """A change with the alternative it comes from and its number there, from 0."""

    owner: str
    number: int
    change: Any


@dataclass(frozen=True, slots=True)
class Phase:
    """A span of months in which nothing changes: [first, end)."""

    first: Month
    end: Month
    study: Study
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The zero alternative plus an alternative: what is evaluated."""

    alternative: str
    today: Study
    phases: tuple[Phase, ...]
    journal: tuple[Posting, ...]
    floors: tuple[Floor, ...] = ()
    moves: tuple[Moved, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    stayed: tuple[str, ...] = ()
    versions: Mapping[str, Assumption] = field(default_factory=dict)

    @property
    def final(self) -> Study:
        """The study as the last phase leaves it."""
        return self.phases[-1].study

    @property
    def last_start(self) -> Month:
        """The month of the last change, or the first month when nothing changes."""
        return self.phases[-1].first


def plan(study: Study, alternative: Alternative | None, zero: Alternative | None = None) -> Plan:
    """Apply the zero alternative and then `alternative` to today's study, month by month.

    With no alternative, or with the zero alternative itself, the plan is the zero alternative's.
    Raises StudyError with every change that cannot be made.
    """
    dated = _merged(alternative, zero)
    _refuse_impossible_starts(study, dated)
    boundaries = _boundaries(study, dated)
    phases, books, problems = [], [], []
    for first, end in zip(boundaries, boundaries[1:], strict=False):
        situation, book = _phase(study, dated, first, end, problems)
        phases.append(Phase(first, end, situation.study, tuple(d.change.id for d in _active(dated, first))))
        books.append(book)
    if problems:
        raise StudyError(problems)
    made = _gathered(study, alternative or zero, phases, books)
    payers = [d.change for d in dated if _pays_one_off(d.change)]
    extra, floors = pay_one_off_costs(made.phases, made.journal, payers, _own(dated, alternative))
    for payer in payers:
        if not any(posting.change == payer.id for posting in extra):
            raise StudyError([_nothing_to_pay(study, dated, payer)])
    return replace(made, journal=(*made.journal, *extra), floors=(*made.floors, *floors))


def _merged(alternative: Alternative | None, zero: Alternative | None) -> tuple[Dated, ...]:
    """Zero's changes and the alternative's, by start; zero first on the same date."""
    found: list[Dated] = []
    for owner in (zero, alternative):
        if owner is not None and not (owner is alternative and alternative is zero):
            found.extend(Dated(owner.id, number, change) for number, change in enumerate(owner.changes))
    replaced = {d.change.instead_of for d in found if d.change.instead_of is not None}
    kept = [d for d in found if not (zero is not None and d.owner == zero.id and d.change.id in replaced)]
    return tuple(sorted(kept, key=lambda d: d.change.start))


def _own(dated: tuple[Dated, ...], alternative: Alternative | None) -> frozenset[str]:
    """The ids of the alternative's own changes, whose one-off costs it must pay."""
    return frozenset(d.change.id for d in dated if alternative is not None and d.owner == alternative.id)


def _refuse_impossible_starts(study: Study, dated: tuple[Dated, ...]) -> None:
    problems = []
    for d in dated:
        if not study.start <= d.change.start < study.end:
            years = study.assignment.years
            problems.append(
                Problem(
                    study.place(f"alternatives/{d.owner}.yaml", "changes", d.number, "start"),
                    Text(
                        f"`{d.change.id}` starter {d.change.start}, utenfor studiens år",
                        f"`{d.change.id}` starts {d.change.start}, outside the years of the study",
                    ),
                    Text(
                        f"Velg en måned fra {years[0]} til {years[-1]}.",
                        f"Choose a month from {years[0]} to {years[-1]}.",
                    ),
                )
            )
    if problems:
        raise StudyError(problems)


def _boundaries(study: Study, dated: tuple[Dated, ...]) -> list[Month]:
    months = {study.start, study.end}
    months.update(d.change.start for d in dated)
    months.update(d.change.until for d in dated if d.change.until is not None and d.change.until < study.end)
    return sorted(months)


def _active(dated: tuple[Dated, ...], month: Month) -> Iterable[Dated]:
    return (
        d
        for d in dated
        if d.change.start <= month and (d.change.until is None or month < d.change.until)
    )


def _phase(
    study: Study, dated: tuple[Dated, ...], first: Month, end: Month, problems: list[Problem]
) -> tuple[Situation, Book]:
    """Today's study with every change that is in force in these months; mistakes go to `problems`.

    Changes that pay what others need come last, when the needs are known.
    """
    situation, book = Situation(study), Book(first, end)
    active = list(_active(dated, first))
    for d in sorted(active, key=lambda d: _pays_recurring(d.change)):
        book.owner, book.change = d.owner, d.change
        apply = pay_recurring_needs if _pays_recurring(d.change) else APPLY[d.change.verb]
        try:
            situation = apply(d.change, situation, book)
        except ChangeError as error:
            problem = _problem(study, d, error)
            if problem not in problems:
                problems.append(problem)
            break  # what follows may rest on the change that failed
    return situation, book


def _pays_recurring(change: Any) -> bool:
    return isinstance(change, Transfer) and change.amount == "as-needed" and change.to == "recurring"


def _pays_one_off(change: Any) -> bool:
    return isinstance(change, Transfer) and change.amount == "as-needed" and change.to == "one-off"


def _problem(study: Study, dated: Dated, error: ChangeError) -> Problem:
    path: tuple[str | int, ...] = ("changes", dated.number)
    if error.field:
        path = (*path, error.field)
    return Problem(study.place(f"alternatives/{dated.owner}.yaml", *path), error.text, error.remedy)


def _nothing_to_pay(study: Study, dated: tuple[Dated, ...], payer: Any) -> Problem:
    d = next(d for d in dated if d.change is payer)
    return Problem(
        study.place(f"alternatives/{d.owner}.yaml", "changes", d.number),
        Text("endringen endrer ingenting: det er ingen engangskostnad å dekke", "the change changes nothing: there is no one-off cost to pay"),
        Text("Ta den bort, eller la den starte når kostnaden kommer.", "Take it away, or let it start when the cost falls."),
    )


def _gathered(study: Study, alternative: Alternative | None, phases: list[Phase], books: list[Book]) -> Plan:
    versions = {
        key: value
        for phase in phases
        for key, value in phase.study.assumptions.items()
        if key not in study.assumptions
    }
    return Plan(
        alternative=alternative.id if alternative is not None else TODAY,
        today=study,
        phases=tuple(phases),
        journal=tuple(posting for book in books for posting in book.postings),
        floors=tuple(floor for book in books for floor in book.floors),
        moves=tuple(move for book in books for move in book.moves),
        obligations=tuple(dict.fromkeys(o for book in books for o in book.obligations)),
        stayed=tuple(dict.fromkeys(row for book in books for row in book.stayed)),
        versions=versions,
    )
