"""A change told in one sentence: what is done, to whom, and by whose decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from samvirke.alternatives.plan import Plan
from samvirke.language import Text
from samvirke.quantities.expressions import Constant, Reference
from samvirke.report.words.naming import Called, actor_name, giver_name, row_name, task_name
from samvirke.report.words.powers import towards
from samvirke.report.words.wording import both, capital, inside_sentence, millions, names
from samvirke.study.changes import End
from samvirke.study.study import Study, Written

PART: dict[str, Text] = {
    "decides": Text("avgjør", "decides"),
    "does": Text("utfører", "does"),
    "consulted": Text("rådspørres om", "is consulted on"),
    "informed": Text("holdes orientert om", "is informed of"),
}
PART_ENDS: dict[str, Text] = {
    "decides": Text("avgjør ikke lenger", "no longer decides"),
    "does": Text("utfører ikke lenger", "no longer does"),
    "consulted": Text("rådspørres ikke lenger om", "is no longer consulted on"),
    "informed": Text("holdes ikke lenger orientert om", "is no longer informed of"),
}
# The same of several bodies; bokmål has one form for both.
PARTS_OF_SEVERAL: dict[str, dict[str, Text]] = {
    "assign": {
        "decides": Text(PART["decides"].nb, "decide"),
        "does": Text(PART["does"].nb, "do"),
        "consulted": Text(PART["consulted"].nb, "are consulted on"),
        "informed": Text(PART["informed"].nb, "are informed of"),
    },
    "release": {
        "decides": Text(PART_ENDS["decides"].nb, "no longer decide"),
        "does": Text(PART_ENDS["does"].nb, "no longer do"),
        "consulted": Text(PART_ENDS["consulted"].nb, "are no longer consulted on"),
        "informed": Text(PART_ENDS["informed"].nb, "are no longer informed of"),
    },
}
LEGAL: dict[str, Text] = {
    "none": Text("uten ny hjemmel", "no new legal basis"),
    "instruction": Text("ved instruks eller tildelingsbrev", "by instruction or letter of allocation"),
    "agreement": Text("ved avtale", "by agreement"),
    "regulation": Text("ved forskrift", "by regulation"),
    "law": Text("ved lov", "by law"),
}
FORM: dict[str, Text] = {
    "agreement": Text("en avtale", "an agreement"),
    "joint_team": Text("en felles gruppe", "a joint team"),
    "shared_premises": Text("felles lokaler", "shared premises"),
}


ENDS_SOMETHING = ("withdraw", "close", "merge")


def change_in_words(plan: Plan, written: Written, called: Called = actor_name) -> Text:
    """A change with the names of the time at which it is made; those of a package are always today's."""
    return told(written.change, _named_in(plan, written), called)


def changes_in_words(
    plan: Plan, together: Iterable[Written], called: Called = actor_name
) -> tuple[Text, ...]:
    """Changes made for one reason: the same part given to, or taken from, several bodies is told at once."""
    said: dict[object, tuple[Any, Study, list[str]]] = {}
    for number, written in enumerate(together):
        change = written.change
        key = (change.verb, change.part, change.task) if change.verb in PARTS_OF_SEVERAL else number
        _, _, actors = said.setdefault(key, (change, _named_in(plan, written), []))
        actors.append(getattr(change, "actor", ""))
    return tuple(
        told(change, study, called) if len(actors) == 1 else _of_several(change, study, called, actors)
        for change, study, actors in said.values()
    )


def _of_several(change: Any, study: Study, called: Called, actors: list[str]) -> Text:
    who, task = names(called(study, actor) for actor in actors), task_name(study, change.task)
    part = PARTS_OF_SEVERAL[change.verb][change.part]
    return Text(f"{who.nb} {part.nb} «{task.nb}»", f"{who['en']} {part['en']} “{task['en']}”")


