"""Picture: who belongs to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.tree import Branch, trees
from samvirke.report.words.naming import actor_name
from samvirke.report.words.sectors import OTHER_SECTORS, sector
from samvirke.report.words.states import in_first, states
from samvirke.study.organisation import Part
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

NAME = "organisation"
ON_TOP = ("parliament", "government", "ministry")  # who has a tree each, in this order


def organisation(results: Results) -> Picture | None:
    """Everybody with a part in a task, below those they belong to; nothing where nobody has one."""
    first = states(results)[0]
    study = first.study
    shown = _shown(study)
    if not shown:
        return None
    groups = tuple(_groups(study, shown))
    when = in_first((first,))
    counted = Text(
        f"{len(shown)} organer: de som har en rolle i en oppgave, og de som har et slikt organ under seg. De "
        "som bare har penger eller en plikt, er ikke tegnet.",
        f"{len(shown)} bodies: those with a part in a task, and those that have such a body below them. "
        "Those that only have money or a duty are not drawn.",
    )
    caption = Text(
        f"Hvem som hører under hvem {when.nb}. {counted.nb}",
        f"Who reports to whom {when['en']}. {counted['en']}",
    )
    below = sum(study.actors[actor].parent is not None for actor in shown)
    alt = Text(
        f"{counted.nb} {below} av dem hører under et annet og står innrykket under det. Hvem som har hvilken "
        "rolle, står i tabellene.",
        f"{counted['en']} {below} of them belong to another and stand indented below it. Who has which part "
        "stands in the tables.",
    )
    return Picture(NAME, caption, alt, chart(lambda language: trees(groups, language)))


def _shown(study: Study) -> tuple[str, ...]:
    """Whoever has a part in a task, and all above them, in file order."""
    with_part = {
        actor
        for task in study.tasks
        for part in get_args(Part)
        for actor in study.responsibility(task).of(part)
    }
    kept = {above for actor in with_part for above in study.above(actor) if study.actors[above].exists}
    return tuple(actor for actor in study.actors if actor in kept)


def _groups(study: Study, shown: tuple[str, ...]) -> Iterator[Branch]:
    """A tree for each of those on top, and those that are below none of them gathered by what they are."""
    for kind in ON_TOP:
        yield from (_whole(study, shown, actor) for actor in shown if study.actors[actor].kind == kind)
    for key, called in OTHER_SECTORS.items():
        rest = (a for a in shown if study.actors[a].kind not in ON_TOP)
        tops = [a for a in rest if study.actors[a].parent not in shown and sector(study, a) == key]
        if tops:
            yield Branch(called, tuple(_whole(study, shown, top) for top in tops), heading=True)


def _whole(study: Study, shown: tuple[str, ...], actor: str) -> Branch:
    below = tuple(_whole(study, shown, one) for one in shown if study.actors[one].parent == actor)
    return Branch(actor_name(study, actor), below)
