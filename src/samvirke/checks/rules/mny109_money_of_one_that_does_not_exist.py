"""MNY109: an actor that does not exist today spends money today."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class MoneyOfOneThatDoesNotExist(Rule):
    """A spending row of an actor with `exists: false`."""

    code, name, severity = "MNY109", "money-of-one-that-does-not-exist", "must"
    summary = Text(
        "En aktør som ikke finnes i dag, bruker penger i dag.",
        "An actor that does not exist today spends money today.",
    )
    why = Text(
        "Dagens samlede utgifter er taket alternativene måles mot. Et organ som bare er tenkt, kan "
        "ikke heve det.",
        "Today's total is the ceiling that the alternatives are measured against. A body that is only "
        "thought of cannot raise it.",
    )
    example = (
        "actors.yaml:\n"
        "  desk: {exists: false}\n"
        "spending.yaml:\n"
        "  desk-staff: {actor: desk, tasks: coordination, kind: personnel, line: police-line}"
    )
    remedy = Text(
        "Ta raden bort og gi aktøren folk og penger i et alternativ, eller sett `exists: true`.",
        "Take the row away and give the actor people and money in an alternative, or set `exists: true`.",
    )
    source = Text(
        "Prosjektets egen regel: dagens utgifter er bare deres som finnes.",
        "The project's own rule: today's expenditure is only that of those who exist.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every row of an actor that is only thought of."""
        for key, row in study.spending.items():
            actor = study.actors.get(row.actor)
            if actor is not None and not actor.exists:
                nb = f"`{row.actor}` finnes ikke i dag, men har raden `{key}`"
                en = f"`{row.actor}` does not exist today but has the row `{key}`"
                yield self.finding(study, "spending.yaml", (key, "actor"), nb, en)
