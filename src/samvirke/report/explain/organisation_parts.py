"""Parts of a figure that are counted: tasks, duties, powers, bodies that meet, and challenges."""

from __future__ import annotations

from dataclasses import replace

from samvirke.alternatives.plan import Plan
from samvirke.language import Text
from samvirke.provenance import Contribution, Later
from samvirke.report.document import Node, Words, words
from samvirke.report.explain.explained import Explained
from samvirke.report.explain.grounds import NOT_STATED, assumption_nodes, basis_nodes, change_node
from samvirke.report.words.activities import activity_told, body_name
from samvirke.report.words.naming import actor_name, task_name
from samvirke.report.words.powers import towards
from samvirke.report.words.wording import names
from samvirke.study.responsibility import coverage
from samvirke.study.study import Study

COVERED: dict[str, Text] = {
    "full": Text("Dekket", "Covered"),
    "partly": Text("Delvis dekket", "Partly covered"),
    "not": Text("Ikke dekket", "Not covered"),
}
NOBODY = Text("ingen", "nobody")


def task_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    return _task_node(told, part.id, amount)


def _task_node(told: Explained, task: str, amount: Text | None = None) -> Node:
    """A task with who has it in the end, what that rests on, and the changes that touch it."""
    study = told.study
    who, today = study.responsibility(task), told.results.study.responsibility(task)

    def below() -> tuple[Node, ...]:
        had = {*who.decides, *who.doers, *today.decides, *today.doers}
        changes = [
            change_node(*told.changes[change])
            for change in told.background.touching(task, had)
            if change in told.seen.in_force
        ]
        grounds = basis_nodes(study, today) or basis_nodes(study, study.tasks[task]) or (NOT_STATED,)
        return (*grounds, *changes)

    def has() -> tuple[Node, ...]:
        return (Node((_who(study, task),), children=Later(below), target=f"#task-{task}"),)

    return Node((Words(task_name(study, task)),), amount, Later(has))


def _told_elsewhere(node: Node, task: str) -> Node:
    """A task that is one of several reasons; the report leads to where it is told."""
    return replace(node, target=f"#task-{task}")


def _who(study: Study, task: str) -> Words:
    who = study.responsibility(task)
    decides, does = (
        names(actor_name(study, actor) for actor in actors) if actors else NOBODY
        for actors in (who.decides, who.doers)
    )
    return words(
        f"Avgjør: {decides.nb}. Utfører: {does.nb}.", f"Decides: {decides['en']}. Does: {does['en']}."
    )


def duty_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    study = told.study
    duty = study.duties[part.id]
    tasks = tuple(_told_elsewhere(_covering(told, one.task, one.reason), one.task) for one in duty.tasks)
    text = (Words(duty.text), words(" – ", " – "), Words(COVERED[coverage(study, part.id)]))
    return Node(text, amount, (*basis_nodes(study, duty), *tasks))


def _covering(told: Explained, task: str, reason: Text | None) -> Node:
    node = _task_node(told, task)
    if reason is None:
        return node
    why = Node((Words(reason),), ground="judgement")
    return replace(node, children=(why, *node.children))


def power_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    studies = (told.study, told.results.study, told.results.plans[told.results.zero].final)
    study = next(one for one in studies if part.id in one.powers)
    power = study.powers[part.id]
    holder, what = actor_name(study, power.holder), towards(study, power.kind, power.over)
    text = Text(f"{holder.nb} kan {what.nb}", f"{holder['en']} may {what['en']}")
    made = [
        change_node(plan, written)
        for plan, written in told.changes.values()
        if written.change.verb == "empower" and written.change.power == part.id
    ]
    below = (*made, *basis_nodes(study, power)) if made else basis_nodes(study, power)
    grounds = Node((words("Grunnlag: ", "Basis: "), Words(power.basis)), children=below or (NOT_STATED,))
    return Node((Words(text),), amount, (grounds,))


def body_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    """Two bodies that meet, with the tasks in which they do; a pair that is gone had them before."""
    pair = (part.id, part.purpose)
    met = told if part.amount > 0 else told.as_in_zero()
    found = met.meetings
    tasks = found.between.get(pair) or found.inside.get(pair) or ()
    called = names(actor_name(met.study, body) for body in pair)
    below = tuple(_told_elsewhere(_task_node(met, task), task) for task in tasks)
    return Node((Words(called),), amount, below or (NOT_STATED,))


def challenge_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    study = told.results.study
    challenge = study.challenges[part.id]
    below = basis_nodes(study, challenge, challenge.said_by)
    written = study.alternatives.get(told.figure.alternative)
    answer = written.answers.get(part.id) if written is not None else None
    if answer is not None:
        below = (*below, Node((Words(answer.how),), ground="judgement"))
    return Node((Words(challenge.text),), amount, below)


def activity_part(told: Explained, part: Contribution, amount: Text | None) -> Node:
    """A step of the transition, and how long it may take; where it takes no time, the changes it is for."""
    plans = (told.plan, told.results.plans[told.results.zero])
    timed = ((plan, told.results.schedules[plan.alternative]) for plan in plans if _has_steps(told, plan))
    plan, step = next(
        (plan, timing.activity)
        for plan, schedule in timed
        for timing in schedule.timings
        if timing.activity.id == part.id
    )
    changes = (change_node(*told.changes[key]) for key in step.changes if key in told.changes)
    rests_on = assumption_nodes(plan, told.written, part.assumptions)
    who = () if step.kind == "in-force" else (words(", ", ", "), Words(body_name(plan, step.who)))
    return Node((Words(activity_told(plan, step)), *who), amount, rests_on or tuple(changes) or (NOT_STATED,))


def _has_steps(told: Explained, plan: Plan) -> bool:
    return plan.alternative in told.results.schedules
