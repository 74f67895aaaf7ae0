"""Make a unit or an agency. Nothing else follows: staff and tasks come by changes of their own."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.situation import ChangeError, Situation
from samvirke.language import Text
from samvirke.study.changes import Establish
from samvirke.study.organisation import Actor

CAN_BE_MADE = ("unit", "agency")


def apply(change: Establish, situation: Situation, book: Book) -> Situation:
    """Add the actor, or let one that was only thought of exist."""
    new = change.unit
    study = situation.study
    _refuse_impossible(change, situation)
    given = {"id": new.id, "name": new.name, "kind": new.kind, "parent": new.parent, "place": new.place}
    lines = {"operating_line": new.operating_line, "grant_line": new.grant_line}
    thought_of = study.actors.get(new.id)
    if thought_of is None:
        actor = Actor.model_validate(given | lines)
    else:
        known = {field: line for field, line in lines.items() if line is not None}
        actor = thought_of.model_copy(update={**given, **known, "exists": True})
    situation = situation.with_(actors={**study.actors, new.id: actor})
    if actor.kind == "agency":
        line = _line_of_its_own(actor)
        book.once(situation.transition().new_agency, line, "new_agency")
        book.requires("appropriation", study.lines[line].ministry)
    legal = next((host.legal for host in actor.hosts if host.actor == new.parent), "none")
    book.requires_law(situation, legal, new.parent, "unit")
    return situation


def _refuse_impossible(change: Establish, situation: Situation) -> None:
    new = change.unit
    known = situation.study.actors.get(new.id)
    if known is not None and known.exists:
        raise ChangeError(
            Text(f"`{new.id}` finnes allerede", f"`{new.id}` exists already"),
            Text(
                "Velg en annen id, eller flytt enheten som finnes.",
                "Choose another id, or move the unit there is.",
            ),
            "unit",
        )
    if new.kind not in CAN_BE_MADE:
        raise ChangeError(
            Text(
                f"en aktør av typen `{new.kind}` kan ikke opprettes av en endring",
                f"an actor of kind `{new.kind}` cannot be made by a change",
            ),
            Text(
                "Bruk `unit` eller `agency`, eller skriv aktøren i actors.yaml.",
                "Use `unit` or `agency`, or write the actor in actors.yaml.",
            ),
            "unit",
        )
    situation.actor(new.parent, "unit")


def _line_of_its_own(agency: Actor) -> str:
    if agency.operating_line is None:
        raise ChangeError(
            Text("et nytt organ mangler driftspost", "a new agency has no operating line"),
            Text("Skriv `operating_line` for organet.", "Give the agency's `operating_line`."),
            "unit",
        )
    return agency.operating_line
