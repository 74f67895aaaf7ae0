"""What a body belongs to, today or when some alternative has made, moved or merged it."""

from __future__ import annotations

from collections.abc import Mapping

from samvirke.checks.places import changes
from samvirke.study.changes import Establish, Merge, Move
from samvirke.study.study import Study


def new_hosts(study: Study) -> Mapping[str, frozenset[str]]:
    """Unit → what the alternatives put it under."""
    found: dict[str, set[str]] = {}
    for _, _, change in changes(study):
        match change:
            case Establish():
                found.setdefault(change.unit.id, set()).add(change.unit.parent)
            case Merge():
                found.setdefault(change.into.id, set()).add(change.into.parent)
            case Move() if change.unit is not None:
                found.setdefault(change.unit, set()).add(change.to)
    return {unit: frozenset(hosts) for unit, hosts in found.items()}


def belongs_to(study: Study, body: str, hosts: Mapping[str, frozenset[str]]) -> set[str]:
    """The body itself, and all that is above it today or above a host that an alternative gives it."""
    found = {body, *study.above(body)}
    for host in hosts.get(body, ()):
        found.update((host, *study.above(host)))
    return found
