"""Move a unit to another host, or a task to another actor."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.mentions import meets_instead
from samvirke.alternatives.parts import handed_over, legal_step
from samvirke.alternatives.relocation import change_line, follows_host, relocate
from samvirke.alternatives.rows import split
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.study.changes import Move
from samvirke.study.organisation import Responsibility

CANNOT_MOVE = ("ministry", "ngo", "parliament", "government")


def apply(change: Move, situation: Situation, book: Book) -> Situation:
    """Move the unit or the task that the change names."""
    return _unit(change, situation, book) if change.unit is not None else _task(change, situation, book)


def _unit(change: Move, situation: Situation, book: Book) -> Situation:
    assert change.unit is not None
    actor = situation.actor(change.unit, "unit")
    situation.actor(change.to, "to")
    if actor.kind in CANNOT_MOVE:
        raise ChangeError(
            Text(f"`{change.unit}` har ingen vert å flytte fra", f"`{change.unit}` has no host to move from"),
            Text("Flytt en enhet eller et organ.", "Move a unit or an agency."),
            "unit",
        )
    if change.to in situation.study.under(change.unit):
        raise ChangeError(
            Text(
                f"`{change.to}` hører selv til `{change.unit}`",
                f"`{change.to}` itself belongs to `{change.unit}`",
            ),
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
    study = situation.study
    task = situation.task(change.task)
    situation.actor(change.to, "to")
    situation.actor(change.sender, "from")
    if change.to == change.sender:
        raise nothing_changes(
            f"`{task.id}` blir hos `{change.to}`", f"`{task.id}` stays with `{change.to}`", "to"
        )
    responsibility = _parts_moved(change, study.responsibility(task.id))
    situation = situation.with_responsibility(task.id, responsibility)
    if "does" in change.parts:
        situation = meets_instead(situation, task.id, change.sender, change.to)
    if change.staff == "follows":
        situation = _staff_follows(change, situation, book)
    situation = _grants_follow(change, situation, book)
    if task.area == "grants":
        line = situation.operating_line(change.to, "to")
        book.once(situation.transition().scheme_setup, line, "scheme_setup")
    if "decides" in change.parts and study.agency(change.sender) != study.agency(change.to):
        book.requires("appeal", change.to)
    book.requires_law(situation, legal_step(task, change.to, change.parts), change.to, "to")
    return situation


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
                Text(
                    "Skriv hvem som har rollen i dag, eller bruk `assign`.",
                    "Say who has the part today, or use `assign`.",
                ),
                "from",
            )
        responsibility = handed_over(responsibility, part, change.sender, change.to)
    return responsibility


def _staff_follows(change: Move, situation: Situation, book: Book) -> Situation:
    """The part of each row that is spent on the task goes to the new actor, and to its operating line."""
    assert change.task is not None and change.sender is not None
    study = situation.study
    new_line = situation.operating_line(change.to, "to")
    agencies = study.agency(change.sender), study.agency(change.to)
    rows = [r for r in situation.rows_of((change.sender,)) if change.task in r.tasks and r.kind != "grant"]
    if not rows:
        raise ChangeError(
            Text(
                f"`{change.sender}` bruker ingen penger på `{change.task}` som kan følge",
                f"`{change.sender}` spends no money on `{change.task}` that could follow",
            ),
            Text("Skriv `staff: stays`.", "Write `staff: stays`."),
            "staff",
        )
    for row in rows:
        taken, rest = split(row, change.task)
        if rest is not None:
            taken = taken.model_copy(update={"id": f"{row.id}--{change.id}"})
            situation = situation.with_row(rest)
            book.divides(rest, taken)
        taken = taken.model_copy(update={"actor": change.to})
        situation = situation.with_row(taken)
        situation = follows_host(situation, book, taken, study.operating_line(change.sender), new_line)
        book.carries(taken, *agencies, new_line)
    if agencies[0] != agencies[1]:
        book.requires("employees", agencies[1])
    return situation


def _grants_follow(change: Move, situation: Situation, book: Book) -> Situation:
    """Grant rows administered by the task: the money follows to the new administrator's line, or stays."""
    study = situation.study
    rows = [
        row for row in study.spending.values() if row.administered_by == change.task and row.line is not None
    ]
    if rows and change.money is None:
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
    if not rows or change.money == "stays":
        return situation
    new_line = study.grant_line(change.to)
    if new_line is None:
        raise ChangeError(
            Text(f"`{change.to}` har ingen tilskuddspost", f"`{change.to}` has no grant line"),
            Text(
                "Skriv `grant_line` for aktøren, eller `money: stays`.",
                "Give the actor a `grant_line`, or write `money: stays`.",
            ),
            "to",
        )
    for row in rows:
        situation = change_line(situation, book, row, new_line)
    return situation
