"""Findings that only the draws can show.

A reduction deeper than its row, a need that nothing pays for, an answer without its figure, a start that
comes too early.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from samvirke.alternatives.plan import Plan
from samvirke.alternatives.rows import runs_in
from samvirke.checks.finding import Finding, Severity
from samvirke.consequences.activities import Activity, ActivityKind
from samvirke.consequences.transition import Readiness, Schedule
from samvirke.consequences.valuation import Outcome, Valuation
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text, listed, number
from samvirke.quantities.rounding import KRONE
from samvirke.study.money import Spending
from samvirke.study.study import Study
from samvirke.uncertainty.run_rules import RUN_RULES

OFTEN = 0.01  # decision 17: a floor that binds in more than one draw in a hundred is a mistake
MOSTLY = 0.5


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
            text = Text(
                f"`{floor.change}` tar mer fra `{floor.row}` enn raden har i "
                f"{number(percent, 'nb', 1)} prosent av trekningene",
                f"`{floor.change}` takes more from `{floor.row}` than it has in "
                f"{number(percent, 'en', 1)} per cent of the draws",
            )
            place = _place(plan.today, plan.alternative, floor.change)
            subject = f"{plan.alternative} {floor.change}"
            severity: Severity = "must" if share > OFTEN else "note"
            yield RUN_RULES["MNY901"].finding(place, text, subject, severity=severity)


def unfunded(plan: Plan, outcomes: Mapping[str, Outcome]) -> Iterator[Finding]:
    """An alternative with needs that nothing pays for; a note where that is so in hardly any draw."""
    need = outcomes["funding.open"].values
    share = float((need > KRONE).mean())
    if share > 0:
        text = Text(
            f"{number(float(need.mean()), 'nb')} kroner i studiens år, i snitt, er ikke dekket av noen",
            f"NOK {number(float(need.mean()), 'en')} over the study's years, on average, nobody pays for",
        )
        place = plan.today.place(f"alternatives/{plan.alternative}.yaml", "changes")
        severity: Severity = "must" if share > OFTEN else "note"
        yield RUN_RULES["MNY902"].finding(place, text, plan.alternative, severity=severity)


def lines_overdrawn(plan: Plan, zero: Plan, valuation: Valuation) -> Iterator[Finding]:
    """Lines that hold less than their rows in the last month; an alternative tells what zero does not."""
    before = {} if plan is zero else dict(_overdrawn(zero, valuation))
    for line, share in _overdrawn(plan, valuation):
        if share > before.get(line, 0.0) + OFTEN:
            text = Text(
                f"`{line}` er for liten i {number(100 * share, 'nb')} prosent av trekningene",
                f"`{line}` is too small in {number(100 * share, 'en')} per cent of the draws",
            )
            place = plan.today.place("lines.yaml", line, "appropriation")
            severity: Severity = "should" if share > MOSTLY else "note"
            yield RUN_RULES["MNY904"].finding(place, text, f"{plan.alternative} {line}", severity=severity)


def _overdrawn(plan: Plan, valuation: Valuation) -> Iterator[tuple[str, float]]:
    """Each line with an appropriation, and in what share of the draws its recurring rows are more."""
    study, month = plan.final, plan.phases[-1].end.plus(-1)
    rows: dict[str, list[Spending]] = {}
    for row in study.spending.values():
        if row.line is not None and not row.one_off and runs_in(row, month):
            rows.setdefault(row.line, []).append(row)
    index = study.index(study.assignment.index)
    for key, line in study.lines.items():
        voted = line.voted(study.assignment.price_year, index)
        if voted is not None and key in rows:
            spent = np.sum([valuation.of(plan.yearly(row)) for row in rows[key]], axis=0)
            yield key, float(np.mean(spent > voted + KRONE))


def answers_without_figure(plan: Plan, outcomes: Mapping[str, Outcome]) -> Iterator[Finding]:
    """An answer to a challenge that says it rests on a figure which the alternative does not give rise to."""
    alternative = plan.today.alternatives.get(plan.alternative)
    for challenge, answer in alternative.answers.items() if alternative is not None else ():
        name = answer.figure
        if name is not None and name not in outcomes:
            file = f"alternatives/{plan.alternative}.yaml"
            text = Text(
                f"svaret på `{challenge}` bygger på `{name}`, som ikke er et tall i denne kjøringen",
                f"the answer to `{challenge}` rests on `{name}`, which is not a figure of this run",
            )
            place = plan.today.place(file, "answers", challenge, "figure")
            yield RUN_RULES["ALT901"].finding(place, text, f"{plan.alternative} {challenge}")


WAITS_FOR: Mapping[ActivityKind, Text] = {
    "decision": Text("vedtaket hos `{body}`", "the decision of `{body}`"),
    "instruction": Text(
        "instruks eller tildelingsbrev for `{body}`", "instruction or allocation to `{body}`"
    ),
    "agreement": Text("en avtale hos `{body}`", "an agreement at `{body}`"),
    "drafting": Text("arbeidet med {rule} for `{body}`", "the work on a {rule} for `{body}`"),
    "hearing": Text("høringen av {rule} for `{body}`", "the hearing of a {rule} for `{body}`"),
    "adoption": Text("{rule} for `{body}`", "a {rule} for `{body}`"),
    "employees": Text("prosessen med de ansatte hos `{body}`", "the process with the employees at `{body}`"),
    "handover": Text("overføringen til `{body}`", "the handover to `{body}`"),
    "recruitment": Text("ansettelse hos `{body}`", "recruitment at `{body}`"),
    "appropriation": Text(
        "en bevilgning på budsjettet til `{body}`", "an appropriation in the budget of `{body}`"
    ),
    "in-force": Text("endringen `{change}`", "the change `{change}`"),
}
RULE: Mapping[str | None, Text] = {
    "law": Text("lov", "law"),
    "regulation": Text("forskrift", "regulation"),
    None: Text("", ""),
}
NAMED = 3  # changes that are named; more are counted


def starts_too_early(plan: Plan, timed: Schedule) -> Iterator[Finding]:
    """Changes that more likely than not cannot be in force when the alternative says that they start."""
    for group in timed.changes:
        if group.late:
            yield _too_early(plan, group, timed.timing(group.waits_for).activity)


def _too_early(plan: Plan, group: Readiness, step: Activity) -> Finding:
    waits_for = WAITS_FOR[step.kind].format(body=step.body, change=step.changes[0], rule=RULE[step.rule])
    named = [f"`{change}`" for change in group.changes[:NAMED]]
    more = len(group.changes) - len(named)
    nb = listed([*named, *([f"{more} til"] if more else [])], "nb")
    en = listed([*named, *([f"{more} more"] if more else [])], "en")
    one = len(group.changes) == 1
    return RUN_RULES["TRN901"].finding(
        _place(plan.today, plan.alternative, group.changes[0]),
        Text(
            f"{nb} starter {group.stated}, men kan trolig ikke være på plass før {group.earliest} "
            f"({number(100 * group.chance, 'nb')} prosent sjanse). "
            f"{'Endringen' if one else 'Endringene'} venter på {waits_for.nb}",
            f"{en} {'starts' if one else 'start'} {group.stated}, but can probably not be in place before "
            f"{group.earliest} ({number(100 * group.chance, 'en')} per cent chance). "
            f"{'It waits' if one else 'They wait'} for {waits_for['en']}",
        ),
        f"{plan.alternative} {group.changes[0]}",
        remedy=Text(
            f"Skriv `start: {group.earliest}` eller senere, eller rett varighetene i transition.yaml.",
            f"Write `start: {group.earliest}` or later, or mend the durations in transition.yaml.",
        ),
    )


def _place(study: Study, alternative: str, change: str) -> Place:
    for owner in (alternative, study.zero.id if study.zero else alternative):
        if owner in study.alternatives:
            for written in study.changes(owner):
                if written.change.id == change:
                    return study.place(written.file, *written.path)
    return study.place(f"alternatives/{alternative}.yaml")
