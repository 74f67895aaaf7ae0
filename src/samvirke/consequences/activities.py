"""What must be done before the changes of a plan can be in force, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from samvirke.alternatives.journal import ONE_OFF_NEED, RECURRING_NEED, Obligation
from samvirke.alternatives.plan import Plan
from samvirke.consequences.rules import Rule, RuleToMake, rules_to_make
from samvirke.quantities.expressions import ONE, ZERO, Constant, Expression, minus, times
from samvirke.quantities.months import Month
from samvirke.study.changes import End, Establish, Merge, Transfer
from samvirke.study.money import Durations
from samvirke.study.study import Study

ActivityKind = Literal[
    "decision", "instruction", "agreement", "drafting", "hearing", "adoption", "employees", "handover",
    "recruitment", "appropriation", "in-force",
]  # fmt: skip
# The order in which steps are told; one that comes after another is never told before it.
ORDER: Mapping[ActivityKind, int] = {
    "decision": 0, "instruction": 1, "agreement": 2, "drafting": 3, "hearing": 3, "adoption": 3,
    "employees": 4, "handover": 5, "recruitment": 6, "appropriation": 7, "in-force": 8,
}  # fmt: skip
ACTORS = ("unit", "to", "sender", "actor", "holder", "given_by", "row", "power", "tasks_to", "rows_to")


@dataclass(frozen=True, slots=True)
class Activity:
    """One step on the way: who takes it, for which body and changes, how long it takes, and after what.

    `about` is the task or unit that is handed over, or the two parties of an agreement. An appropriation
    takes effect on the first 1 January that is at least its duration ahead. `month` is the month from which
    a rule is needed, by which rules of one body are told apart. `stated` is when the alternative
    says that a group of changes starts; it is None for every other step. With `january` the group can only
    start with a budget year.
    """

    id: str
    kind: ActivityKind
    who: str
    body: str
    duration: Expression
    after: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    rule: Rule | None = None
    about: tuple[str, ...] = ()
    month: Month | None = None
    stated: Month | None = None
    january: bool = False


def step_id(
    kind: ActivityKind,
    body: str = "",
    about: tuple[str, ...] = (),
    rule: Rule | None = None,
    month: Month | None = None,
) -> str:
    """What a step is known by: what makes two steps one, in a row. No id of a study has a slash in it.

    A decision has no body, since there is one of them; what puts changes in force is about the first.
    """
    parts = (rule, body or None, *about, month)
    return "/".join((kind, *(str(part) for part in parts if part is not None)))


def activities(plan: Plan) -> tuple[Activity, ...]:
    """Every step of a plan in an order in which it can be taken; none when there is nothing to decide.

    Policy that is adopted already waits for nothing and is left out. What several changes need of one body
    is one step: one regulation from the same month, one letter of allocation. A rule must be made before it
    is used, employees hear of a move before anything is handed over, and whoever is paid from money that the
    Storting moves waits for the budget. New posts are announced subject to the budget, so recruitment does
    not wait for it. Secrecy and appeal are settled in what the other steps lay down and take no time of their
    own.
    """
    durations = plan.today.transition.durations if plan.today.transition is not None else None
    own = [d.change for d in plan.changes if d.change.adopted is None]
    if durations is None or not own:
        return ()
    made = _Steps(plan, durations, rules_to_make(plan))
    for change in own:
        made.prepare(change)
    for change in own:
        made.hand_over(change)
    paid_by = {change.id: _waits_for_money(plan, change.id) for change in own}
    for change in own:
        made.settle(change, [step for step in paid_by[change.id] if step in made.steps])
    return tuple(sorted(made.steps.values(), key=lambda step: ORDER[step.kind]))


@dataclass
class _Steps:
    """The steps found so far, by id, and which of them each change waits for."""

    plan: Plan
    durations: Durations
    rules: tuple[RuleToMake, ...]
    steps: dict[str, Activity] = field(default_factory=dict)
    needed: dict[str, list[str]] = field(default_factory=dict)
    makers: dict[str, str] = field(default_factory=dict)  # what a change makes → the step that brings it

    def prepare(self, change: Any) -> None:
        """Rules, agreements, employees, posts and money that a change needs."""
        self.needed[change.id] = []
        for obligation in self.plan.obligations:
            if obligation.change == change.id and obligation.actor is not None:
                self._oblige(obligation, obligation.actor, change)
        for rule in self.rules:
            if change.id in rule.changes:
                self._rule(change.id, rule)
        if _adds_staff(change):
            self._add(change.id, "recruitment", change.unit or self.plan.row(change.row, change.start).actor)

    def hand_over(self, change: Any) -> None:
        """Files, systems and grants that go to somebody else, once the employees have been heard."""
        for about, taker in _handed_over(change):
            after = [step for step in self.needed[change.id] if self.steps[step].kind == "employees"]
            self._add(change.id, "handover", taker, (about,), after)

    def settle(self, change: Any, paid_by: Iterable[str]) -> None:
        """Put the change in force, with those that start with it and wait for the same."""
        own = dict.fromkeys((*self.needed[change.id], *paid_by))
        before = {step for key in own for step in self.steps[key].after}
        made = (self.makers[name] for name in _names(change) if name in self.makers)
        after = tuple(dict.fromkeys((*(step for step in own if step not in before), *made)))
        after = after or (self._decision(change.id),)
        january = any(self.steps[step].kind == "appropriation" for step in self.needed[change.id])
        same = (step for step in self.steps.values() if step.kind == "in-force")
        key = (after, change.start, january)
        group = next((step.id for step in same if (step.after, step.stated, step.january) == key), None)
        client = self.plan.today.assignment.client
        name = group or step_id("in-force", about=(change.id,))
        self._keep(
            Activity(
                name, "in-force", client, client, ZERO, after, (change.id,),
                stated=change.start, january=january,
            )
        )  # fmt: skip
        self.makers.update(dict.fromkeys(_makes(change), name))

    def _oblige(self, obligation: Obligation, body: str, change: Any) -> None:
        match obligation.kind:
            case "agreement" if change.verb == "agree":
                self._add(obligation.change, obligation.kind, body, change.between)
            case "instruction" | "agreement" | "employees" | "appropriation":
                self._add(obligation.change, obligation.kind, body)
            case "law" | "regulation" | "secrecy" | "appeal":  # rules are counted by themselves
                pass

    def _rule(self, change: str, rule: RuleToMake) -> None:
        """Drafting, hearing and adoption, one after the other; the change waits for the last."""
        work: Expression = getattr(self.durations, rule.kind)
        first = self.durations.before_hearing
        parts: tuple[tuple[ActivityKind, Expression], ...] = (
            ("drafting", times(work, first)),
            ("hearing", self.durations.hearing),
            ("adoption", times(work, minus(ONE, first))),
        )
        after = self._decision(change)
        for kind, duration in parts:
            step = Activity(
                step_id(kind, rule.body, (), rule.kind, rule.month), kind,
                ministry_over(self.plan, rule.body), rule.body, duration, (after,), (change,), rule.kind,
                month=rule.month,
            )  # fmt: skip
            after = self._keep(step)
        self.needed[change].append(after)

    def _add(
        self,
        change: str,
        kind: Literal["instruction", "agreement", "employees", "appropriation", "recruitment", "handover"],
        body: str,
        about: tuple[str, ...] = (),
        after: Iterable[str] = (),
    ) -> None:
        lead = "budget_lead" if kind == "appropriation" else kind
        who = ministry_over(self.plan, body) if kind == "instruction" else self._now(body)
        step = Activity(
            step_id(kind, body, about), kind, who, body, getattr(self.durations, lead),
            tuple(after) or (self._decision(change),), (change,), about=about,
        )  # fmt: skip
        self.needed[change].append(self._keep(step))

    def _decision(self, change: str) -> str:
        client = self.plan.today.assignment.client
        duration = self.durations.decision
        return self._keep(Activity(step_id("decision"), "decision", client, client, duration, (), (change,)))

    def _keep(self, step: Activity) -> str:
        """A step that others need too is the same one, for all of them."""
        known = self.steps.get(step.id, step)
        changes = tuple(dict.fromkeys((*known.changes, *step.changes)))
        after = tuple(dict.fromkeys((*known.after, *step.after)))
        self.steps[step.id] = replace(known, changes=changes, after=after)
        return step.id

    def _now(self, body: str) -> str:
        return self.plan.became.get(body, body)


def ministry_over(plan: Plan, body: str) -> str:
    """The ministry a body belongs to, or is; the study's client for one that belongs to none."""
    for study, actor in ((plan.final, plan.became.get(body, body)), (plan.today, body)):
        top = next(iter(reversed(study.above(actor))), None)
        if top is not None:
            return top if _is_ministry(study, top) else plan.today.assignment.client
    return plan.today.assignment.client


