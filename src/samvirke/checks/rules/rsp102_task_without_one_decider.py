"""RSP102: a task is decided by nobody, or by several."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


class TaskWithoutOneDecider(Rule):
    """A task that somebody has a part in, with no decider or more than one."""

    code, name, severity = "RSP102", "task-without-one-decider", "should"
    summary = Text(
        "En oppgave avgjøres av ingen, eller av flere.",
        "A task is decided by nobody, or by several.",
    )
    why = Text(
        "Når ingen har siste ord, blir saker liggende mellom etatene. Når flere har det, svarer ingen for "
        "resultatet.",
        "When nobody has the last word, cases lie waiting between agencies. When several have it, nobody "
        "answers for the result.",
    )
    example = "responsibilities.yaml:\n  coordination: {decides: [justice, welfare], does: [desk]}"
    good = "responsibilities.yaml:\n  coordination: {decides: [justice], does: [desk], consulted: [welfare]}"
    remedy = Text(
        "La nøyaktig én aktør stå under `decides`, og før de andre under `consulted`. Er det slik i dag, "
        "skriv i `note` hvorfor.",
        "Let exactly one actor stand under `decides`, and the others under `consulted`. If that is how it "
        "is today, say why in `note`.",
    )
    source = Text(
        "Vanlig regel for ansvarsmatriser (RACI): nøyaktig én har siste ord. Regelen er en konvensjon og "
        "ikke kontrollert mot en kilde (UNVERIFIED).",
        "The usual rule of responsibility matrices (RACI): exactly one has the last word. It is a "
        "convention, not checked against a source (UNVERIFIED).",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such task; those that the study explains together, for information."""
        explained: list[str] = []
        for task in study.tasks:
            responsibility = study.responsibility(task)
            deciders = responsibility.decides
            gap = not responsibility.does and not deciders  # RSP101 speaks of these
            if len(deciders) == 1 or gap:
                continue
            if responsibility.note is not None:
                explained.append(task)
                continue
            who = some(deciders) if deciders else Text("ingen", "nobody")
            nb, en = f"`{task}` avgjøres av {who.nb}", f"`{task}` is decided by {who['en']}"
            yield self.finding(study, "responsibilities.yaml", (task,), nb, en)
        if explained:
            how_many = count(len(explained), ("oppgave", "oppgaver"), ("task", "tasks"))
            nb = f"{how_many.nb} uten én som avgjør, med forklaring i `note`: {some(explained).nb}"
            en = f"{how_many['en']} without one decider, explained in `note`: {some(explained)['en']}"
            path = (explained[0],)
            yield self.finding(study, "responsibilities.yaml", path, nb, en, subject="", severity="note")
