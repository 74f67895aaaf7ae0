"""RSP112: an alternative gives a task to somebody who is not among its candidates."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.hosts import belongs_to, new_hosts
from samvirke.checks.places import changes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.changes import Assign, Change, Move
from samvirke.study.study import Study


def _given(change: Change) -> tuple[str, str, tuple[str, ...]] | None:
    """The task, the actor and the parts that a change gives; None when it gives none that has candidates."""
    match change:
        case Assign(part="does" | "decides", legal="none"):  # else it says what the law requires
            return change.task, change.actor, (change.part,)
        case Move(task=str()):
            return change.task or "", change.to, change.parts
        case _:
            return None


class PartGivenOutsideTheCandidates(Rule):
    """A task given to an actor that it does not list, without a word on what the law requires."""

    code, name, severity = "RSP112", "part-given-outside-the-candidates", "should"
    summary = Text(
        "Et alternativ gir en oppgave til noen som ikke er blant kandidatene.",
        "An alternative gives a task to somebody who is not among its candidates.",
    )
    why = Text(
        "Kandidatlisten sier hvem som kan ta oppgaven, og hva loven krever. Den som står utenfor, er "
        "ikke vurdert, og da er prisen for lovendring heller ikke med.",
        "The list of candidates says who could take the task and what the law requires. Whoever is "
        "outside it was not considered, and then the price of changing the law is not counted either.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: to-shelter, verb: assign, start: 2023-01, task: coordination, actor: shelter,\n"
        "       part: does, reason: Nær de unge}"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: to-social, verb: assign, start: 2023-01, task: coordination, actor: social, part: does,\n"
        "       reason: Nær tilskuddene}"
    )
    remedy = Text(
        "Legg aktøren til under `candidates` med det loven krever, skriv det i `legal` på endringen, eller "
        "gi oppgaven til en av kandidatene.",
        "Add the actor under `candidates` with what the law requires, say it in `legal` of the change, or "
        "give the task to one of the candidates.",
    )
    source = Text(
        "Prosjektets egen regel: det loven krever, er vurdert før en oppgave gis bort.",
        "The project's own rule: what the law requires is considered before a task is given away.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such change; a unit stands for what it belongs to, today or in an alternative."""
        hosts = new_hosts(study)
        for file, path, change in changes(study):
            task, actor, parts = _given(change) or ("", "", ())
            listed = study.tasks[task].candidates if task in study.tasks else ()
            bodies = belongs_to(study, actor, hosts)
            for part in parts:
                known = {one.actor for one in listed if one.part == part}
                if known and not known & bodies:
                    nb = f"`{actor}` er ikke blant kandidatene til `{task}` ({part})"
                    en = f"`{actor}` is not among the candidates for `{task}` ({part})"
                    yield self.finding(study, file, path, nb, en, subject=change.id)
