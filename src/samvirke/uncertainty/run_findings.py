"""Findings that only the draws can show: a reduction deeper than its row, a need that nothing pays for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.checks.finding import Finding
from samvirke.consequences.valuation import Outcome, Valuation
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text, number
from samvirke.study.study import Study

OFTEN = 0.01  # decision 17: a floor that binds in more than one draw in a hundred is a mistake
KRONE = 1.0


def refuse_impossible(study: Study, alternative: str, outcomes: Mapping[str, Outcome]) -> None:
    """Raise StudyError when a figure is not a number in every draw: nothing may rest on it."""
    wrong = [name for name, outcome in outcomes.items() if not np.isfinite(outcome.values).all()]
    if wrong:
        place = study.place(f"alternatives/{alternative}.yaml")
        text = Text(
            f"`{wrong[0]}` er i noen trekninger ikke et tall", f"`{wrong[0]}` is in some draws not a number"
        )
        remedy = Text(
            "Se etter årsverk som kan koste null, og etter beløp med nuller for mye.",
            "Look for work-years that may cost nothing, and for amounts with a few zeros too many.",
        )
        raise StudyError([Problem(place, text, remedy)])


def floors_that_bind(plan: Plan, valuation: Valuation) -> Iterator[Finding]:
    """Rows that a change takes more from than they have."""
    told: set[tuple[str, str]] = set()
    for floor in plan.floors:
        short = valuation.of(floor.wanted) > valuation.of(floor.available) + KRONE
        share = float(short.mean())
        if share > 0 and (floor.change, floor.row) not in told:
            told.add((floor.change, floor.row))
            percent = 100 * share
            yield Finding(
                code="MNY901",
                severity="must" if share > OFTEN else "note",
                place=_place(plan.today, plan.alternative, floor.change),
                text=Text(
                    f"`{floor.change}` tar mer fra `{floor.row}` enn raden har i "
                    f"{number(percent, 'nb', 1)} prosent av trekningene",
                    f"`{floor.change}` takes more from `{floor.row}` than it has in "
                    f"{number(percent, 'en', 1)} per cent of the draws",
                ),
                remedy=Text(
                    "Ta mindre, ta fra en større rad, eller bruk `share` eller `fte: all`.",
                    "Take less, take from a larger row, or use `share` or `fte: all`.",
                ),
                subject=f"{plan.alternative} {floor.change}",
            )


def unfunded(plan: Plan, outcomes: Mapping[str, Outcome]) -> Iterator[Finding]:
    """An alternative with needs that nothing pays for."""
    need = outcomes["funding.open"].values
    if float(need.mean()) > KRONE:
        yield Finding(
            code="MNY902",
            severity="must",
            place=plan.today.place(f"alternatives/{plan.alternative}.yaml", "changes"),
            text=Text(
                f"{number(float(need.mean()), 'nb')} kroner i studiens år er ikke dekket av noen",
                f"NOK {number(float(need.mean()), 'en')} over the study's years is paid for by nobody",
            ),
            remedy=Text(
                "La en rad avgi pengene med `transfer`, eller be om en ny bevilgning.",
                "Let a row give up the money with `transfer`, or ask for a new appropriation.",
            ),
            subject=plan.alternative,
        )


FIGURE_NAME = re.compile(r"^[a-z_]+(\.[a-z0-9_-]+)+$")


def answers_without_figure(plan: Plan, outcomes: Mapping[str, Outcome]) -> Iterator[Finding]:
    """An answer to a challenge that says it rests on a figure which the alternative does not give rise to."""
    alternative = plan.today.alternatives.get(plan.alternative)
    for challenge, answer in alternative.answers.items() if alternative is not None else ():
        name = answer.rests_on.nb
        if FIGURE_NAME.match(name) and name not in outcomes:
            file = f"alternatives/{plan.alternative}.yaml"
            yield Finding(
                code="ALT901",
                severity="must",
                place=plan.today.place(file, "answers", challenge, "rests_on"),
                text=Text(
                    f"svaret på `{challenge}` bygger på `{name}`, som ikke er et tall i denne kjøringen",
                    f"the answer to `{challenge}` rests on `{name}`, which is not a figure of this run",
                ),
                remedy=Text(
                    "Skriv navnet på et tall i results.json, eller en vurdering med egne ord.",
                    "Give the name of a figure in results.json, or a judgement in words.",
                ),
                subject=f"{plan.alternative} {challenge}",
            )


def _place(study: Study, alternative: str, change: str) -> Place:
    for owner in (alternative, study.zero.id if study.zero else alternative):
        if owner in study.alternatives:
            for written in study.changes(owner):
                if written.change.id == change:
                    return study.place(written.file, *written.path)
    return study.place(f"alternatives/{alternative}.yaml")
