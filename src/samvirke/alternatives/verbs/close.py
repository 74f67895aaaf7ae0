"""End a unit. Its parts and its money go to somebody else, or end, and the change must say which."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.mentions import meets_instead, taken_out
from samvirke.alternatives.parts import PARTS, handed_over_whole, has_parts, legal_step
from samvirke.alternatives.relocation import follows_host
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.language import Text
from samvirke.study.changes import Close
from samvirke.study.organisation import Part

HEAVY: tuple[Part, ...] = ("decides", "does")  # the parts that law may have given to a stated body


def apply(change: Close, situation: Situation, book: Book) -> Situation:
    """Take the unit out of the study."""
    _refuse_impossible(change, situation)
    situation = (
        _rows_end(change, situation, book) if change.rows_to is None else _rows_go(change, situation, book)
    )
    if change.tasks_to is not None:
        situation = _tasks_go(change, situation, book)
    return taken_out(situation, change.unit)


def _refuse_impossible(change: Close, situation: Situation) -> None:
    unit, study = change.unit, situation.study
    situation.actor(unit, "unit")
    for field, taker in (("tasks_to", change.tasks_to), ("rows_to", change.rows_to)):
        if taker is not None and situation.actor(taker, field).id == unit:
            raise ChangeError(
                Text(f"`{unit}` kan ikke overta fra seg selv", f"`{unit}` cannot take over from itself"),
                Text("Velg en annen aktør.", "Choose another actor."),
                field,
            )
    below = [other for other in study.under(unit) if other != unit]
    if below:
        raise ChangeError(
            Text(f"`{below[0]}` hører til `{unit}`", f"`{below[0]}` belongs to `{unit}`"),
            Text("Flytt eller avvikle den først.", "Move it or close it first."),
            "unit",
        )
    if has_parts(study, unit) and change.tasks_to is None:
        raise ChangeError(
            Text(f"`{unit}` har oppgaver som ingen overtar", f"`{unit}` has tasks that nobody takes over"),
            Text(
                "Skriv hvem i `tasks_to`, eller bruk `release` først.",
                "Say who in `tasks_to`, or `release` them first.",
            ),
            "unit",
        )


def _tasks_go(change: Close, situation: Situation, book: Book) -> Situation:
    """The unit's parts go to `tasks_to`; its powers do not, since each is given to somebody."""
    assert change.tasks_to is not None
    for key in situation.mentioning("responsibilities", (change.unit,)):
        responsibility = situation.study.responsibilities[key]
        if not any(change.unit in responsibility.of(part) for part in PARTS):
            continue
        parts = [part for part in HEAVY if change.unit in responsibility.of(part)]
        legal = legal_step(situation.study.tasks[key], change.tasks_to, parts)
        book.requires_law(situation, legal, change.tasks_to, "tasks_to")
        after = handed_over_whole(responsibility, change.unit, change.tasks_to)
        situation = situation.with_responsibility(key, after)
        situation = meets_instead(situation, key, change.unit, change.tasks_to)
    return situation


def _rows_go(change: Close, situation: Situation, book: Book) -> Situation:
    """The unit's rows, and the people paid from them, go to `rows_to`."""
    assert change.rows_to is not None
    study = situation.study
    agencies = study.agency(change.unit), study.agency(change.rows_to)
    new_line = situation.operating_line(change.rows_to, "rows_to")
    for row in situation.rows_of((change.unit,)):
        moved = row.model_copy(update={"actor": change.rows_to})
        situation = situation.with_row(moved)
        situation = follows_host(situation, book, moved, study.operating_line(change.unit), new_line)
        book.carries(row, *agencies, new_line)
    if agencies[0] != agencies[1]:
        book.requires("employees", agencies[1])
    return situation


def _rows_end(change: Close, situation: Situation, book: Book) -> Situation:
    """The unit's rows end: money is freed, and people are redundant."""
    for row in situation.rows_of((change.unit,)):
        book.frees(row.yearly, row)
        line = row.line or situation.study.operating_line(change.unit)
        if row.fte is not None and line is not None:
            book.redundant(situation, row, row.fte, line)
        left = {key: value for key, value in situation.study.spending.items() if key != row.id}
        situation = situation.with_(spending=left)
    return situation
