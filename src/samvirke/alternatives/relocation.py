"""What follows a unit to a new host: the units under it, its staff and running costs, and its place."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Leg, Moved, leg_of
from samvirke.alternatives.situation import Situation
from samvirke.quantities.expressions import ONE, Expression, minus, times, total
from samvirke.study.money import Spending


def fte_of(rows: tuple[Spending, ...]) -> Expression:
    """The work-years of these rows; rows that state none have none."""
    return total([row.fte for row in rows if row.fte is not None])


def change_line(situation: Situation, book: Book, row: Spending, line: str, share: Expression = ONE) -> Situation:
    """Pay a row from another line from now on.

    `share` is how much of the old line's money follows; the rest the old host cannot shed, and the new
    line needs it anew.
    """
    moved = row.model_copy(update={"line": line})
    if row.line is not None and row.line != line:
        book.post(times(row.yearly, share), leg_of(row), leg_of(moved), "line")
        left_behind = times(row.yearly, minus(ONE, share))
        if share != ONE:
            book.needs(left_behind, moved)
            # What stays behind is no longer spent on the effort, but the old line still spends it.
            book.post(left_behind, leg_of(row), Leg(leg_of(row).account), "overhead")
    return situation.with_row(moved)


def relocate(
    situation: Situation, book: Book, unit: str, host: str, place: object | None, *, all_money: bool = False
) -> Situation:
    """Put a unit under another host and let what belongs to it follow.

    Personnel and running costs on the old host's operating line go to the new host's; rows on other lines
    stay where they are unless `all_money` says otherwise; grants to recipients never move with a unit.
    """
    study = situation.study
    actor = situation.actor(unit, "unit")
    old_line = study.operating_line(unit)
    old_agency = study.agency(unit)
    family = study.under(unit)
    rows = situation.rows_of(family)
    moved = actor.model_copy(update={"parent": host, "place": place or actor.place})
    situation = situation.with_(actors={**study.actors, unit: moved})
    new_line = situation.operating_line(unit, "to")
    share = situation.transition().overhead_follows
    for row in rows:
        if row.line is None or row.kind == "grant" or row.line == new_line:
            continue
        if row.line == old_line or all_money:
            situation = change_line(situation, book, row, new_line, share)
        else:
            book.stayed.append(row.id)
    new_agency = situation.study.agency(unit)
    place_changes = place is not None and place != actor.place
    move = "geographic" if place_changes else "new_host" if new_agency != old_agency else "no_move"
    fte = fte_of(rows)
    book.moves_people(situation, fte, new_line, move)
    book.moved(Moved(book.change.id, "unit", unit, fte, employer=new_agency != old_agency, place=place_changes))
    if new_agency != old_agency:
        book.requires("employees", new_agency)
    crosses = old_line is not None and study.lines[old_line].chapter != study.lines[new_line].chapter
    if crosses and rows:
        book.requires("appropriation", study.lines[new_line].ministry)
    return situation
