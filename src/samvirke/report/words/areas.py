"""The areas that tasks lie in: the common ones by their names, then those a study has of its own."""

from __future__ import annotations

from collections.abc import Mapping

from samvirke.language import Text
from samvirke.study.study import Study

AREAS: dict[str, Text] = {
    "prevention": Text("Forebygging", "Prevention"),
    "identification": Text("Identifisering", "Identification"),
    "assistance": Text("Hjelp og vern", "Assistance and protection"),
    "prosecution": Text("Straffeforfølgning", "Prosecution"),
    "coordination": Text("Samordning", "Co-ordination"),
    "guidance": Text("Veiledning", "Guidance"),
    "competence": Text("Kompetanse", "Competence"),
    "grants": Text("Tilskudd", "Grants"),
    "statistics": Text("Statistikk", "Statistics"),
}


def areas(study: Study) -> Mapping[str, Text]:
    """The names of the areas in which the study has tasks, in the order in which they are shown."""
    used = {task.area for task in study.tasks.values()}
    known = {**AREAS, **study.assignment.areas}
    return {area: name for area, name in known.items() if area in used}
