"""What an alternative leaves worse in who does what, and the work it saves by leaving undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samvirke.alternatives.plan import Plan
from samvirke.alternatives.rows import runs_in
from samvirke.checks.finding import Finding, Severity
from samvirke.checks.wording import some
from samvirke.consequences.valuation import Valuation
from samvirke.errors import Place
from samvirke.language import Text, number
from samvirke.quantities.expressions import times
from samvirke.study.responsibility import coverage, rule_holds
from samvirke.study.study import Study
from samvirke.uncertainty.run_rules import RUN_RULES

LESS = 0.9  # of the work-years on a task: a fall of more than a tenth is work left undone (decision 18)


def left_worse(plan: Plan, zero: Plan) -> Iterator[Finding]:
    """Rules broken, tasks without one decider or a doer, and duties unmet, that were in order without it.

    An alternative is compared with the zero alternative, and the zero alternative with today. What the
    latter leaves worse has been adopted: it is told for information, since the study cannot mend it.
    """
    if plan is zero:
        yield from (replace(one, severity="note") for one in _left_worse(plan, plan.today))
    else:
        yield from _left_worse(plan, zero.final)


def _left_worse(plan: Plan, before: Study) -> Iterator[Finding]:
    after = plan.final
    yield from _broken_rules(plan, before, after)
    for task in after.tasks:
        was, now = before.responsibility(task), after.responsibility(task)
        in_order = len(was.decides) == 1 or not (was.does or was.decides)
        if in_order and (now.does or now.decides) and len(now.decides) != 1:
            who = some(now.decides) if now.decides else Text("ingen", "nobody")
            nb, en = f"`{task}` avgjøres av {who.nb}", f"`{task}` is decided by {who['en']}"
            yield _told(plan, "RSP902", task, Text(nb, en))
        if was.does and not now.does:
            nb, en = f"ingen utfører `{task}` lenger", f"nobody does `{task}` any longer"
            yield _told(plan, "RSP903", task, Text(nb, en))
    for duty in after.duties:
        if duty in before.duties and coverage(before, duty) != "not" == coverage(after, duty):
            nb, en = f"ingen oppfyller `{duty}` lenger", f"nobody meets `{duty}` any longer"
            yield _told(plan, "RSP904", duty, Text(nb, en))


def _broken_rules(plan: Plan, before: Study, after: Study) -> Iterator[Finding]:
    for key, rule in after.rules.items():
        kept = key in before.rules and rule_holds(before, before.rules[key])
        if kept and not rule_holds(after, rule):
            text = Text(
                f"regelen `{key}` brytes: {rule.reason.nb}",
                f"the rule `{key}` is broken: {rule.reason['en']}",
            )
            severity: Severity = "must" if rule.breach == "error" else "should"
            yield _told(plan, "RSP901", key, text, severity)


def doing_less(plan: Plan, zero: Plan, valuation: Valuation) -> Iterator[Finding]:
    """Tasks with clearly fewer work-years than without the alternative, and no loss stated for it."""
    effects = (one.by_alternative.get(plan.alternative) for one in plan.today.effects.values())
    if plan is zero or any(one is not None and one.magnitude < 0 for one in effects):
        return
    was, now = work_years(zero, valuation), work_years(plan, valuation)
    fallen = [task for task, fte in was.items() if now.get(task, 0.0) < LESS * fte]
    if fallen:
        worst = min(fallen, key=lambda task: now.get(task, 0.0) / was[task])
        fall = 100 * (1 - now.get(worst, 0.0) / was[worst])
        shown = some(fallen)
        text = Text(
            f"færre årsverk på {shown.nb} (på `{worst}` {number(fall, 'nb')} prosent), "
            "men ingen ulempe er oppgitt",
            f"fewer work-years on {shown['en']} (on `{worst}` {number(fall, 'en')} per cent), "
            "but no drawback is stated",
        )
        yield _told(plan, "MNY903", "", text)


def work_years(plan: Plan, valuation: Valuation) -> dict[str, float]:
    """Expected work-years on each task in the last month of a plan, whoever pays; none that are zero."""
    month = plan.phases[-1].end.plus(-1)
    found: dict[str, float] = {}
    for row in plan.final.spending.values():
        if row.fte is not None and runs_in(row, month):
            for task, share in row.tasks.items():
                fte = float(valuation.of(times(row.fte, share)).mean())
                found[task] = found.get(task, 0.0) + fte
    return {task: fte for task, fte in found.items() if fte > 0}


def _told(plan: Plan, code: str, subject: str, text: Text, severity: Severity | None = None) -> Finding:
    place: Place = plan.today.place(f"alternatives/{plan.alternative}.yaml", "changes")
    named = f"{plan.alternative} {subject}".rstrip()
    return RUN_RULES[code].finding(place, text, named, severity=severity)
