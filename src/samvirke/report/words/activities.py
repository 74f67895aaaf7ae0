"""A step of the transition in words: what is done, who does it, and for whom."""

from __future__ import annotations

from collections.abc import Mapping

from samvirke.alternatives.plan import Plan
from samvirke.consequences.activities import Activity, ActivityKind
from samvirke.consequences.rules import rules_to_make
from samvirke.language import Text
from samvirke.report.words.changes import change_in_words
from samvirke.report.words.naming import short_name, task_name
from samvirke.report.words.wording import both, month_name, names, quoted
from samvirke.study.study import Written

WHAT: Mapping[ActivityKind, Text] = {
    "decision": Text("Vedtak i saken", "Decision on the matter"),
    "instruction": Text("Instruks eller tildelingsbrev", "Instruction or letter of allocation"),
    "agreement": Text("Avtale", "Agreement"),
    "employees": Text("Prosess med de ansatte", "Process with the employees"),
    "recruitment": Text("Ansettelse", "Recruitment"),
    "appropriation": Text("Bevilgning på statsbudsjettet", "Appropriation in the state budget"),
}
RULE_MADE: Mapping[tuple[str | None, str], Text] = {
    ("regulation", "drafting"): Text("Utkast til forskrift{about}", "Draft of a regulation{about}"),
    ("regulation", "hearing"): Text("Høring av forskrift{about}", "Hearing of a regulation{about}"),
    ("regulation", "adoption"): Text("Fastsetting av forskrift{about}", "Adoption of a regulation{about}"),
    ("law", "drafting"): Text("Utkast til lov{about}", "Draft of a law{about}"),
    ("law", "hearing"): Text("Høring av lov{about}", "Hearing of a law{about}"),
    ("law", "adoption"): Text("Proposisjon og lovvedtak{about}", "Proposition and adoption of a law{about}"),
}
LAWGIVERS = ("parliament", "government")


def activity_told(plan: Plan, step: Activity) -> Text:
    """What is done; the body is left to be told where every step of the kind is done alike."""
    if step.kind in WHAT:
        return WHAT[step.kind]
    if step.rule is not None:
        return RULE_MADE[step.rule, step.kind].format(about=_about(plan, step))
    if step.kind == "handover":
        about, body = handed_over(plan, step.about[0]), body_name(plan, step.body)
        return Text(f"Overføring av {about.nb} til {body.nb}", f"Handover of {about['en']} to {body['en']}")
    return changes_told(plan, step.changes)


def _about(plan: Plan, step: Activity) -> Text:
    """The body that a rule is for, unless it only makes rules; and from when, when the body needs several."""
    known = plan.today.actors.get(step.body)
    told = Text("", "")
    if known is None or known.kind not in LAWGIVERS:
        body = body_name(plan, step.body)
        told = Text(f" som gjelder {body.nb}", f" on {body['en']}")
    same = [rule for rule in rules_to_make(plan) if (rule.kind, rule.body) == (step.rule, step.body)]
    if len(same) < 2 or step.month is None:
        return told
    when = month_name(step.month)
    return Text(f"{told.nb} fra {when.nb}", f"{told['en']} from {when['en']}")


def body_name(plan: Plan, body: str) -> Text:
    """The short name of a body as it is in the end; of one that is gone, as it is today."""
    now = plan.became.get(body, body)
    return short_name(plan.final, now) if now in plan.final.actors else short_name(plan.today, body)


def handed_over(plan: Plan, about: str) -> Text:
    """A unit by its name, a task by its name in quotation marks."""
    if about in plan.today.tasks:
        task = task_name(plan.today, about)
        return Text(f"oppgaven «{task.nb}»", f"the task “{task['en']}”")
    known = plan.today if about in plan.today.actors else plan.final  # what is handed over is what there was
    return short_name(known, about)


def changes_told(plan: Plan, changes: tuple[str, ...]) -> Text:
    """The first of the changes and how many there are besides; those of shared steps by the steps' names."""
    written = [dated.written for dated in plan.changes if dated.change.id in changes]
    own = [one for one in written if one.package is None]
    shared = [one for one in written if one.package is not None]
    told = [_first_of(plan, own)] if own else []
    if len(shared) > 1:
        steps = [plan.today.packages[one.package].name for one in shared if one.package is not None]
        named = names(dict.fromkeys(quoted(name) for name in steps))
        nb, en = ("grepet", "the step") if len(set(steps)) == 1 else ("grepene", "the steps")
        told.append(
            Text(f"{len(shared)} endringer i {nb} {named.nb}", f"{len(shared)} changes in {en} {named['en']}")
        )
    elif shared:
        told.append(change_in_words(plan, shared[0], short_name))
    return both(lambda language: "; ".join(one[language] for one in told))


def _first_of(plan: Plan, changes: list[Written]) -> Text:
    told, more = change_in_words(plan, changes[0], short_name), len(changes) - 1
    if not more:
        return told
    nb = "1 endring til" if more == 1 else f"{more} endringer til"
    en = "1 more change" if more == 1 else f"{more} more changes"
    return Text(f"{told.nb}, og {nb}", f"{told['en']}, and {en}")
