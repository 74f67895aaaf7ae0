"""What things in a study are called: the name of an actor, a task, a line, a row, an alternative."""

from __future__ import annotations

from samvirke.alternatives.journal import NEW_APPROPRIATION
from samvirke.consequences.catalogue import definition, parameters
from samvirke.language import NO_BREAK_SPACE, Text
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
    gap = NO_BREAK_SPACE
    chapter, item = str(line.chapter), f"{line.item:02d}"
    return Text(gap.join(("Kap.", chapter, "post", item)), gap.join(("Ch.", chapter, "item", item)))


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


def figure_label(study: Study, name: str) -> Text:
    """What a figure of the catalogue is called, with years, lines and rows by their names.

    Raises KeyError when the catalogue has no such figure.
    """
    kind = definition(name)
    if kind is None:
        raise KeyError(name)
    values: dict[str, Text] = {}
    for key, value in parameters(name).items():
        match key:
            case "line":
                values[key] = line_name(study.lines[value])
            case "row":
                values[key] = row_name(study, value)
            case "actor":
                values[key] = actor_name(study, value)
            case "account":
                values[key] = giver_name(study, value)
            case "year" if value == "full_year":
                values[key] = Text("det første hele året", "the first whole year")
            case _:
                values[key] = Text(value, value)
    return kind.label.format(**values)
