"""PTH109: the routes from a step can take more people than there are."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.reach import Reaches
from samvirke.checks.rule import Rule
from samvirke.language import Text, number
from samvirke.study.study import Study

NEARLY = 1e-9


class RoutesThatCanExceedAll(Rule):
    """Route shares from a step that, at the high ends of their ranges, add to more than 1."""

    code, name, severity = "PTH109", "routes-that-can-exceed-all", "must"
    summary = Text(
        "Rutene fra et steg kan ta flere enn det er.",
        "The routes from a step can take more people than there are.",
    )
    why = Text(
        "Da blir det som er igjen til `rest`, mindre enn null, og noen mangler eller telles to ganger.",
        "What is left for `rest` is then below nothing, and some are missing or counted twice.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    to-shelter: {text: Andel til botilbud, uniform: {low: 0.4, high: 0.9}, unit: share,\n"
        "      source: evaluation, could_answer: shelter}\n"
        "pathways.yaml:\n"
        "  routes:\n"
        "    young: {contact: {stay: to-shelter, safe: 0.3, lost: rest}}"
    )
    remedy = Text(
        "Senk den øvre enden av spennene, eller skriv den ene andelen som en formel av den andre.",
        "Lower the upper ends of the ranges, or write the one share as a formula of the other.",
    )
    source = Text(
        "Prosjektets egen regel: andelene fra et steg er alle som er der.",
        "The project's own rule: the shares from a step are all who are there.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every step, for each group, whose shares can be too large together."""
        reaches = Reaches(study)
        for group, steps in study.pathways.routes.items():
            for step, targets in steps.items():
                most = sum(reaches.of(share)[1] for share in targets.values() if share != "rest")
                if most > 1 + NEARLY:
                    nb = f"rutene fra `{step}` for `{group}` kan bli {number(most, 'nb', 2)}, mer enn alle"
                    en = f"the routes from `{step}` for `{group}` can add to {number(most, 'en', 2)}"
                    path, subject = ("routes", group, step), f"{group} {step}"
                    yield self.finding(study, "pathways.yaml", path, nb, en, subject=subject)
