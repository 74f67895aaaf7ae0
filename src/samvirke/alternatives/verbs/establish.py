"""Make a unit or an agency. Nothing else follows: staff and tasks come by changes of their own."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.language import Text
from samvirke.study.changes import Establish
from samvirke.study.organisation import Actor


def apply(change: Establish, situation: Situation, book: Book) -> Situation:
    """Add the actor, or let one that was only thought of exist."""
    new = change.unit
    study = situation.study
    known = study.actors.get(new.id)
    if known is not None and known.exists:
        raise ChangeError(
            Text(f"`{new.id}` finnes allerede", f"`{new.id}` exists already"),
            Text("Velg en annen id, eller flytt enheten som finnes.", "Choose another id, or move the unit there is."),
            "unit",
        )
    situation.actor(new.parent, "unit")
    if new.kind == "agency" and new.operating_line is None:
        raise ChangeError(
            Text("et nytt organ mangler driftspost", "a new agency has no operating line"),
            Text("Skriv `operating_line` for organet.", "Give the agency's `operating_line`."),
            "unit",
        )
    actor = Actor(
        id=new.id,
        name=new.name,
        kind=new.kind,
        parent=new.parent,
        place=new.place,
        operating_line=new.operating_line,
        grant_line=new.grant_line,
    )
    situation = situation.with_(actors={**study.actors, new.id: actor})
    if new.kind == "agency":
        line = situation.operating_line(new.id, "unit")
        book.once(situation.transition().new_agency, line, "new_agency")
        book.requires("appropriation", study.lines[line].ministry)
    return situation
