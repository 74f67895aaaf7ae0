"""Add or take away work-years. The money follows on the row's line, and is new or freed until paid for."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Moved
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.quantities.expressions import (
    ZERO,
    Constant,
    Expression,
    Operation,
    greater,
    lesser,
    minus,
    plus,
    times,
)
from samvirke.study.changes import Staff
from samvirke.study.money import Spending


def apply(change: Staff, situation: Situation, book: Book) -> Situation:
    """Change the work-years of one row, or make a row."""
    if change.new_row is not None:
        return _new_row(change, situation, book)
    row = _row(change, situation)
    assert row.fte is not None and row.cost_per_fte is not None
    added, cut = _change_in_fte(change, situation, row, book)
    if added == ZERO and cut == ZERO:
        raise nothing_changes("årsverkene blir som før", "the work-years stay as they are", "fte")
    fte = minus(plus(row.fte, added), cut)
    updates: dict[str, object] = {"fte": fte}
    if change.tasks is not None:
        updates["tasks"] = change.tasks
    book.needs(times(added, row.cost_per_fte), row)
    book.frees(times(cut, row.cost_per_fte), row)
    _once(change, situation, book, row, added, cut)
    return situation.with_row(row.model_copy(update=updates))


def _row(change: Staff, situation: Situation) -> Spending:
    if change.row is not None:
        row = situation.row(change.row)
    else:
        situation.actor(change.unit or "", "unit")
        rows = [r for r in situation.rows_of((change.unit or "",)) if r.fte is not None and r.line is not None]
        if len(rows) != 1:
            raise ChangeError(
                Text(
                    f"`{change.unit}` har {len(rows)} rader med årsverk, og endringen sier ikke hvilken",
                    f"`{change.unit}` has {len(rows)} rows with work-years, and the change does not say which",
                ),
                Text("Skriv `row`, eller `new_row` for en ny.", "Give `row`, or `new_row` for a new one."),
                "unit",
            )
        row = rows[0]
    if row.fte is None or row.cost_per_fte is None:
        raise ChangeError(
            Text(f"`{row.id}` er ikke ført med årsverk", f"`{row.id}` is not stated in work-years"),
            Text("Før raden med `fte` og `cost_per_fte`, eller bruk `transfer`.", "State the row with `fte` and `cost_per_fte`, or use `transfer`."),
            "row",
        )
    return row


def _change_in_fte(
    change: Staff, situation: Situation, row: Spending, book: Book
) -> tuple[Expression, Expression]:
    """Work-years added, and work-years cut: a cut takes no more than there are."""
    assert row.fte is not None and row.cost_per_fte is not None
    if change.fte == "all":
        return ZERO, row.fte
    if change.share is not None:
        by = times(row.fte, situation.now(change.share))
        negative = isinstance(change.share, Constant) and change.share.value < 0
        return (ZERO, times(Constant(-1.0), by)) if negative else (by, ZERO)
    assert isinstance(change.fte, Constant | Operation) or change.fte is not None
    by = situation.now(change.fte)  # type: ignore[arg-type]
    if isinstance(by, Constant) and by.value >= 0:
        return by, ZERO
    wanted = Constant(-by.value) if isinstance(by, Constant) else greater(minus(ZERO, by), ZERO)
    book.floored(row.id, times(wanted, row.cost_per_fte), row.yearly)
    added = ZERO if isinstance(by, Constant) else greater(by, ZERO)
    return added, lesser(wanted, row.fte)


def _new_row(change: Staff, situation: Situation, book: Book) -> Situation:
    assert change.new_row and change.unit and change.cost_per_fte and change.tasks
    situation.actor(change.unit, "unit")
    for task in change.tasks:
        situation.task(task, "tasks")
    if change.new_row in situation.study.spending:
        raise ChangeError(
            Text(f"raden `{change.new_row}` finnes allerede", f"the row `{change.new_row}` exists already"),
            Text("Gi den nye raden en annen id.", "Give the new row another id."),
            "new_row",
        )
    if change.fte in (None, "all"):
        raise ChangeError(
            Text("en ny rad trenger et antall årsverk", "a new row needs a number of work-years"),
            Text("Skriv antallet i `fte`.", "Give the number in `fte`."),
            "fte",
        )
    line = change.line or situation.operating_line(change.unit, "unit")
    fte = situation.now(change.fte)  # type: ignore[arg-type]
    row = Spending.model_construct(
        **{
            **{name: field.get_default(call_default_factory=True) for name, field in Spending.model_fields.items()},
            "id": change.new_row,
            "actor": change.unit,
            "tasks": change.tasks,
            "line": line,
            "kind": "personnel",
            "fte": fte,
            "cost_per_fte": situation.now(change.cost_per_fte),
        }
    )
    book.needs(row.yearly, row)
    _once(change, situation, book, row, fte, ZERO)
    return situation.with_row(row)


def _once(
    change: Staff, situation: Situation, book: Book, row: Spending, added: Expression, cut: Expression
) -> None:
    """Recruiting costs something for each post; cutting does unless the posts are vacant."""
    if row.line is None:
        return
    if added != ZERO:
        book.moves_people(situation, added, row.line, "new_post")
    if cut != ZERO and change.by != "vacancy":
        book.moves_people(situation, cut, row.line, "no_move")
        book.moved(Moved(change.id, "redundant", row.id, cut))
        book.requires("employees", situation.study.agency(row.actor))
