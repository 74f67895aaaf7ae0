"""What things in a study are called: the name of an actor, a task, a line, a row, an alternative."""

from __future__ import annotations

from samvirke.alternatives.journal import NEW_APPROPRIATION
from samvirke.language import Text
from samvirke.study.money import Line
from samvirke.study.study import Study


def actor_name(study: Study, actor: str) -> Text:
    """An actor's name, also of one that only an alternative makes."""
    found = study.actors.get(actor)
    return found.name if found is not None else Text(actor, actor)


def task_name(study: Study, task: str) -> Text:
    """A task's name."""
    return study.tasks[task].name if task in study.tasks else Text(task, task)


def row_name(study: Study, row: str) -> Text:
    """A spending row's name, or who spends it when it has none."""
    found = study.spending.get(row)
    if found is None:
        return Text(row, row)
    return found.name or actor_name(study, found.actor)


def line_name(line: Line) -> Text:
    """Chapter and item as budget documents write them."""
    return Text(f"Kap. {line.chapter} post {line.item:02d}", f"Ch. {line.chapter} item {line.item:02d}")


def giver_name(study: Study, account: str) -> Text:
    """A line outside the effort, or the new appropriation."""
    if account == NEW_APPROPRIATION:
        return Text("Ny bevilgning", "New appropriation")
    holder = actor_name(study, study.lines[account].holder)
    return Text(f"{holder.nb} innenfor egen ramme", f"{holder['en']} within its own frame")


def alternative_name(study: Study, alternative: str) -> Text:
    """An alternative's name; today's study carried on when none is written."""
    found = study.alternatives.get(alternative)
    return found.name if found is not None else Text("Nullalternativet", "The zero alternative")
