"""An alternative laid out in time: phases, each a frozen study, and a journal of postings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Floor, Moved, Obligation, Posting
from samvirke.alternatives.one_off import pay_one_off_costs
from samvirke.alternatives.phase import Phase
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.alternatives.verbs import APPLY
from samvirke.alternatives.verbs.transfer import pay_recurring_needs
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.quantities.expressions import Expression
from samvirke.quantities.months import Month
from samvirke.study.alternative import Alternative
from samvirke.study.assumptions import Assumption
from samvirke.study.changes import End, Transfer
from samvirke.study.money import Spending
from samvirke.study.study import Study, Written
from samvirke.study.suggestion import did_you_mean

TODAY = "today"


@dataclass(frozen=True, slots=True)
class Dated:
    """A change with the alternative it is part of, and where it is written."""

    owner: str
    written: Written

    @property
    def change(self) -> Any:
        """The change itself."""
        return self.written.change


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
    became: Mapping[str, str] = field(default_factory=dict)  # merged unit → the unit it is part of in the end
    changes: tuple[Dated, ...] = ()  # zero's and the alternative's, in the order in which they start

    @property
    def final(self) -> Study:
        """The study as the last phase leaves it."""
        return self.phases[-1].study

    @property
    def last_start(self) -> Month:
        """The month of the last change, or the first month when nothing changes."""
        found, seen = self.phases[0].first, set[str]()
        for phase in self.phases:
            if not seen.issuperset(phase.changes):
                found = phase.first
            seen.update(phase.changes)
        return found

    def yearly(self, row: Spending) -> Expression:
        """What a row of one of the phases costs a year; most are today's, which are worked out once."""
        return self.today.yearly[row.id] if row is self.today.spending.get(row.id) else row.yearly

    def with_row(self, row: str, month: Month | None = None) -> Study | None:
        """The study that has a spending row: the month's own, or the first that has it, from today on."""
        then = (p.study for p in self.phases if month is not None and p.first <= month < p.end)
        every = (*then, self.today, *(phase.study for phase in self.phases))
        return next((study for study in every if row in study.spending), None)

    def row(self, row: str, month: Month) -> Spending:
        """A spending row in a month, also one that a change makes; as it was, when it is gone by then."""
        study = self.with_row(row, month)
        assert study is not None, row
        return study.spending[row]


def plan(study: Study, alternative: Alternative | None, zero: Alternative | None = None) -> Plan:
    """Apply the zero alternative and then `alternative` to today's study, month by month.

    With no alternative, or with the zero alternative itself, the plan is the zero alternative's.
    Raises StudyError with every change that cannot be made.
    """
    alternative = alternative if alternative is not None else zero
    dated = _merged(study, alternative, zero)
    boundaries = _boundaries(study, dated)
    owners = {d.change.id: d.owner for d in dated}
    name = alternative.id if alternative is not None else TODAY
    phases, books, became = [], [], {}
    failed: dict[Problem, Dated] = {}
    for first, end in pairwise(boundaries):
        book = Book(first, end, owners, name)
        situation = _phase(study, dated, book, failed)
        phases.append(Phase(first, end, situation.study, tuple(d.change.id for d in _active(dated, first))))
        books.append(book)
        became = {old: _now_called(situation, old) for old in situation.became}
    if failed:
        raise StudyError(_explained(study, failed, alternative, zero))
    if alternative is not None and (problem := _unknown_administrator(study, alternative, phases)):
        raise StudyError([problem])
    journal = tuple(posting for book in books for posting in book.postings)
    payers = [d.change for d in dated if _pays(d.change, "one-off")]
    once = pay_one_off_costs(tuple(phases), journal, payers, owners)
    journal = (*journal, *once.postings)
    idle = [d for d in dated if _pays(d.change) and all(p.change != d.change.id for p in journal)]
    if idle:
        raise StudyError(_nothing_to_pay(study, d) for d in idle)
    return Plan(
        alternative=name,
        today=study,
        phases=tuple(phases),
        journal=journal,
        floors=(*(floor for book in books for floor in book.floors), *once.floors),
        moves=tuple(move for book in books for move in book.moves),
        obligations=tuple(dict.fromkeys([o for book in books for o in book.obligations] + once.obligations)),
        stayed=tuple(dict.fromkeys(row for book in books for row in book.stayed)),
        versions=_versions(study, phases),
        became=became,
        changes=dated,
    )