def _is_ministry(study: Study, actor: str) -> bool:
    return study.actors[actor].kind == "ministry"


def _adds_staff(change: Any) -> bool:
    """Whether there may be a new post to fill; work-years that hang on an assumption count as more."""
    if change.verb != "staff" or change.fte == "all":
        return False
    more = change.fte if change.fte is not None else change.share
    return not (isinstance(more, Constant) and more.value <= 0)


def _handed_over(change: Any) -> Iterator[tuple[str, str]]:
    """What goes to somebody else, and to whom."""
    match change.verb:
        case "move":
            yield change.unit or change.task, change.to
        case "merge":
            yield from ((unit, change.into.parent) for unit in change.units)
        case "close":
            takers = dict.fromkeys(taker for taker in (change.tasks_to, change.rows_to) if taker is not None)
            yield from ((change.unit, taker) for taker in takers)


def _waits_for_money(plan: Plan, change: str) -> list[str]:
    """The appropriations behind the money that pays what a change costs, once or each year."""
    found: list[str] = []
    lines = plan.today.lines
    for account in (RECURRING_NEED, ONE_OFF_NEED):
        meeting = [p for p in plan.journal if p.taker.account == account]
        for cost in (p for p in plan.journal if p.change == change and p.giver.account == account):
            ministry = lines[cost.taker.account].ministry
            payers = {p.change for p in meeting if p.first < cost.end and cost.first < p.end}
            found += [
                step_id("appropriation", ministry)
                for o in plan.obligations
                if o.kind == "appropriation" and o.actor == ministry and o.change in payers
            ]
    return list(dict.fromkeys(found))


def _makes(change: Any) -> Iterator[str]:
    """Ids of what is there only once a change is in force."""
    match change:
        case Establish():
            yield change.unit.id
        case Merge():
            yield change.into.id
        case Transfer(to=End(new_row=new)) if new is not None:
            yield new.id
        case _:
            yield from (made for name in ("new_row", "power") if (made := _given(change, name)))


def _given(change: Any, name: str) -> str | None:
    """A field that makes something: the new row of `staff`, the new power of `empower`."""
    made = getattr(change, name, None)
    return made if isinstance(made, str) and change.verb in ("staff", "empower") else None


def _names(change: Any) -> Iterator[str]:
    """Ids of actors, rows and powers that must be there for a change to be made."""
    made = set(_makes(change))
    values = [getattr(change, name, None) for name in ACTORS]
    found = [value.row if isinstance(value, End) else value for value in values]
    for name in ("over", "between", "units"):
        several = getattr(change, name, None)
        found += several if isinstance(several, tuple) else ()
    if isinstance(change, Establish | Merge):
        found.append(change.unit.parent if isinstance(change, Establish) else change.into.parent)
    yield from (name for name in found if isinstance(name, str) and name not in made)
