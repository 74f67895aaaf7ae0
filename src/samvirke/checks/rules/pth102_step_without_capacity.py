"""PTH102: a step takes hours that nobody has."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class StepWithoutCapacity(Rule):
    """A step with hours, done by an actor without work-years whose capacity is not unlimited."""

    code, name, severity = "PTH102", "step-without-capacity", "must"
    summary = Text(
        "Et steg tar timer som ingen har.",
        "A step takes hours that nobody has.",
    )
    why = Text(
        "Uten årsverk kan steget ikke gjøres, og ventetiden kan ikke regnes ut. Da ser køen tom ut "
        "der den er lengst.",
        "Without work-years the step cannot be done and the waiting cannot be worked out. The queue "
        "then looks empty where it is longest.",
    )
    example = (
        "pathways.yaml:\n"
        "  steps:\n"
        "    stay: {task: aid, hours: {mean: 20}}\n"
        "spending.yaml:\n"
        "  shelter-staff: null"
    )
    good = "pathways.yaml:\n  steps:\n    stay: {task: aid, hours: {mean: 20}}"
    remedy = Text(
        "Skriv en rad med `fte` for den som gjør steget, eller sett `capacity: unlimited` på aktøren.",
        "Write a row with `fte` for whoever does the step, or set `capacity: unlimited` on the actor.",
    )
    source = Text(
        "Prosjektets egen regel: timer i et steg må komme fra noens årsverk.",
        "The project's own rule: hours of a step must come from somebody's work-years.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such step, with those who lack work-years on its task."""
        staffed = {
            (body, task)
            for row in study.spending.values()
            if row.fte is not None
            for body in study.above(row.actor)
            for task in row.tasks
        }
        for key, step in study.pathways.steps.items():
            doers = study.responsibility(step.task).doers if step.hours is not None else ()
            bare = [
                doer
                for doer in doers
                if study.actors[doer].capacity == "staffed" and (doer, step.task) not in staffed
            ]
            if bare:
                nb = f"`{key}` tar timer, men {some(bare).nb} har ingen årsverk på `{step.task}`"
                en = f"`{key}` takes hours, but {some(bare)['en']} have no work-years on `{step.task}`"
                yield self.finding(study, "pathways.yaml", ("steps", key, "hours"), nb, en, subject=key)
