"""EVD104: an estimate by judgement has a strikingly narrow range."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import assumptions
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.distributions import Metalog, Triangular, Uniform
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study

NARROW = 1.05


def _ends(assumption: Assumption) -> tuple[float, float] | None:
    """The ends of the range that was stated, when there is a range."""
    match assumption.distribution:
        case Metalog(p10=low, p90=high) | Triangular(low=low, high=high) | Uniform(low=low, high=high):
            return low, high
        case _:
            return None


class SuspiciouslyNarrowRange(Rule):
    """A judgement of ours whose upper end lies within five per cent of its lower end."""

    code, name, severity = "EVD104", "suspiciously-narrow-range", "note"
    summary = Text(
        "Et skjønnsmessig anslag har et påfallende smalt spenn.",
        "An estimate by judgement has a strikingly narrow range.",
    )
    why = Text(
        "Et smalt spenn gjør resultatene sikrere enn grunnlaget. Folk tar oftere for smale spenn enn for "
        "brede.",
        "A narrow range makes the results surer than their basis. People more often choose ranges that "
        "are too narrow than too wide.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {triangular: {low: 2.95, mode: 3, high: 3.05}, judgement: Slik vi husker det}"
    )
    remedy = Text(
        "Tenk etter hva som ville overraske deg, og utvid spennet dit. Er tallet kjent, skriv det som "
        "`value` med kilde.",
        "Think of what would surprise you, and widen the range to there. If the number is known, write it "
        "as `value` with its source.",
    )
    source = Text(
        "Prosjektets egen regel: et spenn på mindre enn fem prosent på eget skjønn vises fram.",
        "The project's own rule: a range of less than five per cent on our own judgement is shown.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every assumption with status `ours` and a judgement, whose ends lie too close."""
        for file, path, assumption in assumptions(study):
            ends = _ends(assumption)
            if assumption.status != "ours" or assumption.judgement is None or ends is None:
                continue
            low, high = sorted(map(abs, ends))
            if 0 < high < NARROW * low and ends[0] * ends[1] > 0:
                nb = f"`{assumption.id}` går bare fra {ends[0]:g} til {ends[1]:g}"
                en = f"`{assumption.id}` runs only from {ends[0]:g} to {ends[1]:g}"
                yield self.finding(study, file, path, nb, en, subject=assumption.id)
