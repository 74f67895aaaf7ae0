"""Make one unit of several. What each had, the new one has; no saving in leadership is assumed."""

from __future__ import annotations

from dataclasses import replace

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Moved
from samvirke.alternatives.parts import actors_replaced
from samvirke.alternatives.relocation import relocate
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.language import Text
from samvirke.quantities.expressions import ZERO
from samvirke.study.changes import Merge


def apply(change: Merge, situation: Situation, book: Book) -> Situation:
    """Move each unit to the new host in its own class of move, then let the one replace them."""
    new = change.into
    _refuse_impossible(change, situation)
    situation.actor(new.parent, "into")
    before = situation.study
    for unit in change.units:
        old = situation.study.actors[unit]
        place = new.place if new.place != old.place else None
        if old.parent != new.parent or place is not None:
            situation = relocate(situation, book, unit, new.parent, place)
        else:
            book.moved(Moved(change.id, "unit", unit, ZERO))
    study = situation.study
    first = study.actors[change.units[0]]
    joined = first.model_copy(
        update={"id": new.id, "name": new.name, "parent": new.parent, "place": new.place, "hosts": ()}
    )
    actors = {}
    for key, actor in study.actors.items():
        if key == change.units[0]:
            actors[new.id] = joined
        elif key not in change.units:
            parent = new.id if actor.parent in change.units else actor.parent
            members = tuple(dict.fromkeys(new.id if m in change.units else m for m in actor.members))
            actors[key] = actor.model_copy(update={"parent": parent, "members": members})
    spending = {
        key: row.model_copy(update={"actor": new.id}) if row.actor in change.units else row
        for key, row in study.spending.items()
    }
    situation = actors_replaced(situation.with_(actors=actors, spending=spending), change.units, new.id)
    gone = {unit: (new.id, change.id) for unit in change.units if unit != new.id}
    for task, responsibility in situation.study.responsibilities.items():
        others = {before.agency(a) for a in before.responsibility(task).doers if a in change.units}
        if new.id in responsibility.doers and situation.study.agency(new.id) not in others:
            book.moved(Moved(change.id, "task", task, ZERO))
    return replace(situation, became={**situation.became, **gone})


def _refuse_impossible(change: Merge, situation: Situation) -> None:
    for unit in change.units:
        situation.actor(unit, "units")
        inside = [u for u in change.units if u != unit and u in situation.study.under(unit)]
        if inside:
            raise ChangeError(
                Text(f"`{inside[0]}` hører til `{unit}`", f"`{inside[0]}` belongs to `{unit}`"),
                Text("Slå sammen enheter som ligger ved siden av hverandre.", "Merge units that lie beside each other."),
                "units",
            )
    if change.into.id in situation.study.actors and change.into.id not in change.units:
        raise ChangeError(
            Text(f"`{change.into.id}` finnes allerede", f"`{change.into.id}` exists already"),
            Text("Gi den nye enheten en annen id.", "Give the new unit another id."),
            "into",
        )
