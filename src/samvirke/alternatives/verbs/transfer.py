"""Move money between rows, or from a row or a line outside the effort to what a change needs."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import NEW_APPROPRIATION, ONE_OFF_NEED, RECURRING_NEED, Leg, leg_of
from samvirke.alternatives.rows import above_nothing, decreased, increased, no_more_than
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.quantities.expressions import ZERO, Expression, minus, total
from samvirke.study.changes import End, Transfer
from samvirke.study.money import Spending


def apply(change: Transfer, situation: Situation, book: Book) -> Situation:
    """Move a stated amount a year. What is `as-needed` waits until the needs are known."""
    giver = _giver(change, situation)
    if isinstance(change.amount, str):
        return situation
    if change.amount == ZERO:
        raise nothing_changes("beløpet er null", "the amount is zero", "amount")
    wanted = situation.now(change.amount)
    if not isinstance(change.to, End):
        account = ONE_OFF_NEED if change.to == "one-off" else RECURRING_NEED
        situation, amount = _taken(situation, book, giver, wanted)
        book.post(amount, giver, Leg(account), "transfer")
        return situation
    if change.to.line is not None:
        situation, amount = _taken(situation, book, giver, wanted)
        book.post(amount, giver, Leg(change.to.line), "transfer")
        book.redirects(situation.study, giver, change.to.line)
        return situation
    situation, taker = _taker(change.to, situation)
    return _to_row(situation, book, giver, taker, wanted)


def pay_recurring_needs(change: Transfer, situation: Situation, book: Book) -> Situation:
    """Meet what the alternative's other changes need each year in this phase and nothing pays yet."""
    giver = _giver(change, situation)
    own = [p for p in book.postings if book.owners[p.change] == book.owner]
    taken = [p for p in own if p.giver.account == RECURRING_NEED]
    met = total([p.amount for p in own if p.taker.account == RECURRING_NEED])
    need = above_nothing(minus(total([p.amount for p in taken]), met))
    if need == ZERO:
        return situation
    situation, amount = _taken(situation, book, giver, need, stated=False)
    book.post(amount, giver, Leg(RECURRING_NEED), "transfer")
    for posting in taken if amount != ZERO else ():
        book.redirects(situation.study, giver, posting.taker.account)
    return situation


def _giver(change: Transfer, situation: Situation) -> Leg:
    if not isinstance(change.sender, End):
        return Leg(NEW_APPROPRIATION)
    if change.sender.line is not None:
        return Leg(change.sender.line)
    return leg_of(_on_a_line(situation.row(change.sender.row or "", "from"), "from"))


def _on_a_line(row: Spending, field: str) -> Spending:
    if row.line is None:
        raise ChangeError(
            Text(
                f"`{row.id}` betales ikke over statsbudsjettet",
                f"`{row.id}` is not paid from the state budget",
            ),
            Text("Velg en rad med `line`.", "Choose a row that has a `line`."),
            field,
        )
    return row


def _taken(
    situation: Situation, book: Book, giver: Leg, wanted: Expression, *, stated: bool = True
) -> tuple[Situation, Expression]:
    """What the giver gives, and the situation after it: a row gives no more than it has, and is then less."""
    if giver.row is None:
        return situation, wanted
    row = situation.study.spending[giver.row]
    available = row.yearly if book.runs(row) else ZERO
    book.floored(row, wanted, available, "amount", stated=stated)
    amount = no_more_than(wanted, available)
    return (situation.with_row(decreased(row, amount)) if amount != ZERO else situation), amount


def _taker(end: End, situation: Situation) -> tuple[Situation, str]:
    """The row that gets the money, made first when it is new."""
    if end.new_row is None:
        return situation, _on_a_line(situation.row(end.row or "", "to"), "to").id
    new = _on_a_line(end.new_row, "to")
    situation.actor(new.actor, "to")
    for task in new.tasks:
        situation.task(task, "to")
    if new.id in situation.study.spending:
        raise ChangeError(
            Text(f"raden `{new.id}` finnes allerede", f"the row `{new.id}` exists already"),
            Text("Gi den nye raden en annen id.", "Give the new row another id."),
            "to",
        )
    # The new row's own amount is only a form; what it gets is what is transferred.
    nothing = {"amount": ZERO} if new.amount is not None else {"fte": ZERO}
    return situation.with_row(new.model_copy(update=nothing)), new.id


def _to_row(situation: Situation, book: Book, giver: Leg, taker: str, wanted: Expression) -> Situation:
    if giver.row == taker:
        raise nothing_changes("raden gir til seg selv", "the row gives to itself", "to")
    row = situation.study.spending[taker]
    if not book.runs(row):
        return situation
    situation, amount = _taken(situation, book, giver, wanted)
    leg = leg_of(row)
    book.post(amount, giver, leg, "transfer")
    book.redirects(situation.study, giver, leg.account)
    return situation.with_row(increased(row, amount))
