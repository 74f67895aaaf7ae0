"""The steps of a transition as they are told: those that are alike, at the same time, together."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from samvirke.alternatives.plan import Plan
from samvirke.consequences.activities import Activity
from samvirke.consequences.longest_path import SLIP
from samvirke.consequences.transition import Schedule, Timing
from samvirke.language import Text
from samvirke.report.words.activities import activity_told, body_name
from samvirke.report.words.wording import both, names


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, by whom and after what; `timing` is that of the first of those that are alike."""

    what: Text
    who: Text
    after: Text
    timing: Timing


def steps(plan: Plan, timed: Schedule) -> tuple[Step, ...]:
    """Every step but the putting in force, in the order in which they begin."""
    alike: dict[tuple[object, ...], list[Timing]] = {}
    for one in timed.timings:
        if one.activity.stated is None:
            told = activity_told(plan, one.activity), _after(plan, timed, one.activity)
            key = (*told, one.begins, one.ends, whole_months(one.slack), one.critical)
            alike.setdefault(key, []).append(one)
    return tuple(_step(plan, timed, together) for together in alike.values())


def _step(plan: Plan, timed: Schedule, together: list[Timing]) -> Step:
    first = together[0]
    who = names(dict.fromkeys(body_name(plan, one.activity.who) for one in together))
    return Step(activity_told(plan, first.activity), who, _after(plan, timed, first.activity), first)


def _after(plan: Plan, timed: Schedule, step: Activity) -> Text:
    before = [timed.timing(key).activity for key in step.after]
    if not before:
        return both(lambda language: counted_from(plan)[language].capitalize())
    return names(for_body(plan, activity_told(plan, one), one) for one in before)


def counted_from(plan: Plan) -> Text:
    """What the plan counts from: a study that nobody has asked for has a date, but no deadline."""
    if plan.today.assignment.commissioned:
        return Text("fristen", "the deadline")
    return Text("starten", "the start")


def for_body(plan: Plan, text: Text, step: Activity) -> Text:
    """A step with the body that takes it, where the step does not name a body."""
    if not lacks_body(step):
        return text
    body = body_name(plan, step.who)
    return Text(f"{text.nb} ({body.nb})", f"{text['en']} ({body['en']})")


def lacks_body(step: Activity) -> bool:
    return step.kind not in ("decision", "handover", "in-force") and step.rule is None


def whole_months(slack: float) -> int:
    """Whole months that there are for certain: a little too late is a month too late."""
    return floor(slack + SLIP)
