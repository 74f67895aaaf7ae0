"""Who has something at stake in a study, and who is at the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from samvirke.study.organisation import Part
from samvirke.study.study import Study

Reason = Literal["part", "money", "duty", "power", "place"]
COMMISSIONING = ("parliament", "government")  # they decide on the study and are no party to it
NO_NAMES: Mapping[str, str] = {}
Stake = Mapping[Reason, frozenset[object]]
NOTHING: Stake = {"part": frozenset(), "money": frozenset(), "duty": frozenset(), "power": frozenset()}


def at_the_table(study: Study) -> frozenset[str]:
    """The client, the lead, the participants, and everybody who was invited.

    Of a study that nobody has asked for, only those who were invited.
    """
    assignment = study.assignment
    invited = {one.actor for one in study.involvement.values() if one.invited is not None}
    if not assignment.commissioned:
        return frozenset(invited)
    return frozenset({assignment.client, assignment.lead, *assignment.participants, *invited})


def stakes_by_actor(study: Study, names: Mapping[str, str] = NO_NAMES) -> Mapping[str, Stake]:
    """What each body has in a study, by the reasons for which it is affected; holders told by new names.

    Whoever has nothing is left out.
    """
    found: dict[str, dict[Reason, set[object]]] = {}

    def add(actor: str, reason: Reason, what: object) -> None:
        found.setdefault(actor, {}).setdefault(reason, set()).add(what)

    for task in study.tasks:
        responsibility = study.responsibility(task)
        for part in get_args(Part):
            for actor in responsibility.of(part):
                add(actor, "part", (task, part))
    for row in study.spending.values():
        add(row.actor, "money", (row.id, row.line, study.yearly[row.id]))
    for key, duty in study.duties.items():
        for actor in duty.on:
            add(actor, "duty", key)
    for power in study.powers.values():
        for actor in power.over if power.over != "all" else ():
            add(actor, "power", (names.get(power.holder, power.holder), power.kind))
    return {
        actor: {reason: frozenset(kept.get(reason, ())) for reason in NOTHING}
        for actor, kept in found.items()
    }
