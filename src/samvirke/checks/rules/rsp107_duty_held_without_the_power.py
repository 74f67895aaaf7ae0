"""RSP107: those who are to meet a duty lack a power that its tasks need."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import lacking_in_words
from samvirke.language import Text
from samvirke.study.authority import powerless
from samvirke.study.study import Study


class DutyHeldWithoutThePower(Rule):
    """A duty with a task that somebody does without a power that the task asks for in `needs_power`."""

    code, name, severity = "RSP107", "duty-held-without-the-power", "should"
    summary = Text(
        "De som skal oppfylle en plikt, mangler en myndighet oppgavene krever.",
        "Those who are to meet a duty lack a power that its tasks need.",
    )
    why = Text(
        "Plikten ser dekket ut, men den som har oppgaven, kan ikke få andre til å gjøre sin del. "
        "Slike plikter blir stående på papiret.",
        "The duty looks covered, but whoever has the task cannot make the others do their part. Such "
        "duties stay on paper.",
    )
    example = (
        "tasks.yaml:\n"
        "  identification:\n"
        "    needs_power: [{kinds: demand_reports, over: [social], judgement: Noen må melde fra}]"
    )
    good = (
        "tasks.yaml:\n"
        "  identification:\n"
        "    needs_power: [{kinds: demand_reports, over: [social], judgement: Noen må melde fra}]\n"
        "powers.yaml:\n"
        "  reports: {holder: police, over: [social], kind: demand_reports, given_by: welfare,\n"
        "    basis: Tildelingsbrevet, source: evaluation}"
    )
    remedy = Text(
        "Før opp myndigheten i powers.yaml hvis den finnes. Finnes den ikke, la et alternativ gi den "
        "med `empower`, eller unnskyld funnet med en grunn.",
        "Enter the power in powers.yaml if it exists. If it does not, let an alternative give it by "
        "`empower`, or excuse the finding with a reason.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 1: hva er problemet? At en plikt holdes opp mot "
        "myndigheten den krever, er prosjektets egen regel.",
        "The instructions for official studies, 2-1, question 1: what is the problem? That a duty is "
        "held against the power it needs is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such duty, with what is lacking and towards whom."""
        for key in study.duties:
            lacks = powerless(study, key)
            if lacks:
                told = lacking_in_words(lacks)
                nb, en = f"`{key}`: {told.nb}", f"`{key}`: {told['en']}"
                yield self.finding(study, "duties.yaml", (key,), nb, en)