def _named_in(plan: Plan, written: Written) -> Study:
    """The study whose names a change is told with."""
    change = written.change
    if written.package is not None:
        return plan.today
    before = next((p.study for p in plan.phases if p.end == change.start), plan.today)
    in_force = next((p.study for p in plan.phases if p.first <= change.start < p.end), plan.final)
    gone = change.verb == "release" and change.actor not in in_force.actors
    return before if gone or change.verb in ENDS_SOMETHING else in_force


def told(change: Any, study: Study, called: Called = actor_name) -> Text:
    """The change in words; `study` is the one in which it is in force, so that new units have names."""
    return SENTENCE[change.verb](change, study, called)


def change_anchor(study: Study, written: Written) -> str:
    """The anchor of the row that tells a change and its reasons, with others that have the same."""
    if written.package is not None:
        owner, beside = f"package-{written.package}", study.packages[written.package].changes
    else:
        owner = PurePath(written.file).stem
        beside = study.alternatives[owner].changes
    first = next(one for one in beside if grounds(one) == grounds(written.change))
    return f"change-{owner}-{first.id}"


def grounds(change: Any) -> tuple[object, ...]:
    """Why a change is made and when: changes that have this in common are told together."""
    why = change.reason, change.source, change.judgement
    return change.start, change.until, change.stop_criteria, *why


def _establish(change: Any, study: Study, called: Called) -> Text:
    unit, parent = change.unit, called(study, change.unit.parent)
    return Text(
        f"{unit.name.nb} opprettes under {parent.nb}",
        f"{unit.name['en']} is established under {parent['en']}",
    )


def _close(change: Any, study: Study, called: Called) -> Text:
    unit = called(study, change.unit)
    return Text(f"{unit.nb} avvikles", f"{unit['en']} is closed")


def _move(change: Any, study: Study, called: Called) -> Text:
    to = called(study, change.to)
    if change.unit is not None:
        unit = called(study, change.unit)
        return Text(f"{unit.nb} flyttes til {to.nb}", f"{unit['en']} moves to {to['en']}")
    task, sender = task_name(study, change.task), called(study, change.sender)
    staff = (
        Text("årsverkene følger", "the work-years follow")
        if change.staff == "follows"
        else Text("årsverkene blir igjen", "the work-years stay")
    )
    return Text(
        f"Oppgaven «{task.nb}» flyttes fra {sender.nb} til {to.nb}; {staff.nb}",
        f"The task “{task['en']}” moves from {sender['en']} to {to['en']}; {staff['en']}",
    )


def _merge(change: Any, study: Study, called: Called) -> Text:
    units = names(called(study, unit) for unit in change.units)
    into, parent = change.into.name, called(study, change.into.parent)
    return Text(
        f"{units.nb} slås sammen til {into.nb} under {parent.nb}",
        f"{units['en']} are merged into {into['en']} under {parent['en']}",
    )


def _assign(change: Any, study: Study, called: Called) -> Text:
    actor, task, part = called(study, change.actor), task_name(study, change.task), PART[change.part]
    return Text(f"{actor.nb} {part.nb} «{task.nb}»", f"{actor['en']} {part['en']} “{task['en']}”")


def _release(change: Any, study: Study, called: Called) -> Text:
    actor, task, part = called(study, change.actor), task_name(study, change.task), PART_ENDS[change.part]
    return Text(f"{actor.nb} {part.nb} «{task.nb}»", f"{actor['en']} {part['en']} “{task['en']}”")


def _end(end: Any, study: Study, called: Called) -> Text:
    if end == "one-off":
        return Text("engangskostnadene", "the one-off costs")
    if end == "recurring":
        return Text("det endringene koster hvert år", "what the changes cost each year")
    if end == "new-appropriation":
        return Text("en ny bevilgning", "a new appropriation")
    assert isinstance(end, End)
    if end.line is not None:
        return giver_name(study, end.line)
    if end.new_row is not None:
        return end.new_row.name or called(study, end.new_row.actor)
    return row_name(study, end.row or "")


