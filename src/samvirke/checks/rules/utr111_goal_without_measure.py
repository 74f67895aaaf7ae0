"""UTR111: nothing shows whether a goal is reached."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


class GoalWithoutMeasure(Rule):
    """A goal without `measures`; those whose `note` says why are gathered in one finding, for information."""

    code, name, severity = "UTR111", "goal-without-measure", "should"
    summary = Text("Ingenting viser om et mål er nådd.", "Nothing shows whether a goal is reached.")
    why = Text(
        "Riksrevisjonen har i tretti år kritisert mål som er så upresise at ingen kan si om de er nådd. Kan "
        "målet ikke leses av et tall, skal leseren vite det før alternativene rangeres.",
        "For thirty years the Office of the Auditor General has criticised goals so imprecise that nobody "
        "can say whether they are reached. If a goal cannot be read from a figure, the reader must know "
        "before the alternatives are ranked.",
    )
    example = "study.yaml:\n  goals: {fewer-gaps: {measures: []}}"
    good = "study.yaml:\n  goals: {fewer-gaps: {measures: [{figure: admin.gaps, better: lower}]}}"
    remedy = Text(
        "Skriv i `measures` tallet målet leses av, og hvilken vei som er bedre. Finnes det ikke noe slikt "
        "tall, skriv hvorfor i `note`.",
        "Give in `measures` the figure that the goal is read from, and which way is better. If there is no "
        "such figure, say why in `note`.",
    )
    source = Text(
        "Riksrevisjonen om tilskudd 1991–95 og 2022–23: upresise mål og uklare kriterier. "
        "Utredningsinstruksen punkt 2-1, spørsmål 1.",
        "The Office of the Auditor General on grants 1991–95 and 2022–23: imprecise goals and unclear "
        "criteria. The instructions for official studies, 2-1, question 1.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every goal without a figure or a word; those explained together."""
        bare = {key: goal for key, goal in study.assignment.goals.items() if not goal.measures}
        for key, goal in bare.items():
            if goal.note is None:
                nb, en = f"`{key}` kan ikke leses av noe tall", f"`{key}` cannot be read from any figure"
                yield self.finding(study, "study.yaml", ("goals", key), nb, en, subject=key)
        told = [key for key, goal in bare.items() if goal.note is not None]
        if told:
            how_many = count(len(told), ("mål", "mål"), ("goal", "goals"))
            nb = f"{how_many.nb} uten tall, forklart i `note`: {some(told).nb}"
            en = f"{how_many['en']} without a figure, explained in `note`: {some(told)['en']}"
            yield self.finding(study, "study.yaml", ("goals", told[0]), nb, en, subject="", severity="note")
