"""EVD117: a sourced formula hides that its numbers are not confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import assumptions
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.distributions import Formula
from samvirke.study.study import Study


class FormulaHidesUnverified(Rule):
    """A formula with a confirmed source, of assumptions whose every source is marked `unverified`."""

    code, name, severity = "EVD117", "formula-hides-unverified", "should"
    summary = Text(
        "En formel med kilde skjuler at tallene i den ikke er bekreftet.",
        "A formula with a source hides that the numbers in it are not confirmed.",
    )
    why = Text(
        "Formelen ser ut til å stå på kilden sin, men blir aldri sikrere enn det den regner ut fra.",
        "The formula looks as if it stood on its source, but it is never surer than what it is worked "
        "out from.",
    )
    example = (
        "sources.yaml:\n"
        "  heard: {title: Omtale, publisher: Ukjent, date: 2018, retrieved: 2020-05, unverified: true}\n"
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    salary: {source: heard}\n"
        "    overhead: {source: heard, judgement: null}\n"
        "    post-cost: {source: pay-report, judgement: null}"
    )
    remedy = Text(
        "Ta bort kilden fra formelen og skriv i `judgement` hvordan den er satt sammen, eller finn "
        "bekreftede kilder til tallene.",
        "Take the source away from the formula and say in `judgement` how it is put together, or find "
        "confirmed sources for its numbers.",
    )
    source = Text(
        "Prosjektets egen regel: det som ikke er lest i kilden, er merket slik, også når det er "
        "regnet videre på.",
        "The project's own rule: what was not read in the source is marked so, also when it is worked "
        "on further.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such formula, looking at the assumptions that stand in it."""
        doubted = {key for key, source in study.sources.items() if source.unverified}
        for file, path, assumption in assumptions(study):
            form = assumption.distribution
            if (
                not isinstance(form, Formula)
                or not assumption.source
                or doubted.issuperset(assumption.source)
            ):
                continue
            cited = [study.assumptions[name].source for name in sorted(form.expression.mentions)]
            if cited and all(sources and doubted.issuperset(sources) for sources in cited):
                nb = f"`{assumption.id}` har en kilde, men ingen av tallene i formelen er bekreftet"
                en = f"`{assumption.id}` has a source, but none of the numbers in the formula is confirmed"
                yield self.finding(study, file, (*path, "source"), nb, en, subject=assumption.id)
