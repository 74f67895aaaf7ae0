"""What follows a unit to a new host: the units under it, its staff and running costs, and its place."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Leg, leg_of
from samvirke.alternatives.situation import Situation
from samvirke.language import Text
from samvirke.quantities.expressions import ONE, Expression, minus, times
from samvirke.study.money import Spending


def change_line(
    situation: Situation, book: Book, row: Spending, line: str, share: Expression = ONE
) -> Situation:
    """Pay a row from another line from now on.

    `share` is how much of the old line's money follows; the rest the old host cannot shed, and the new
    line needs it anew.
    """
    moved = row.model_copy(update={"line": line})
    if row.line is not None and row.line != line and book.runs(row):
        giver = leg_of(row)
        book.post(times(row.yearly, share), giver, leg_of(moved), "line")
        book.redirects(situation.study, giver, line)
        if share != ONE:
            left_behind = times(row.yearly, minus(ONE, share))
            book.needs(left_behind, moved)
            # What stays behind is no longer spent on the effort, but the old line still spends it.
            book.post(left_behind, giver, Leg(giver.account), "overhead")
    return situation.with_row(moved)


def follows_host(
    situation: Situation, book: Book, row: Spending, old_line: str | None, new_line: str
) -> Situation:
    """A row goes from the old host's operating line to the new one's; a row on any other line stays there."""
    if row.line is None or row.kind == "grant" or row.line == new_line:
        return situation
    if row.line != old_line:
        book.stayed.append(row.id)
        return situation
    return change_line(situation, book, row, new_line, situation.transition().overhead_follows)


def relocate(
    situation: Situation,
    book: Book,
    unit: str,
    host: str,
    place: Text | None,
    *,
    all_money: bool = False,
    keeps_lines: bool = True,
) -> Situation:
    """Put a unit under another host and let what belongs to it follow.

    Personnel and running costs on the old host's operating line go to the new host's; rows on other lines
    stay where they are unless `all_money` says otherwise; grants to recipients never move with a unit.
    Without `keeps_lines` the unit gives up lines of its own.
    """
    study = situation.study
    actor = situation.actor(unit, "unit")
    changes: dict[str, object] = {"parent": host, "place": place or actor.place}
    if not keeps_lines:
        changes |= {"operating_line": None, "grant_line": None}
    situation = situation.with_(actors={**study.actors, unit: actor.model_copy(update=changes)})
    receiving = situation.operating_line(unit, "to")
    agencies = study.agency(unit), situation.study.agency(unit)
    other_place = place is not None and place != actor.place
    for row in situation.rows_of(study.under(unit)):
        old_line = row.line if all_money else study.operating_line(row.actor)
        new_line = situation.study.operating_line(row.actor) or receiving
        situation = follows_host(situation, book, row, old_line, new_line)
        book.carries(row, *agencies, receiving, place=other_place)
    if agencies[0] != agencies[1]:
        book.requires("employees", agencies[1])
    legal = next((h.legal for h in actor.hosts if h.actor == host and host != actor.parent), "none")
    book.requires_law(situation, legal, host, "to")
    return situation
