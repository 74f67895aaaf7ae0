"""Move money between rows, or from a row or a line outside the effort to what a change needs."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import NEW_APPROPRIATION, ONE_OFF_NEED, RECURRING_NEED, Leg, leg_of
from samvirke.alternatives.rows import decreased, increased
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.quantities.expressions import ZERO, Expression, greater, lesser, minus, total
from samvirke.study.changes import End, Transfer


def apply(change: Transfer, situation: Situation, book: Book) -> Situation:
    """Move a stated amount a year. What is `as-needed` waits until the needs are known."""
    giver, situation = _giver(change, situation, book)
    if isinstance(change.amount, str):
        return situation
    if change.amount == ZERO:
        raise nothing_changes("beløpet er null", "the amount is zero", "amount")
    return _paid(change, situation, book, giver, situation.now(change.amount))


def pay_recurring_needs(change: Transfer, situation: Situation, book: Book) -> Situation:
    """Meet what the other changes of the phase need each year and nothing pays yet."""
    taken = total([p.amount for p in book.postings if p.giver.account == RECURRING_NEED])
    met = total([p.amount for p in book.postings if p.taker.account == RECURRING_NEED])
    need = minus(taken, met)
    if need == ZERO:
        raise nothing_changes("det er ingenting å dekke", "there is nothing to pay for", "to")
    giver, situation = _giver(change, situation, book)
    return _paid(change, situation, book, giver, greater(need, ZERO))


def _giver(change: Transfer, situation: Situation, book: Book) -> tuple[Leg, Situation]:
    if not isinstance(change.sender, End):
        return Leg(NEW_APPROPRIATION), situation
    if change.sender.line is not None:
        return Leg(change.sender.line), situation
    row = situation.row(change.sender.row or "", "from")
    if row.line is None:
        raise ChangeError(
            Text(f"`{row.id}` betales ikke over statsbudsjettet", f"`{row.id}` is not paid from the state budget"),
            Text("Velg en rad med `line`.", "Choose a row that has a `line`."),
            "from",
        )
    return leg_of(row), situation


def _paid(change: Transfer, situation: Situation, book: Book, giver: Leg, wanted: Expression) -> Situation:
    """Take the amount from the giver, no more than there is, and give it to the taker."""
    amount = wanted
    if giver.row is not None:
        row = situation.study.spending[giver.row]
        book.floored(row.id, wanted, row.yearly)
        amount = lesser(wanted, row.yearly)
        situation = situation.with_row(decreased(row, amount))
    if change.to == "one-off":
        book.post(amount, giver, Leg(ONE_OFF_NEED), "transfer")
        return situation
    if change.to == "recurring":
        book.post(amount, giver, Leg(RECURRING_NEED), "transfer")
        return situation
    assert isinstance(change.to, End)
    if change.to.line is not None:
        book.post(amount, giver, Leg(change.to.line), "transfer")
        return situation
    if change.to.new_row is not None:
        new = change.to.new_row
        if new.id in situation.study.spending:
            raise ChangeError(
                Text(f"raden `{new.id}` finnes allerede", f"the row `{new.id}` exists already"),
                Text("Gi den nye raden en annen id.", "Give the new row another id."),
                "to",
            )
        # The new row's own amount is only a form; what it gets is what is transferred.
        empty = new.model_copy(update={"amount": ZERO} if new.amount is not None else {"fte": ZERO})
        situation = situation.with_row(empty)
        taker = new.id
    else:
        taker = situation.row(change.to.row or "", "to").id
    row = situation.study.spending[taker]
    if giver.row == taker:
        raise nothing_changes("raden gir til seg selv", "the row gives to itself", "to")
    if row.line is None:
        raise ChangeError(
            Text(f"`{row.id}` betales ikke over statsbudsjettet", f"`{row.id}` is not paid from the state budget"),
            Text("Velg en rad med `line`.", "Choose a row that has a `line`."),
            "to",
        )
    book.post(amount, giver, leg_of(row), "transfer")
    if giver.is_line and situation.study.lines[giver.account].chapter != situation.study.lines[row.line].chapter:
        book.requires("appropriation", situation.study.lines[row.line].ministry)
    return situation.with_row(increased(row, amount))
