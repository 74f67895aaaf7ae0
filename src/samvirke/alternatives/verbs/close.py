"""End a unit. Its parts and its money go to somebody else, or end, and the change must say which."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Moved
from samvirke.alternatives.parts import actor_replaced, actor_taken_out, has_parts
from samvirke.alternatives.relocation import change_line, fte_of
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.language import Text
from samvirke.study.changes import Close


def apply(change: Close, situation: Situation, book: Book) -> Situation:
    """Take the unit out of the study."""
    unit = change.unit
    study = situation.study
    situation.actor(unit, "unit")
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
            Text("Skriv hvem i `tasks_to`, eller bruk `release` først.", "Say who in `tasks_to`, or `release` them first."),
            "unit",
        )
    rows = situation.rows_of((unit,))
    situation = _rows(change, situation, book)
    if change.tasks_to is not None:
        situation.actor(change.tasks_to, "tasks_to")
        situation = actor_replaced(situation, unit, change.tasks_to)
        book.moved(Moved(change.id, "task", unit, fte_of(())))
    situation = actor_taken_out(situation, unit)
    if change.rows_to is None and rows:
        line = study.operating_line(unit)
        if line is not None:
            book.moves_people(situation, fte_of(rows), line, "no_move")
        book.moved(Moved(change.id, "redundant", unit, fte_of(rows)))
        book.requires("employees", study.agency(unit))
    return situation


def _rows(change: Close, situation: Situation, book: Book) -> Situation:
    """Give the unit's money to `rows_to`, or let it end."""
    old_line = situation.study.operating_line(change.unit)
    for row in situation.rows_of((change.unit,)):
        if change.rows_to is None:
            book.frees(row.yearly, row)
            left = {key: value for key, value in situation.study.spending.items() if key != row.id}
            situation = situation.with_(spending=left)
            continue
        situation.actor(change.rows_to, "rows_to")
        moved = row.model_copy(update={"actor": change.rows_to})
        situation = situation.with_row(moved)
        if row.line is not None and row.line == old_line:
            new_line = situation.operating_line(change.rows_to, "rows_to")
            situation = change_line(situation, book, moved, new_line)
    return situation
