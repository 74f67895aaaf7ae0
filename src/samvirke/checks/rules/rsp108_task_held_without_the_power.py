"""RSP108: whoever does a task lacks a power that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import lacking_in_words
from samvirke.language import Text
from samvirke.study.authority import lacking
from samvirke.study.study import Study


class TaskHeldWithoutThePower(Rule):
    """A task done without a power it asks for in `needs_power`; RSP107 tells the tasks of duties."""

    code, name, severity = "RSP108", "task-held-without-the-power", "should"
    summary = Text(
        "Den som utfører en oppgave, mangler en myndighet oppgaven krever.",
        "Whoever does a task lacks a power that it needs.",
    )
    why = Text(
        "Oppgaven kan da bare gjøres så langt andre vil. Det er ofte dette en utydelig rolle består i.",
        "The task can then be done only as far as others wish. This is often what an unclear role comes to.",
    )
    example = (
        "tasks.yaml:\n"
        "  coordination:\n"
        "    needs_power: [{kinds: decide_disputes, over: [social], judgement: Uenighet må avgjøres}]"
    )
    remedy = Text(
        "Før opp myndigheten i powers.yaml hvis den finnes. Finnes den ikke, la et alternativ gi den "
        "med `empower`, eller unnskyld funnet med en grunn.",
        "Enter the power in powers.yaml if it exists. If it does not, let an alternative give it by "
        "`empower`, or excuse the finding with a reason.",
    )
    source = Text(
        "Prosjektets egen regel: en oppgave holdes opp mot myndigheten den krever.",
        "The project's own rule: a task is held against the power it needs.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such task, with what is lacking and towards whom."""
        of_duties = {one.task for duty in study.duties.values() for one in duty.tasks}
        for key in study.tasks:
            lacks = () if key in of_duties else tuple(lacking(study, key))
            if lacks:
                told = lacking_in_words(lacks)
                yield self.finding(study, "tasks.yaml", (key, "needs_power"), told.nb, told["en"])
