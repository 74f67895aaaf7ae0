"""What a body, with everything under it, gains and loses: parts in tasks, powers, people and money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from samvirke.alternatives.journal import ONE_OFF_NEED, Leg, Posting
from samvirke.alternatives.parts import PARTS
from samvirke.alternatives.plan import Plan
from samvirke.alternatives.rows import runs_in
from samvirke.consequences.valuation import Outcome, Sum, Valuation
from samvirke.quantities.expressions import Expression
from samvirke.study.authority import kinds_of
from samvirke.study.organisation import Part, PowerKind
from samvirke.study.study import Study

Thing = TypeVar("Thing")
TaskPart = tuple[str, Part]
PowerEnd = tuple[PowerKind, str]  # the kind, and the actor at the other end
NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Change(Generic[Thing]):
    """What there is in the end and not today, and what there is today and not in the end."""

    gained: tuple[Thing, ...]
    lost: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Stakes:
    """What changes hands for one body; its people and money are figures of their own.

    Parts are (task, part). Powers are (kind, the actor at the other end): those that the body holds over
    others, and those that others hold over it. A power counts as every kind that it covers, and one over all
    as one over each body that is there both today and in the end. What passes between two actors within the
    body is no change.
    """

    body: str
    parts: Change[TaskPart]
    powers: Change[PowerEnd]
    powers_over_it: Change[PowerEnd]
    duties: Change[str]

    @property
    def kinds_over_it(self) -> Change[PowerKind]:
        """The kinds of power that others get or lose over the body; one that changes hands is neither."""
        gained, lost = (
            [kind for kind, _ in ends] for ends in (self.powers_over_it.gained, self.powers_over_it.lost)
        )
        return _change(lost, gained)

    @property
    def nothing(self) -> bool:
        """Whether the alternative leaves the body as it was, money and people apart."""
        every = (self.parts, self.powers, self.powers_over_it, self.duties)
        return not any(change.gained or change.lost for change in every)


def stakeholders(study: Study) -> tuple[str, ...]:
    """The lead of the study first, then the other participants."""
    return tuple(dict.fromkeys((study.assignment.lead, *study.assignment.participants)))


def stakes(plan: Plan, body: str) -> Stakes:
    """What a body gains and loses from today until the plan is in place."""
    before, after, names = plan.today, plan.final, plan.became
    now = names.get(body, body)
    own, then = frozenset(before.under(body)), frozenset(after.under(now))
    there = frozenset(_existing(after))
    all_today = tuple(a for a in _existing(before) if names.get(a, a) in there)
    all_then = tuple(names.get(a, a) for a in all_today)
    return Stakes(
        body,
        _change(_parts(before, before, own), _parts(after, before, then)),
        _change(_held(before, own, all_today, names), _held(after, then, all_then)),
        _change(_borne(before, own, names), _borne(after, then)),
        _change(_duties(before, own), _duties(after, then)),
    )


def stakes_figures(plan: Plan, valuation: Valuation) -> dict[str, Outcome]:
    """Work-years and money of the lead and the participants: the change from today until all is in place."""
    found: dict[str, Outcome] = {}
    for body in stakeholders(plan.today):
        lines = _lines(plan.today, body)
        spends = frozenset(key for key in lines if plan.today.lines[key].side == "expenditure")
        found[f"admin.fte_change.{body}"] = _fte(plan, body, valuation)
        found[f"stakes.operations.{body}"] = _yearly(plan, spends, valuation, grants=False)
        found[f"stakes.grants.{body}"] = _yearly(plan, spends, valuation, grants=True)
        found[f"stakes.own_frame.{body}"] = _own_frame(plan, spends, valuation)
        found[f"stakes.one_off.{body}"] = _one_off(plan, lines, valuation)
    return found


def _change(before: Iterable[Thing], after: Iterable[Thing]) -> Change[Thing]:
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    return Change(tuple(x for x in new if x not in old), tuple(x for x in old if x not in new))


def _parts(study: Study, today: Study, own: frozenset[str]) -> list[TaskPart]:
    """The parts that these have, in tasks where somebody of them has one today or something has changed."""
    mentions, before = today.mentions["responsibilities"], today.responsibilities
    known = frozenset[str]().union(*(mentions.get(actor, ()) for actor in own))
    return [
        (task, part)
        for task in study.tasks
        if task in known or study.responsibilities.get(task) is not before.get(task)
        for part in PARTS
        if not own.isdisjoint(study.responsibility(task).of(part))
    ]


def _existing(study: Study) -> tuple[str, ...]:
    return tuple(key for key, actor in study.actors.items() if actor.exists)


def _held(
    study: Study, own: frozenset[str], everyone: tuple[str, ...], names: Mapping[str, str] = NO_NAMES
) -> list[PowerEnd]:
    """What the body may do towards others, each other body by its name in the end."""
    return [
        (kind, names.get(end, end))
        for power in study.powers.values()
        if power.holder in own
        for end in (everyone if power.over == "all" else power.over)
        if end not in own
        for kind in kinds_of(power)
    ]


def _borne(study: Study, own: frozenset[str], names: Mapping[str, str] = NO_NAMES) -> list[PowerEnd]:
    """What others may do towards the body, each holder by its name in the end."""
    return [
        (kind, names.get(power.holder, power.holder))
        for power in study.powers.values()
        if power.holder not in own and (power.over == "all" or not own.isdisjoint(power.over))
        for kind in kinds_of(power)
    ]


def _duties(study: Study, own: frozenset[str]) -> list[str]:
    return [key for key, duty in study.duties.items() if not own.isdisjoint(duty.on)]


def _lines(study: Study, body: str) -> frozenset[str]:
    """The budget lines that the body, or anyone under it, holds."""
    own = study.under(body)
    return frozenset(key for key, line in study.lines.items() if line.holder in own)


def _fte(plan: Plan, body: str, valuation: Valuation) -> Outcome:
    """Work-years in the last month of the study, less those there would be as things are today."""
    month = plan.phases[-1].end.plus(-1)

    def has(study: Study, name: str) -> dict[str, Expression]:
        own = frozenset(study.under(name))
        rows = (r for r in study.spending.values() if r.actor in own and runs_in(r, month))
        return {row.id: row.fte for row in rows if row.fte is not None}

    before, after = has(plan.today, body), has(plan.final, plan.became.get(body, body))
    found = Sum(valuation)
    for row in dict.fromkeys((*before, *after)):
        if before.get(row) != after.get(row):
            for fte, sign in ((after.get(row), 1.0), (before.get(row), -1.0)):
                if fte is not None:
                    found.add(fte, sign, part=("row", row, ""))
    return found.outcome


def _yearly(plan: Plan, lines: frozenset[str], valuation: Valuation, *, grants: bool) -> Outcome:
    """What lines of expenditure are given a year when all is in place, kroner; items 50–89, or the others."""
    found = Sum(valuation)
    for posting in _lasting(plan):
        for leg, sign in ((posting.taker, 1.0), (posting.giver, -1.0)):
            if leg.account in lines and plan.today.lines[leg.account].is_transfer == grants:
                found.add(posting.amount, sign, part=("change", posting.change, posting.purpose))
    return found.outcome


def _own_frame(plan: Plan, lines: frozenset[str], valuation: Valuation) -> Outcome:
    """What the body gives a year from its frame outside the effort when all is in place, kroner."""
    found = Sum(valuation)
    for posting in _lasting(plan):
        if posting.giver.account in lines and _is_frame(posting.giver):
            found.add(posting.amount, 1.0, part=("change", posting.change, posting.purpose))
    return found.outcome


def _one_off(plan: Plan, lines: frozenset[str], valuation: Valuation) -> Outcome:
    """What the body's lines pay once in the years of the study, kroner."""
    found = Sum(valuation)
    for posting in plan.journal:
        pays = posting.kind == "one-off" and posting.taker.account == ONE_OFF_NEED
        if pays and posting.giver.account in lines:
            months = sum(posting.months_in(year) for year in plan.today.assignment.years)
            found.add(posting.amount, months / 12, part=("change", posting.change, posting.purpose))
    return found.outcome


def _lasting(plan: Plan) -> Iterable[Posting]:
    """Recurring postings that run on when the study ends."""
    return (p for p in plan.journal if p.kind == "recurring" and p.end == plan.phases[-1].end)


def _is_frame(leg: Leg) -> bool:
    return leg.is_line and leg.row is None and not leg.inside
