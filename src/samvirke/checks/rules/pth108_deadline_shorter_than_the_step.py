"""PTH108: a step takes longer than its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.reach import Reaches
from samvirke.checks.rule import Rule
from samvirke.language import Text, number
from samvirke.study.study import Study


class DeadlineShorterThanTheStep(Rule):
    """A step whose mean days, at the low end of their range, exceed its deadline at the high end."""

    code, name, severity = "PTH108", "deadline-shorter-than-the-step", "should"
    summary = Text(
        "Et steg tar lengre tid enn fristen.",
        "A step takes longer than its deadline.",
    )
    why = Text(
        "Da brytes fristen for de fleste uansett alternativ. Enten er det et funn om dagens ordning, "
        "eller så er ett av tallene feil.",
        "The deadline is then broken for most people whatever the alternative. Either this is a "
        "finding about today, or one of the numbers is wrong.",
    )
    example = "pathways.yaml:\n  steps:\n    stay: {task: aid, days: {mean: 200}, deadline: 180}"
    remedy = Text(
        "Rett `days` eller `deadline`. Er det slik, unnskyld funnet og la det stå blant utfordringene.",
        "Mend `days` or `deadline`. If that is how it is, excuse the finding and let it stand among "
        "the challenges.",
    )
    source = Text(
        "Prosjektets egen regel: observert tid holdes opp mot fristen.",
        "The project's own rule: observed time is held against the deadline.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every step that surely takes longer on average."""
        reaches = Reaches(study)
        for key, step in study.pathways.steps.items():
            if step.days is None or step.deadline is None:
                continue
            least, most = reaches.of(step.days.mean)[0], reaches.of(step.deadline)[1]
            if least > most:
                days, limit = (Text(number(n, "nb"), number(n, "en")) for n in (least, most))
                nb = f"`{key}` tar i snitt minst {days.nb} dager, og fristen er {limit.nb}"
                en = f"`{key}` takes at least {days['en']} days on average, and the deadline is {limit['en']}"
                path = ("steps", key, "deadline")
                yield self.finding(study, "pathways.yaml", path, nb, en, subject=key)
