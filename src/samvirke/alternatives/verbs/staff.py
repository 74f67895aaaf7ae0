"""Add or take away work-years. The money follows on the row's line, and is new or freed until paid for."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.rows import above_nothing, no_more_than
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text, short_number
from samvirke.quantities.expressions import ZERO, Constant, Expression, minus, plus, times
from samvirke.study.changes import Staff
from samvirke.study.money import Spending


def apply(change: Staff, situation: Situation, book: Book) -> Situation:
    """Change the work-years of one row, or make a row."""
    for task in change.tasks or {}:
        situation.task(task, "tasks")
    _refuse_shares(change)
    if change.new_row is not None:
        return _new_row(change, situation, book)
    row = _row(change, situation)
    assert row.fte is not None and row.cost_per_fte is not None
    added, cut = _change_in_fte(change, situation, row, book)
    if added == ZERO and cut == ZERO:
        raise nothing_changes("årsverkene blir som før", "the work-years stay as they are", "fte")
    updates: dict[str, object] = {"fte": minus(plus(row.fte, added), cut)}
    if change.tasks is not None:
        updates["tasks"] = change.tasks
    book.needs(times(added, row.cost_per_fte), row)
    book.frees(times(cut, row.cost_per_fte), row)
    if row.line is not None:
        book.people(situation, added, row.line, "new_post")
        if change.by != "vacancy":
            book.redundant(situation, row, cut, row.line)
    return situation.with_row(row.model_copy(update=updates))


def _refuse_shares(change: Staff) -> None:
    """Shares of tasks add to 1; those that are assumptions are left to the draws."""
    plain = [share.value for share in (change.tasks or {}).values() if isinstance(share, Constant)]
    if change.tasks is not None and len(plain) == len(change.tasks) and abs(sum(plain) - 1) > 1e-6:
        raise ChangeError(
            Text(
                f"andelene av oppgavene blir {short_number(sum(plain), 'nb')}, ikke 1",
                f"the shares of the tasks add to {sum(plain):g}, not 1",
            ),
            Text("La andelene bli 1 til sammen.", "Let the shares add to 1."),
            "tasks",
        )


def _row(change: Staff, situation: Situation) -> Spending:
    """The row of work-years that the change names, or the only one its unit has."""
    row = situation.row(change.row) if change.row is not None else _only_row(change.unit or "", situation)
    if row.fte is None or row.cost_per_fte is None:
        raise ChangeError(
            Text(f"`{row.id}` er ikke ført med årsverk", f"`{row.id}` is not stated in work-years"),
            Text(
                "Før raden med `fte` og `cost_per_fte`, eller bruk `transfer`.",
                "State the row with `fte` and `cost_per_fte`, or use `transfer`.",
            ),
            "row",
        )
    for field in ("cost_per_fte", "line"):
        if getattr(change, field) is not None:
            raise ChangeError(
                Text(
                    f"`{field}` hører til en ny rad, og `{row.id}` finnes fra før",
                    f"`{field}` belongs to a new row, and `{row.id}` is there already",
                ),
                Text(
                    f"Ta bort `{field}`, eller skriv `new_row`.", f"Take `{field}` away, or write `new_row`."
                ),
                field,
            )
    return row


def _only_row(unit: str, situation: Situation) -> Spending:
    situation.actor(unit, "unit")
    rows = [r for r in situation.rows_of((unit,)) if r.fte is not None and r.line is not None]
    if len(rows) != 1:
        which = ", ".join(f"`{row.id}`" for row in rows)
        named = Text(f"({which}) ", f"({which}) ") if rows else Text("", "")
        raise ChangeError(
            Text(
                f"`{unit}` har {len(rows)} rader med årsverk, og endringen sier ikke hvilken",
                f"`{unit}` has {len(rows)} rows with work-years, and the change does not say which",
            ),
            Text(
                "Skriv `row` {named}i stedet for `unit`, eller behold `unit` og lag en ny rad med `new_row`, "
                "`cost_per_fte` og `tasks`.",
                "Write `row` {named}instead of `unit`, or keep `unit` and make a new row with `new_row`, "
                "`cost_per_fte` and `tasks`.",
            ).format(named=named),
            "unit",
        )
    return rows[0]


def _change_in_fte(
    change: Staff, situation: Situation, row: Spending, book: Book
) -> tuple[Expression, Expression]:
    """Work-years added, and work-years cut: a cut takes no more than there are."""
    assert row.fte is not None and row.cost_per_fte is not None
    if change.fte == "all":
        return ZERO, row.fte
    if isinstance(change.share, Constant):
        part = times(Constant(abs(change.share.value)), row.fte)
        return (part, ZERO) if change.share.value > 0 else (ZERO, part)
    if change.share is not None:
        by = times(situation.now(change.share), row.fte)
    else:
        assert change.fte is not None
        by = situation.now(change.fte)
    wanted = above_nothing(minus(ZERO, by))
    if wanted == ZERO:
        return by, ZERO
    book.floored(row, times(wanted, row.cost_per_fte), row.yearly, "fte")
    return above_nothing(by), no_more_than(wanted, row.fte)


def _new_row(change: Staff, situation: Situation, book: Book) -> Situation:
    assert change.new_row and change.unit and change.cost_per_fte and change.tasks
    situation.actor(change.unit, "unit")
    if change.new_row in situation.study.spending:
        raise ChangeError(
            Text(f"raden `{change.new_row}` finnes allerede", f"the row `{change.new_row}` exists already"),
            Text("Gi den nye raden en annen id.", "Give the new row another id."),
            "new_row",
        )
    none = isinstance(change.fte, Constant) and change.fte.value <= 0
    if change.fte is None or change.fte == "all" or none:
        raise ChangeError(
            Text("en ny rad trenger et antall årsverk", "a new row needs a number of work-years"),
            Text("Skriv antallet i `fte`, over null.", "Give the number in `fte`, above nothing."),
            "fte",
        )
    fte = situation.now(change.fte)
    fields: dict[str, object] = {
        "id": change.new_row,
        "actor": change.unit,
        "tasks": change.tasks,
        "line": change.line or situation.operating_line(change.unit, "unit"),
        "kind": "personnel",
        "fte": fte,
        "cost_per_fte": situation.now(change.cost_per_fte),
    }
    row = Spending.model_construct(**fields)  # type: ignore[arg-type]  # what a file holds is never a sum
    assert row.line is not None
    book.needs(row.yearly, row)
    book.people(situation, fte, row.line, "new_post")
    return situation.with_row(row)
