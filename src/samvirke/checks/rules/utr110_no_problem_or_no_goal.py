"""UTR110: the study names no challenge, or no goal."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class NoProblemOrNoGoal(Rule):
    """A study whose challenges.yaml, or whose `goals`, is empty."""

    code, name, severity = "UTR110", "no-problem-or-no-goal", "should"
    summary = Text(
        "Utredningen nevner ingen utfordring, eller ikke noe mål.",
        "The study names no challenge, or no goal.",
    )
    why = Text(
        "Det første spørsmålet er todelt: hva er problemet, og hva vil vi oppnå? Uten begge deler er det "
        "ingenting å holde alternativene opp mot.",
        "The first question has two parts: what is the problem, and what do we want to achieve? Without both "
        "there is nothing to hold the alternatives against.",
    )
    example = (
        "challenges.yaml: {scattered: null}\n"
        "alternatives/zero.yaml: {answers: {scattered: null}}\n"
        "alternatives/moved.yaml: {answers: {scattered: null}}\n"
        "alternatives/one-more.yaml: {answers: {scattered: null}}"
    )
    remedy = Text(
        "Skriv det som er galt i dag i challenges.yaml, og det dere vil oppnå under `goals` i study.yaml.",
        "Write what is wrong today in challenges.yaml, and what you want to achieve under `goals` in "
        "study.yaml.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 1: hva er problemet, og hva vil vi oppnå?",
        "The instructions for official studies, 2-1, question 1: what is the problem, and what do we want to "
        "achieve?",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding for each half of the question that is not there."""
        if not study.challenges:
            yield self.finding(
                study, "challenges.yaml", (), "ingen utfordring er nevnt", "no challenge is named"
            )
        if not study.assignment.goals:
            nb, en = "ikke noe mål er nevnt", "no goal is named"
            yield self.finding(study, "study.yaml", ("goals",), nb, en)
