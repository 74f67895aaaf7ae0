"""Findings about the choice: what is recommended, and what is claimed of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from samvirke.alternatives.plan import Plan
from samvirke.checks.finding import Finding
from samvirke.checks.wording import some
from samvirke.consequences.catalogue import FIGURES, definition
from samvirke.language import Text
from samvirke.study.bindings import ANY, Claim, FigureRef
from samvirke.study.responsibility import coverage, rule_holds
from samvirke.study.study import Study
from samvirke.uncertainty.claims import Figures, holds
from samvirke.uncertainty.run_rules import RUN_RULES

NAMED = re.compile(rf"\b(?:{'|'.join(sorted({one.name.split('.')[0] for one in FIGURES}))})(?:\.[\w-]+)+")
FILE = re.compile(r"\.(ya?ml|md)$")


def choice_findings(study: Study, plans: Mapping[str, Plan], figures: Figures) -> Iterator[Finding]:
    """All of them; `plans` has the zero alternative first."""
    zero = next(iter(plans))
    recommended = study.assignment.recommendation
    if recommended is not None and recommended in plans:
        yield from _left_broken(study, plans[recommended])
        yield from _requirements_missed(study, figures, zero)
    yield from _measures_turned_round(study)
    yield from _met_by_no_figure(study, figures)


def _broken(plan: Plan) -> list[str]:
    return [key for key, rule in plan.final.rules.items() if not rule_holds(plan.final, rule)]


def _left_broken(study: Study, plan: Plan) -> Iterator[Finding]:
    """What the recommended alternative does not mend: one finding for rules, one for duties."""
    place = study.place("study.yaml", "recommendation")
    rules = _broken(plan)
    duties = [key for key in plan.final.duties if coverage(plan.final, key) == "not"]
    told = (
        (rules, Text("lar {} være brutt", "leaves {} broken")),
        (duties, Text("lar {} være udekket", "leaves {} uncovered")),
    )
    for keys, words in told:
        if keys:
            named = some(keys)
            text = Text(
                f"`{plan.alternative}` {words.nb.format(named.nb)}",
                f"`{plan.alternative}` {words['en'].format(named['en'])}",
            )
            yield RUN_RULES["UTR901"].finding(place, text, plan.alternative)


def _requirements_missed(study: Study, figures: Figures, zero: str) -> Iterator[Finding]:
    """Claims about `any` of the alternatives that the recommended one does not bear out."""
    recommended = study.assignment.recommendation
    for key, requirement in study.assignment.requirements.items():
        claim = requirement.holds
        if claim is None or ANY not in (ref.alternative for ref in claim.refs):
            continue
        own = replace(claim, left=_of(claim.left, recommended), right=_right(claim, recommended))
        if holds(claim, figures, zero) and holds(own, figures, zero) is False:
            text = Text(
                f"`{recommended}` er anbefalt, men kravet `{key}` er bare møtt av andre alternativer",
                f"`{recommended}` is recommended, but only other alternatives meet the requirement `{key}`",
            )
            place = study.place("study.yaml", "recommendation")
            yield RUN_RULES["ASG901"].finding(place, text, f"{recommended} {key}")


def _of(ref: FigureRef, alternative: str | None) -> FigureRef:
    return FigureRef(alternative, ref.figure) if ref.alternative == ANY else ref


def _right(claim: Claim, alternative: str | None) -> FigureRef | float:
    return claim.right if isinstance(claim.right, float) else _of(claim.right, alternative)


def _measures_turned_round(study: Study) -> Iterator[Finding]:
    """Measures whose better way is the catalogue's worse; a figure that is not there is EVD901."""
    for key, goal in study.assignment.goals.items():
        for number, measure in enumerate(goal.measures):
            known = definition(measure.figure)
            if known is not None and known.better not in (None, measure.better):
                better = {"higher": Text("høyere", "higher"), "lower": Text("lavere", "lower")}[known.better]
                text = Text(
                    f"`{key}` leser `{measure.figure}` feil vei: {better.nb} er bedre",
                    f"`{key}` reads `{measure.figure}` the wrong way: {better['en']} is better",
                )
                place = study.place("study.yaml", "goals", key, "measures", number, "better")
                yield RUN_RULES["UTR902"].finding(place, text, f"{key} {measure.figure}")


def _met_by_no_figure(study: Study, figures: Figures) -> Iterator[Finding]:
    """Figures that a requirement is said to be met by and that no alternative has."""
    there = {name for _, name, _ in figures}
    for key, requirement in study.assignment.requirements.items():
        if requirement.met_by is None:
            continue
        said = f"{requirement.met_by.nb}\n{requirement.met_by['en']}"
        for name in dict.fromkeys(found[0] for found in NAMED.finditer(said)):
            if name not in there and not FILE.search(name):
                text = Text(
                    f"kravet `{key}` sies å være møtt av `{name}`, som ikke er et tall i denne kjøringen",
                    f"the requirement `{key}` is said to be met by `{name}`, not a figure of this run",
                )
                place = study.place("study.yaml", "requirements", key, "met_by")
                yield RUN_RULES["ASG902"].finding(place, text, f"{key} {name}")
