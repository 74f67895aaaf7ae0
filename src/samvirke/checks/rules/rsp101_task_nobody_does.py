"""RSP101: a task that nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class TaskNobodyDoes(Rule):
    """A task in tasks.yaml without a doer in responsibilities.yaml."""

    code, name, severity = "RSP101", "task-nobody-does", "note"
    summary = Text("En oppgave har ingen utfører.", "A task has no doer.")
    why = Text(
        "Et hull i dagens organisering er gjerne grunnen til utredningen. Det skal stå der, men ingen må "
        "tro at det er glemt.",
        "A gap in today's organisation is often the reason for the study. It is to stand there, but "
        "nobody must think it was forgotten.",
    )
    example = (
        "tasks.yaml:\n"
        "  referral: {name: Henvisning, area: coordination}\n"
        "responsibilities.yaml:\n"
        "  referral: null"
    )
    good = (
        "tasks.yaml:\n"
        "  referral: {name: Henvisning, area: coordination}\n"
        "responsibilities.yaml:\n"
        "  referral: {does: [], note: Et hull i dag}"
    )
    remedy = Text(
        "Skriv hvem som utfører oppgaven under `does`, eller si i `note` at ingen gjør det.",
        "Say who does the task under `does`, or say in `note` that nobody does.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 1: hva er problemet?",
        "The instructions for official studies, 2-1, question 1: what is the problem?",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every task without a doer whose record says nothing of it."""
        for task in study.tasks:
            responsibility = study.responsibility(task)
            if not responsibility.does and responsibility.note is None:
                nb, en = f"ingen utfører `{task}`", f"nobody does `{task}`"
                yield self.finding(study, "tasks.yaml", (task,), nb, en)