def _merged(study: Study, alternative: Alternative | None, zero: Alternative | None) -> tuple[Dated, ...]:
    """Zero's changes and the alternative's, by start; zero first on the same date.

    Raises StudyError when a change starts outside the study's years, or stands in for one that is not there.
    """
    sources = {one.id: one for one in (zero, alternative) if one is not None}
    found = [Dated(key, written) for key, one in sources.items() for written in study.written(one)]
    adopted = {change.id for change in zero.changes} if zero is not None else set()
    problems = [
        problem
        for d in found
        for problem in (
            *_impossible_start(study, d),
            *_impossible_id(study, d, adopted, zero),
            *_id_twice(study, d, found),
        )
    ]
    if problems:
        raise StudyError(problems)
    replaced = {d.change.instead_of for d in found}
    kept = [d for d in found if zero is None or d.owner != zero.id or d.change.id not in replaced]
    return tuple(sorted(kept, key=lambda d: d.change.start))


def _impossible_start(study: Study, dated: Dated) -> Iterator[Problem]:
    start, years = dated.change.start, study.assignment.years
    if not study.start <= start < study.end:
        yield Problem(
            _place(study, dated, "start"),
            Text(
                f"`{dated.change.id}` starter {start}, utenfor studiens år",
                f"`{dated.change.id}` starts {start}, outside the years of the study",
            ),
            Text(
                f"Velg en måned fra {years[0]} til {years[-1]}.",
                f"Choose a month from {years[0]} to {years[-1]}.",
            ),
        )


def _impossible_id(
    study: Study, dated: Dated, adopted: set[str], zero: Alternative | None
) -> Iterator[Problem]:
    """An id that zero has too, or one to stand in for that zero does not have."""
    own, instead = dated.change.id, dated.change.instead_of
    if zero is not None and dated.owner != zero.id and own in adopted:
        yield Problem(
            _place(study, dated),
            Text(
                f"nullalternativet har også en endring `{own}`",
                f"the zero alternative has a change `{own}` too",
            ),
            Text("Gi endringen en annen id.", "Give the change another id."),
        )
    if instead is not None and (instead not in adopted or zero is None or dated.owner == zero.id):
        yield Problem(
            _place(study, dated, "instead_of"),
            Text(
                f"`{instead}` er ikke en endring i nullalternativet",
                f"`{instead}` is not a change of the zero alternative",
            ),
            did_you_mean(instead, adopted, Text("Ta bort `instead_of`.", "Take `instead_of` away.")),
        )


def _id_twice(study: Study, dated: Dated, every: Iterable[Dated]) -> Iterator[Problem]:
    """An id that a package of the same alternative has given away; told at the later of the two."""
    same = next(d for d in every if d.owner == dated.owner and d.change.id == dated.change.id)
    if same is not dated:
        first = study.place(same.written.file, *same.written.path)
        yield Problem(
            _place(study, dated),
            Text(
                f"endringen `{dated.change.id}` er allerede med fra {first}",
                f"the change `{dated.change.id}` is already there from {first}",
            ),
            Text("Gi den ene en annen id.", "Give one of them another id."),
        )


def _boundaries(study: Study, dated: tuple[Dated, ...]) -> list[Month]:
    """Where phases begin and end: with changes, and with rows, so that a row runs in all of a phase."""
    months = [m for d in dated for m in (d.change.start, d.change.until)]
    ends = [d.change.to for d in dated if isinstance(d.change, Transfer) and isinstance(d.change.to, End)]
    new_rows = [end.new_row for end in ends if end.new_row is not None]
    months += [m for row in (*study.spending.values(), *new_rows) for m in (row.from_month, row.until)]
    inside = {m for m in months if m is not None and study.start < m < study.end}
    return sorted({study.start, study.end} | inside)


