"""Make one unit of several. What each had, the new one has; no saving in leadership is assumed."""

from __future__ import annotations

from dataclasses import replace

from samvirke.alternatives.book import Book
from samvirke.alternatives.mentions import replaced_by
from samvirke.alternatives.relocation import relocate
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.language import Text
from samvirke.study.changes import Merge
from samvirke.study.organisation import Actor


def apply(change: Merge, situation: Situation, book: Book) -> Situation:
    """Move each unit to the new host in its own class of move, then let the one replace them."""
    new = change.into
    _refuse_impossible(change, situation)
    for unit in change.units:
        place = new.place if new.place != situation.study.actors[unit].place else None
        situation = relocate(situation, book, unit, new.parent, place, keeps_lines=False)
    spending = {
        key: row.model_copy(update={"actor": new.id}) if row.actor in change.units else row
        for key, row in situation.study.spending.items()
    }
    situation = replaced_by(situation.with_(spending=spending), change.units, new.id)
    situation = situation.with_(actors=_joined(change, situation))
    gone = {unit: (new.id, change.id) for unit in change.units if unit != new.id}
    return replace(situation, became={**situation.became, **gone})


def _joined(change: Merge, situation: Situation) -> dict[str, Actor]:
    """The actors with one unit in the place of the first, and the others gone."""
    new, first = change.into, change.units[0]
    fields = {"id": new.id, "name": new.name, "parent": new.parent, "place": new.place, "hosts": ()}
    found: dict[str, Actor] = {}
    for key, actor in situation.study.actors.items():
        if key == first:
            found[new.id] = actor.model_copy(update=fields)
        elif key not in change.units:
            found[key] = actor
    return found


def _refuse_impossible(change: Merge, situation: Situation) -> None:
    study, new = situation.study, change.into
    if len(set(change.units)) < 2:
        raise ChangeError(
            Text("det må være minst to ulike enheter", "there must be at least two different units"),
            Text("Nevn enhetene som skal slås sammen.", "Name the units that are to be one."),
            "units",
        )
    for unit in change.units:
        if situation.actor(unit, "units").kind != "unit":
            raise ChangeError(
                Text(f"`{unit}` er ikke en enhet", f"`{unit}` is not a unit"),
                Text(
                    "Bare aktører av typen `unit` slås sammen.", "Only actors of kind `unit` can be merged."
                ),
                "units",
            )
        inside = [u for u in (*change.units, new.parent) if u != unit and u in study.under(unit)]
        if inside or new.parent == unit:
            found = inside[0] if inside else unit
            raise ChangeError(
                Text(f"`{found}` hører til `{unit}`", f"`{found}` belongs to `{unit}`"),
                Text(
                    "Slå sammen enheter som ligger ved siden av hverandre.",
                    "Merge units that lie beside each other.",
                ),
                "units",
            )
    if new.id in study.actors and new.id not in change.units:
        raise ChangeError(
            Text(f"`{new.id}` finnes allerede", f"`{new.id}` exists already"),
            Text("Gi den nye enheten en annen id.", "Give the new unit another id."),
            "into",
        )
    situation.actor(new.parent, "into")
