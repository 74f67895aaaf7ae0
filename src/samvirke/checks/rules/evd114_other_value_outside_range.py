"""EVD114: the range leaves out a value that somebody else gives."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import assumptions
from samvirke.checks.reach import stated_ends
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class OtherValueOutsideRange(Rule):
    """An assumption whose stated range does not reach one of the values in `also`."""

    code, name, severity = "EVD114", "other-value-outside-range", "note"
    summary = Text(
        "Spennet når ikke et tall som andre har oppgitt.",
        "The range does not reach a number that others give.",
    )
    why = Text(
        "Vet vi at noen har funnet et annet tall, er det et tegn på hvor usikkert det er. Spennet bør "
        "da nå dit, eller leseren bør få vite at vi ser bort fra det.",
        "When we know that somebody has found another number, it is a sign of how uncertain it is. "
        "The range should then reach it, or the reader should know that we set it aside.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte:\n"
        "      also: [{value: 9, source: evaluation, why_not_used: Gjelder hele avdelingen}]"
    )
    remedy = Text(
        "Utvid spennet så det når tallet. Gjelder tallet noe annet, og grunnen står i `why_not_used`, "
        "kan funnet stå.",
        "Widen the range so that it reaches the number. If the number is of something else, and "
        "`why_not_used` says so, the finding may stand.",
    )
    source = Text(
        "Prosjektets egen regel: et spenn skal romme det som kunne overraske oss.",
        "The project's own rule: a range is to hold what might surprise us.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every assumption with a value beside it outside its range; an exact number has no range."""
        for file, path, assumption in assumptions(study):
            ends = stated_ends(assumption) if assumption.value is None else None
            outside = [one.value for one in assumption.also if ends and not ends[0] <= one.value <= ends[1]]
            if outside and ends:
                shown = ", ".join(f"{value:g}" for value in outside)
                nb = f"`{assumption.id}` går fra {ends[0]:g} til {ends[1]:g} og når ikke {shown}"
                en = f"`{assumption.id}` runs from {ends[0]:g} to {ends[1]:g} and does not reach {shown}"
                yield self.finding(study, file, (*path, "also"), nb, en, subject=assumption.id)
