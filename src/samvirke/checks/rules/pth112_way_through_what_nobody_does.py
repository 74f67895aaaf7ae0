"""PTH112: a person's way goes through tasks that nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class WayThroughWhatNobodyDoes(Rule):
    """Points of a person's way whose task has no doer; one finding for each person."""

    code, name, severity = "PTH112", "way-through-what-nobody-does", "note"
    summary = Text(
        "En persons vei går gjennom oppgaver ingen utfører.",
        "A person's way goes through tasks that nobody does.",
    )
    why = Text(
        "Det er gjerne hullet utredningen handler om. Leseren skal vite at det er slik, og ikke at "
        "noe er glemt.",
        "It is often the very gap the study is about. The reader is to know that it is so, not that "
        "something was forgotten.",
    )
    example = (
        "pathways.yaml:\n"
        "  persons:\n"
        "    somebody:\n"
        "      way:\n"
        "        - {task: identification, text: Politiet får mistanke}\n"
        "        - {task: statistics, text: Ingen teller}"
    )
    remedy = Text(
        "Er oppgaven gjort av noen, skriv det i responsibilities.yaml. Er den ikke det, kan funnet stå.",
        "If somebody does the task, say so in responsibilities.yaml. If nobody does, the finding may stand.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 1: hva er problemet?",
        "The instructions for official studies, 2-1, question 1: what is the problem?",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each person, the tasks on the way that nobody does."""
        for key, person in study.pathways.persons.items():
            tasks = dict.fromkeys(point.task for point in person.way)
            undone = [task for task in tasks if not study.responsibility(task).does]
            if undone:
                nb = f"`{key}` møter {some(undone).nb}, som ingen utfører"
                en = f"`{key}` meets {some(undone)['en']}, which nobody does"
                yield self.finding(study, "pathways.yaml", ("persons", key), nb, en, subject=key)
