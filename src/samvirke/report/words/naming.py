"""What things in a study are called: the name of an actor, a task, a line, a row, an alternative."""

from __future__ import annotations

import re
from collections.abc import Callable

from samvirke.alternatives.journal import NEW_APPROPRIATION
from samvirke.alternatives.plan import Plan
from samvirke.consequences.catalogue import definition, parameters
from samvirke.language import NO_BREAK_SPACE, Text
from samvirke.study.money import Line
from samvirke.study.study import Study

Called = Callable[[Study, str], Text]  # what a body is called: by its whole name or its short one


def actor_name(study: Study, actor: str) -> Text:
    """An actor's name, also of one that only an alternative makes."""
    found = study.actors.get(actor)
    return found.name if found is not None else Text(actor, actor)


ABBREVIATION = re.compile(r"\(([A-ZÆØÅ][A-Za-zÆØÅæøå-]{1,9})\)")
IN_BRACKETS = re.compile(r" *\([^)]*\)")


def short_name(study: Study, actor: str) -> Text:
    """The abbreviation that a name gives in brackets, as “(OECD)”; else the name without brackets.

    Where two names give the same, it is that of the one that stands first.
    """
    found = study.actors.get(actor)
    if found is None:
        return Text(actor, actor)
    own = ABBREVIATION.search(found.name.nb)
    if own is not None and actor == next(
        key for key, other in study.actors.items() if f"({own[1]})" in other.name.nb
    ):
        english = ABBREVIATION.search(found.name["en"])
        return Text(own[1], english[1] if english is not None else own[1])
    return Text(IN_BRACKETS.sub("", found.name.nb), IN_BRACKETS.sub("", found.name["en"]))


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


def item_name(study: Study, line: str) -> Text:
    """Chapter and item, with the short name of who holds it."""
    called, holder = line_name(study.lines[line]), short_name(study, study.lines[line].holder)
    return Text(f"{called.nb} ({holder.nb})", f"{called['en']} ({holder['en']})")


def giver_name(study: Study, account: str) -> Text:
    """A line outside the effort, or the new appropriation."""
    if account == NEW_APPROPRIATION:
        return Text("Ny bevilgning", "New appropriation")
    holder = short_name(study, study.lines[account].holder)
    return Text(f"{holder.nb} av eget budsjett", f"{holder['en']} from its own budget")


def person_name(study: Study, person: str) -> Text:
    """What a person whose way is told is called."""
    return study.pathways.persons[person].name


def alternative_name(study: Study, alternative: str) -> Text:
    """An alternative's name; today's study carried on when none is written."""
    found = study.alternatives.get(alternative)
    return found.name if found is not None else Text("Nullalternativet", "The zero alternative")


def years_looked_at(study: Study) -> str:
    """The study's years, which its sums are over."""
    years = study.assignment.years
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])


PARTIES: dict[str, Text] = {
    "state": Text("staten", "the state"),
    "municipalities": Text("kommuner og fylkeskommuner", "municipalities and counties"),
    "organisations": Text("organisasjoner", "organisations"),
}


def figure_label(study: Study, name: str) -> Text:
    """What a figure of the catalogue is called, with years, lines and rows by their names.

    Raises KeyError when the catalogue has no such figure, or the study lacks what it is about.
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
            case "actor" | "body":
                values[key] = actor_name(study, value)
            case "account":
                values[key] = giver_name(study, value)
            case "party":
                values[key] = PARTIES[value]
            case "person":
                values[key] = person_name(study, value)
            case "year" if value == "full_year":
                values[key] = Text("det første hele året", "the first whole year")
            case _:
                values[key] = Text(value, value)
    return kind.label.format(**values)


def with_names(plan: Plan) -> Study:
    """Today's study with the names of what the alternative makes too."""
    today, final = plan.today, plan.final
    actors, spending = {**final.actors, **today.actors}, {**final.spending, **today.spending}
    return today.with_(actors=actors, spending=spending)


def figure_called(study: Study, name: str) -> Text:
    """The label of a figure that a study names; the name itself where there is no such figure."""
    try:
        return figure_label(study, name)
    except KeyError:
        return Text(name, name)