def _active(dated: tuple[Dated, ...], month: Month) -> Iterable[Dated]:
    return (
        d for d in dated if d.change.start <= month and (d.change.until is None or month < d.change.until)
    )


def _phase(study: Study, dated: tuple[Dated, ...], book: Book, failed: dict[Problem, Dated]) -> Situation:
    """Today's study with every change that is in force in these months; mistakes go to `failed`.

    Changes that pay what others need come last, when the needs are known.
    """
    situation = Situation(study, study)
    for d in sorted(_active(dated, book.first), key=lambda d: _pays(d.change, "recurring")):
        book.owner, book.change = d.owner, d.change
        apply = pay_recurring_needs if _pays(d.change, "recurring") else APPLY[d.change.verb]
        try:
            situation = apply(d.change, situation, book)
        except ChangeError as error:
            place = _place(study, d, *((error.field,) if error.field else ()))
            failed.setdefault(Problem(place, error.text, error.remedy), d)
            return situation  # what follows may rest on the change that failed
    book.settle(situation)
    return situation


def _unknown_administrator(study: Study, alternative: Alternative, phases: list[Phase]) -> Problem | None:
    """Whoever is to administer grants or hear appeals must be there in the end; a change may have made it."""
    actors = phases[-1].study.actors
    chosen = alternative.grant_administrator
    if chosen is None:
        return None
    named = (("actor", chosen.actor), ("appeal_body", chosen.appeal_body))
    unknown = next(((field, name) for field, name in named if name is not None and name not in actors), None)
    if unknown is None:
        return None
    field, name = unknown
    return Problem(
        study.place(f"alternatives/{alternative.id}.yaml", "grant_administrator", field),
        Text(
            f"`{name}` er ikke en aktør i dette alternativet", f"`{name}` is not an actor in this alternative"
        ),
        did_you_mean(name, actors, Text("Rett id-en.", "Mend the id.")),
    )


def _pays(change: Any, what: str = "") -> bool:
    """Whether a change pays `as-needed`: one-off costs, recurring needs, or either."""
    return isinstance(change, Transfer) and change.amount == "as-needed" and what in ("", change.to)


def _place(study: Study, dated: Dated, *field: str) -> Place:
    return study.place(dated.written.file, *dated.written.path, *field)


def _explained(
    study: Study, failed: Mapping[Problem, Dated], alternative: Alternative | None, zero: Alternative | None
) -> Iterator[Problem]:
    """The problems, told where they can be mended: zero is right until an alternative is in its way."""
    for problem, d in failed.items():
        if zero is None or alternative is None or alternative is zero or d.owner != zero.id:
            yield problem
            continue
        plan(study, zero, zero)  # raises when zero's own change is the mistake
        yield Problem(
            study.place(f"alternatives/{alternative.id}.yaml", "changes"),
            Text(
                f"`{d.change.id}` i nullalternativet kan ikke gjøres lenger: {problem.text.nb}",
                f"`{d.change.id}` of the zero alternative can no longer be made: {problem.text['en']}",
            ),
            Text(
                f"Skriv `instead_of: {d.change.id}` på endringen som trer i stedet.",
                f"Write `instead_of: {d.change.id}` on the change that takes its place.",
            ),
        )


def _nothing_to_pay(study: Study, dated: Dated) -> Problem:
    return Problem(
        _place(study, dated),
        Text(
            "endringen endrer ingenting: det er ingenting å dekke",
            "the change changes nothing: there is nothing to pay for",
        ),
        Text(
            "Ta den bort, eller la den starte når kostnaden kommer.",
            "Take it away, or let it start when the cost falls.",
        ),
    )


def _now_called(situation: Situation, old: str) -> str:
    while old in situation.became:
        old = situation.became[old][0]
    return old


def _versions(study: Study, phases: Iterable[Phase]) -> dict[str, Assumption]:
    """The assumptions as changes have left them, by their new names."""
    made = {key: value for phase in phases for key, value in phase.study.assumptions.items()}
    return {key: value for key, value in made.items() if key not in study.assumptions}
