"""RSP115: people follow a task to somebody whose town is not known."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import changes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.changes import Move
from samvirke.study.study import Study


class PeopleWhoMoveToNoPlace(Rule):
    """A task moved with `staff: follows` from an actor with a place to one without."""

    code, name, severity = "RSP115", "people-who-move-to-no-place", "note"
    summary = Text(
        "Folk følger med en oppgave til noen vi ikke vet hvor sitter.",
        "People follow a task to somebody whose town is not known.",
    )
    why = Text(
        "Bytter folk by, koster det mer og flere slutter. Uten stedet regnes flyttingen som om alle "
        "ble der de er.",
        "When people change town it costs more and more of them leave. Without the place the move is "
        "worked out as if all stayed where they are.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: to-social, verb: move, start: 2023-01, task: coordination, from: desk, to: social,\n"
        "       parts: [does], staff: follows, reason: Nær tilskuddene}"
    )
    remedy = Text(
        "Skriv `place` på mottakeren i actors.yaml.",
        "Give the receiver a `place` in actors.yaml.",
    )
    source = Text(
        "Prosjektets egen regel: flytting mellom byer regnes for seg.",
        "The project's own rule: moves between towns are counted by themselves.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such move."""
        for file, path, change in changes(study):
            if not isinstance(change, Move) or change.staff != "follows" or change.place is not None:
                continue
            giver, taker = study.actors.get(change.sender or ""), study.actors.get(change.to)
            if giver is not None and giver.place and taker is not None and taker.place is None:
                nb = f"årsverk følger fra `{change.sender}` til `{change.to}`, men stedet er ikke kjent"
                en = f"work-years follow from `{change.sender}` to `{change.to}`, whose place is not known"
                yield self.finding(study, file, path, nb, en, subject=change.id)