def _amount(amount: Any) -> Text:
    """A plain amount in millions a year; what rests on an assumption is told in the tables."""
    if isinstance(amount, Constant):
        return both(
            lambda g: (
                f"{millions(amount.value / 1e6, g)} mill. kroner i året"
                if g == "nb"
                else f"NOK {millions(amount.value / 1e6, g)} million a year"
            )
        )
    return Text("penger", "money")


def _transfer(change: Any, study: Study, called: Called) -> Text:
    sender, to = _end(change.sender, study, called), _end(change.to, study, called)
    if change.to in ("one-off", "recurring"):
        covered = capital(to)
        return Text(
            f"{covered.nb} dekkes av {sender.nb}",
            f"{covered['en']} are paid by {sender['en']}"
            if change.to == "one-off"
            else f"{covered['en']} is paid by {sender['en']}",
        )
    amount, sender = _amount(change.amount), capital(sender)
    if change.sender == "new-appropriation":
        return Text(
            f"{to.nb} får {amount.nb} av en ny bevilgning",
            f"{to['en']} gets {amount['en']} from a new appropriation",
        )
    return Text(
        f"{sender.nb} avgir {amount.nb} til {to.nb}", f"{sender['en']} gives {amount['en']} to {to['en']}"
    )


def _staff(change: Any, study: Study, called: Called) -> Text:
    where = called(study, change.unit) if change.unit is not None else row_name(study, change.row)
    if change.fte == "all":
        return Text(f"Alle årsverkene i {where.nb} bort", f"All work-years in {where['en']} go")
    if isinstance(change.fte, Constant):
        value = change.fte.value
        more = value >= 0
        count = both(lambda g: f"{abs(value):g}".replace(".", "," if g == "nb" else "."))
        return Text(
            f"{count.nb} årsverk {'mer' if more else 'mindre'}: {where.nb}",
            f"{count['en']} work-years {'more' if more else 'less'}: {where['en']}",
        )
    if isinstance(change.fte, Reference):
        what = inside_sentence(study.assumptions[change.fte.name].text)
        return Text(
            f"{where.nb} får flere årsverk («{what.nb}»)",
            f"{where['en']} gets more work-years (“{what['en']}”)",
        )
    return Text(f"Årsverkene endres: {where.nb}", f"Work-years change: {where['en']}")


def _agree(change: Any, study: Study, called: Called) -> Text:
    a, b = (called(study, party) for party in change.between)
    form = FORM[change.form]
    return Text(f"{a.nb} og {b.nb} inngår {form.nb}", f"{a['en']} and {b['en']} enter into {form['en']}")


def _empower(change: Any, study: Study, called: Called) -> Text:
    holder, giver = called(study, change.holder), called(study, change.given_by)
    what = towards(study, change.kind, change.over, called)
    # Where no step of its own is stated, the basis says what the power follows from.
    legal = LEGAL[change.legal] if change.legal != "none" else Text("", "")
    return Text(
        f"{holder.nb} kan {what.nb}. Gis av {giver.nb} {legal.nb}".rstrip(),
        f"{holder['en']} may {what['en']}. Given by {giver['en']} {legal['en']}".rstrip(),
    )


def _withdraw(change: Any, study: Study, called: Called) -> Text:
    power = study.powers.get(change.power)
    if power is None:
        return Text(f"Virkemiddelet {change.power} faller bort", f"The power {change.power} ends")
    holder, what = called(study, power.holder), towards(study, power.kind, power.over, called)
    return Text(f"{holder.nb} kan ikke lenger {what.nb}", f"{holder['en']} may no longer {what['en']}")


def _set(change: Any, study: Study, called: Called) -> Text:
    text = study.assumptions[change.assumption].text
    return Text(f"Antatt, ikke utledet: «{text.nb}» endres", f"Assumed, not derived: “{text['en']}” changes")


SENTENCE: dict[str, Callable[[Any, Study, Called], Text]] = {
    "establish": _establish, "close": _close, "move": _move, "merge": _merge, "assign": _assign,
    "release": _release, "transfer": _transfer, "staff": _staff, "agree": _agree, "empower": _empower,
    "withdraw": _withdraw, "set": _set,
}  # fmt: skip
