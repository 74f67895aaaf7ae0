"""Move a unit to another host, or a task to another actor."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Moved, leg_of
from samvirke.alternatives.parts import with_part, without_part
from samvirke.alternatives.relocation import change_line, fte_of, relocate
from samvirke.alternatives.rows import split
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.quantities.expressions import Expression
from samvirke.study.changes import Move
from samvirke.study.money import Spending
from samvirke.study.organisation import Doer, Responsibility


def apply(change: Move, situation: Situation, book: Book) -> Situation:
    """Move the unit or the task that the change names."""
    return _unit(change, situation, book) if change.unit is not None else _task(change, situation, book)


def _unit(change: Move, situation: Situation, book: Book) -> Situation:
    assert change.unit is not None
    actor = situation.actor(change.unit, "unit")
    situation.actor(change.to, "to")
    if change.to in situation.study.under(change.unit):
        raise ChangeError(
            Text(f"`{change.to}` hører selv til `{change.unit}`", f"`{change.to}` itself belongs to `{change.unit}`"),
            Text("Velg en vert utenfor enheten.", "Choose a host outside the unit."),
            "to",
        )
    place = change.place if change.place != actor.place else None
    if change.to == actor.parent and place is None:
        raise nothing_changes(
            f"`{change.unit}` ligger allerede der", f"`{change.unit}` is there already", "to"
        )
    return relocate(situation, book, change.unit, change.to, place, all_money=change.money == "all")


def _task(change: Move, situation: Situation, book: Book) -> Situation:
    assert change.task is not None and change.sender is not None
    task = situation.task(change.task)
    situation.actor(change.to, "to")
    situation.actor(change.sender, "from")
    if change.to == change.sender:
        raise nothing_changes(f"`{change.task}` blir hos `{change.to}`", f"`{change.task}` stays with `{change.to}`", "to")
    situation = situation.with_responsibility(
        change.task, _parts_moved(change, situation.study.responsibility(change.task))
    )
    fte = fte_of(())
    if change.staff == "follows":
        situation, fte = _staff_follows(change, situation, book)
    situation = _grants(change, situation, book)
    book.moved(Moved(change.id, "task", change.task, fte, employer=_other_employer(change, situation)))
    candidate = next((c for c in task.candidates if c.actor == change.to and c.part in change.parts), None)
    line = situation.study.operating_line(change.to)
    if candidate is not None:
        book.requires_law(situation, candidate.legal, line, change.to)
    return situation


def _other_employer(change: Move, situation: Situation) -> bool:
    assert change.sender is not None
    return situation.study.agency(change.sender) != situation.study.agency(change.to)


def _parts_moved(change: Move, responsibility: Responsibility) -> Responsibility:
    assert change.sender is not None
    for part in change.parts:
        if change.sender not in responsibility.of(part):
            word = Text("avgjør", "decide") if part == "decides" else Text("utfører", "do")
            raise ChangeError(
                Text(
                    f"`{change.sender}` {word.nb} ikke `{change.task}`",
                    f"`{change.sender}` does not {word['en']} `{change.task}`",
                ),
                Text("Skriv hvem som har rollen i dag, eller bruk `assign`.", "Say who has the part today, or use `assign`."),
                "from",
            )
        old = next((d for d in responsibility.does if d.actor == change.sender), None)
        responsibility = without_part(responsibility, part, change.sender)
        if change.to not in responsibility.of(part):
            share, groups = (old.share, old.groups) if part == "does" and old else (None, ())
            doer = Doer(actor=change.to).model_copy(update={"share": share, "groups": groups})
            responsibility = with_part(responsibility, part, doer)
    return responsibility


def _staff_follows(change: Move, situation: Situation, book: Book) -> tuple[Situation, Expression]:
    """The part of each row that is spent on the task goes to the new actor's operating line."""
    assert change.task is not None and change.sender is not None
    old_line = situation.study.operating_line(change.sender)
    moved: list[Spending] = []
    for row in situation.rows_of((change.sender,)):
        if change.task not in row.tasks or row.kind == "grant":
            continue
        taken, rest = split(row, change.task)
        if rest is None:
            situation = situation.with_row(row.model_copy(update={"actor": change.to}))
            taken = situation.study.spending[row.id]
        else:
            new_id = f"{row.id}--{change.id}"
            taken = taken.model_copy(update={"actor": change.to, "id": new_id})
            situation = situation.with_row(rest).with_row(taken)
        moved.append(taken)
        if row.line is not None and row.line == old_line:
            new_line = situation.operating_line(change.to, "to")
            situation = change_line(situation, book, taken, new_line, situation.transition().overhead_follows)
    fte = fte_of(tuple(moved))
    if not moved:
        raise ChangeError(
            Text(
                f"`{change.sender}` bruker ingen penger på `{change.task}` som kan følge",
                f"`{change.sender}` spends no money on `{change.task}` that could follow",
            ),
            Text("Skriv `staff: stays`.", "Write `staff: stays`."),
            "staff",
        )
    line = situation.operating_line(change.to, "to")
    book.moves_people(situation, fte, line, "new_host" if _other_employer(change, situation) else "no_move")
    if _other_employer(change, situation):
        book.requires("employees", change.to)
    return situation, fte


def _grants(change: Move, situation: Situation, book: Book) -> Situation:
    """Grant rows administered by the task: the money follows to the new administrator's line, or stays."""
    study = situation.study
    rows = [row for row in study.spending.values() if row.administered_by == change.task and row.line is not None]
    if not rows:
        return situation
    if change.money is None:
        raise ChangeError(
            Text(
                f"`{change.task}` forvalter tilskudd, og endringen sier ikke om pengene følger",
                f"`{change.task}` administers grants, and the change does not say whether the money follows",
            ),
            Text(
                "Skriv `money: follows` eller `money: stays` (belastningsfullmakt på dagens post).",
                "Write `money: follows` or `money: stays` (authority to charge today's line).",
            ),
            "money",
        )
    if change.money == "follows":
        new_line = study.grant_line(change.to)
        if new_line is None:
            raise ChangeError(
                Text(f"`{change.to}` har ingen tilskuddspost", f"`{change.to}` has no grant line"),
                Text("Skriv `grant_line` for aktøren, eller `money: stays`.", "Give the actor a `grant_line`, or write `money: stays`."),
                "to",
            )
        for row in rows:
            moved = row.model_copy(update={"line": new_line})
            if row.line != new_line:
                book.post(row.yearly, leg_of(row), leg_of(moved), "line")
                book.requires("appropriation", study.lines[new_line].ministry)
            situation = situation.with_row(moved)
    line = situation.study.operating_line(change.to)
    if line is not None:
        book.once(situation.transition().scheme_setup, line, "scheme_setup")
    book.requires("appeal", change.to)
    return situation
